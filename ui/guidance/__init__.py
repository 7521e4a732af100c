"""Guidance, appointments and outreach."""
