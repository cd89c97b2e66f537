"""What a search finds."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of text to show. spans: what was looked for, as offsets into the text: ordered, disjoint."""

    text: str
    spans: tuple[tuple[int, int], ...]


class NamePart(StrEnum):
    """What of a recording has the words."""

    NAME = "name"
    SPEAKER = "speaker"
    NOTE = "note"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class NameHit:
    """A recording that is called so. part: where the first of the words was found, which the snippet shows."""

    path: Path
    recording: str
    part: NamePart
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class TurnHit:
    """A turn in which all words were found.

    start_ms: the turn's. word: the number of the first word that was looked for, in the turn, from 0.
    """

    path: Path
    recording: str
    speaker: str
    start_ms: int
    word: int
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class RecordingHits:
    """The first hits in one recording, in order of time. more: how many others it has."""

    path: Path
    recording: str
    made_at: datetime
    hits: tuple[TurnHit, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Found:
    """All that a search found, the newest recordings first.

    names: recordings that are called so, or somebody in them; these come before what was said. more_names: how many
    others there are. has_more: whether words were found in other recordings, too.
    """

    names: tuple[NameHit, ...] = ()
    more_names: int = 0
    recordings: tuple[RecordingHits, ...] = ()
    has_more: bool = False
