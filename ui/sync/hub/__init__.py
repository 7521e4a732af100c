"""The hub's page: its inbox, and how each unit stands."""
