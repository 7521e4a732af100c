"""Accounts: people, roles, permissions, passwords, signing in, and who looked at whom."""
