"""How terms are read: the office's dated answers to what the law leaves open."""
