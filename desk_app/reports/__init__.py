"""Figures per model, unit and period, each from one definition; Excel, Word, PDF, CSV, charts."""
