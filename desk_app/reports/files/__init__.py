"""Reports as files: Excel, CSV, Word, PDF; written whole or not at all."""
