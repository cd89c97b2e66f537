"""How a recording's job ended."""

from dataclasses import dataclass
from enum import Enum, auto


class Ending(Enum):
    """What became of a job."""

    DONE = auto()
    FAILED = auto()
    CANCELLED = auto()


@dataclass(frozen=True, slots=True)
class Ended:
    """How a job ended. reason: why it failed, a sentence; '' where it did not."""

    ending: Ending
    reason: str = ""
