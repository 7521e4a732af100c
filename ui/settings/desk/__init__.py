"""This computer: where its data is, whether its journal is whole, how it looks."""
