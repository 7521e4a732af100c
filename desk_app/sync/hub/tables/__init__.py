"""The SQL of the hub: counts over many desks, folded tables as they are read for a copy, and the copy in PostgreSQL."""
