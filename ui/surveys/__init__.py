"""The page of the citizens' voice: ratings, papers typed in, surveys, complaints, criteria, indices."""
