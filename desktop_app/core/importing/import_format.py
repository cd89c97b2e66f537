"""What a format is that can be imported: a kind of file, and what is in one."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from desktop_app.core.importing.values import ReadTranscript
from desktop_app.core.transcript.values import Transcript


class Takes(Enum):
    """What a reader is given."""

    BYTES = auto()
    TEXT = auto()
    JSON = auto()


@dataclass(frozen=True, slots=True)
class ImportFormat:
    """A kind of file.

    name: what it is asked for by. label: what a person calls it. endings: of files' names, without the first dot, in
    small letters. read: of bytes, of text or of a JSON document, as `takes` says. fits: whether contents look like it,
    for endings that several formats share; None where the ending says enough.
    """

    name: str
    label: str
    endings: tuple[str, ...]
    read: Callable[[Any], ReadTranscript | Transcript]
    takes: Takes = Takes.TEXT
    fits: Callable[[Any], bool] | None = None
