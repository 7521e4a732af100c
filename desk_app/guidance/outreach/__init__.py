"""Outreach: launches, broadcasts, posts, followers, views, training, as counts with their evidence."""
