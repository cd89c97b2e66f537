"""Which way a text runs."""

from unicodedata import bidirectional


def runs_to_the_left(text: str) -> bool:
    """Whether the first letter that has a direction is one of Hebrew, Arabic and the like."""
    for letter in text:
        direction = bidirectional(letter)
        if direction in {"R", "AL"}:
            return True
        if direction == "L":
            return False
    return False
