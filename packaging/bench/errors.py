"""Why there is no figure."""


class LeftOut(Exception):
    """Something cannot be measured here; the message is a sentence for the page, and names no path."""
