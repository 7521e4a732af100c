"""Copies of the data elsewhere, and how this computer stands."""
