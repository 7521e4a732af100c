"""Keeping the data safe: copies elsewhere, proved and kept by a rule; new epochs of a desk that was restored or cloned."""
