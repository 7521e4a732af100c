"""Official forms filled for citizens, and who wrote what for whom."""
