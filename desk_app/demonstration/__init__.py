"""A demonstration: an invented office with invented people, for rehearsals, training and pictures."""
