"""Dossiers: registered, walked through their steps, settled, handed over; their codes, receipts and search."""
