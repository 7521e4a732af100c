"""One dossier: where it is, what may be done next, what happened."""
