"""The office: who it is, and its dated settings."""
