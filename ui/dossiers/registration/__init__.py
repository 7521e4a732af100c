"""Taking in a visit, by keyboard from the first letter to the printed receipt."""
