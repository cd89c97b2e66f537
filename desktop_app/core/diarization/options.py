"""What can be chosen about diarization; light, since the window needs it from the start."""

from enum import StrEnum

SENSITIVITY = 0.5
"""The usual one, between 0 and 1: right for most recordings."""


class Hop(StrEnum):
    """Whether a third window is asked where two disagree, or time is saved."""

    ACCURATE = "accurate"
    FAST = "fast"
