"""What holds for the whole tree: sizes, names, imports, texts, documents and the ground the program stands on."""
