"""The bank as data for other programs."""
