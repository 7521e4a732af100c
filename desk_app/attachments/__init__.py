"""Attachments: scans and photographs of papers, kept encrypted beside the database for as long as a procedure needs them."""
