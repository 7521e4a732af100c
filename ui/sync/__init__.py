"""Sending and receiving files, findings, and the hub."""
