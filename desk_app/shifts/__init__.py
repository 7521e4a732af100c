"""Duties of organisations in rotation: who writes for citizens on which day, notices, swaps, cover, attendance."""
