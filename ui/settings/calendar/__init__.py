"""The working calendar of the office, and how terms are read."""
