"""Reports and the leaders' dashboard: every figure opens its dossiers."""
