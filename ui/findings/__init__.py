"""Contradictions between desks, side by side, and their settling."""
