"""Slogans on screens and LED panels: schedule, proof of play, files for controllers."""
