"""A visit at the counter played through the real windows, with pictures of every step."""
