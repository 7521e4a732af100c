"""Giving results out: scan the receipt, say who stands there, done; and who has not come yet."""
