"""The writing table: official forms filled for the citizen who sits there."""
