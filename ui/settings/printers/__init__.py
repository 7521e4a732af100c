"""The printers of this desk, and which paper goes to which."""
