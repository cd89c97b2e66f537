"""Everything Diarist knows without a window: no Qt below here."""
