"""Who is away, and who has their dossiers in hand meanwhile."""
