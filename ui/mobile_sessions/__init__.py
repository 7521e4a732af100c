"""Mobile sessions and their screening lists."""
