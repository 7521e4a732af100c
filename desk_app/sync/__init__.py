"""Bundles by file: keys, enrolment, export, import, acknowledgement, exchange folder; the hub."""
