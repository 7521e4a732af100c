"""Scanners: what keyboard layouts and code pages garble on the way and how it is put right; serial scanners."""
