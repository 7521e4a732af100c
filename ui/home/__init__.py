"""The page a morning starts with: what is due, what waits, what is stuck."""
