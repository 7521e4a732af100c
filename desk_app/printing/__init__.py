"""Papers: described once as blocks, drawn for thermal slips and for A5/A4 pages, and queued until they are printed."""
