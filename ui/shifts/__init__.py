"""Rosters of the writing table: month, organisations, fairness, today."""
