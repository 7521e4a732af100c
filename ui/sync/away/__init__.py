"""Laptops that are taken away: made ready, and brought home."""
