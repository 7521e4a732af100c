"""Measurements, each as a ratio to the raw limit measured in the same run: ``python3 dev.py bench``."""
