"""The catalogue of procedures: looked through, imported, exported."""
