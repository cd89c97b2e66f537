"""What has a file of its own among clips."""

from enum import StrEnum


class ClipsBy(StrEnum):
    """Each turn, or each speaker."""

    TURN = "turn"
    SPEAKER = "speaker"
