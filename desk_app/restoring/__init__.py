"""Bringing a desk back from a copy, rehearsing that, and beginning a new epoch where a folder was restored or cloned."""
