"""What a dossier may meet between receipt and hand-over: one file for each move, its rules and its command."""
