"""The page of appointments: a day, a week, whom to call; booking by keys."""
