"""Taking fees: who has not paid, what was taken today, the drawer counted at the end of the day."""
