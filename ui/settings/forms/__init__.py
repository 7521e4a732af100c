"""The wordings on the office's papers."""
