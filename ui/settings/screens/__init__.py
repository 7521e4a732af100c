"""The section of the citizens' screens: which windows open, what is heard, which slogans are shown."""
