"""One definition for each report."""
