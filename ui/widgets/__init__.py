"""What several pages are made of: fields, tables, strips, shapes."""
