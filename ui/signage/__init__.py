"""The page of the signs: slogans with their days, when they are shown, files for LED panels, what was shown."""
