"""The images of a dossier's papers: added, looked at inside the window, taken out, removed."""
