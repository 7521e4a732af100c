"""The guidance log: who asked for what by which way, what was advised, and the texts that officers send."""
