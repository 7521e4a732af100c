"""Slogans, their schedule and proof of play."""
