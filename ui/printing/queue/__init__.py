"""The print queue: what waits, what failed, what a person must settle."""
