"""Official documents in the layout of Nghị định 30/2020: described once (``document.py``), drawn as PDF and as Word."""
