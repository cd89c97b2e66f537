"""Sound out: a recording played at its transcript's times."""
