"""Calling numbers to the counter, giving them out, and the kiosk on which people take them."""
