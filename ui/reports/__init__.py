"""The page of reports: figures with charts, each of which opens what it counts; files; frozen copies and what changed."""
