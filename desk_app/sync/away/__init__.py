"""Taking a desk away: a laptop made ready in one step, a day's work with its own numbers, and everything back in one file."""
