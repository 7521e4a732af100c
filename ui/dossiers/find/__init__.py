"""Finding dossiers while typing."""
