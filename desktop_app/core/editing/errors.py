"""What can go wrong while words are looked for."""


class PatternError(Exception):
    """A regular expression that cannot be used, or what is to stand in the place of its matches; a sentence."""
