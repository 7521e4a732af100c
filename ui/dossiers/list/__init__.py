"""Lists of dossiers: filters, saved views, an order, and the way to Excel."""
