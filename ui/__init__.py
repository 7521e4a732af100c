"""The windows: a small shell, and one folder of pages per subject."""
