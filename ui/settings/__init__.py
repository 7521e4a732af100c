"""Settings: one's own things, this computer, and what the office keeps."""
