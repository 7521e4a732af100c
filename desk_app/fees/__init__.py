"""Fees: what was paid, returned and waived, the cash of each officer's day, and who has not paid yet."""
