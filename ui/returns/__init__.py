"""Results brought home and sent by post: who waits, the rounds, the parcels, and what came back."""
