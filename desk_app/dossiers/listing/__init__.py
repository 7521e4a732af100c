"""Lists of dossiers: what is asked for, in one line of text; its rows page by page; its count; its Excel file."""
