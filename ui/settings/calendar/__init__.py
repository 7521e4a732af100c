"""The working calendar of the office."""
