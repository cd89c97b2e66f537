"""What live captions say: frozen values, in the order in which they become known.

Every turn that a Partial shows is settled by one Final, which withdraws it if it has no words; after that, only
Revisions concern it. Times are in ms from the start of the recording.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    from desktop_app.core.transcript.values import Speaker, Word


@dataclass(frozen=True, slots=True)
class SpeakerFound:
    """A voice that was not known before; it comes before the first event that names it."""

    at_ms: int
    speaker: Speaker


@dataclass(frozen=True, slots=True)
class Partial:
    """What is heard so far of a turn that is not over. speaker: an id, None while unsure. settled: how many of its
    words, from the first, two passes agreed on; they stay as they are until the turn is final."""

    at_ms: int
    turn: int
    speaker: str | None
    start_ms: int
    end_ms: int
    text: str
    settled: int


@dataclass(frozen=True, slots=True)
class Final:
    """A turn as it stays, but for revisions of its speaker. start_ms: where the speaker begins, perhaps before the end
    of the turn before. words: none where what was shown is withdrawn."""

    at_ms: int
    turn: int
    speaker: str | None
    start_ms: int
    end_ms: int
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words, separated by spaces."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Revision:
    """A final turn turns out to be somebody else's. speaker: an id, None where it is unsure again."""

    at_ms: int
    turn: int
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Lag:
    """How far the captions are behind the recording, told about once a second."""

    at_ms: int
    lag_ms: int


@dataclass(frozen=True, slots=True, eq=False)
class VoicesHeard:
    """How the speakers sound so far, again whenever much more of one was heard; told to nobody but the window.

    model: what embedded them, see embedding_model. centroids: float32 [dimension], of length 1, by the speakers' ids;
    of those alone who were heard for long enough to be compared with voices that are known.
    """

    at_ms: int
    model: str
    centroids: Mapping[str, NDArray[np.float32]] = field(repr=False)


@dataclass(frozen=True, slots=True)
class RecogniserChanged:
    """Another engine writes down the words from now on. text: why, a sentence for whoever records."""

    at_ms: int
    text: str


@dataclass(frozen=True, slots=True)
class LanguageDoubted:
    """The captions go on, but hardly any of their words will be right; told once. text: why, a sentence or two."""

    at_ms: int
    text: str


CaptionEvent = SpeakerFound | Partial | Final | Revision | Lag | VoicesHeard | RecogniserChanged | LanguageDoubted
