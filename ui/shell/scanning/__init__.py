"""Scanning from anywhere: a scanner's keys or its serial line, made out, and taken where they belong."""
