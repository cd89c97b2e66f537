"""What the library says of recordings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from desktop_app.core.library.spoken_text import SpokenTurn
from desktop_app.core.project.values import WorkState


@dataclass(frozen=True, slots=True)
class Summary:
    """What a project says of its recording, as far as a list shows it.

    id: what the project is told by, wherever it lies; a copy of the file has it too. speakers: their names.
    sound, sha256: where the recording was last known to lie, and the digest of its bytes; None where that is not known.
    """

    id: str
    name: str
    made_at: datetime
    changed_at: datetime
    duration_ms: int | None = None
    speakers: tuple[str, ...] = ()
    state: WorkState = WorkState.WAITING
    note: str = ""
    tags: tuple[str, ...] = ()
    sound: Path | None = None
    sha256: str | None = None
    recorded_here: bool = False


@dataclass(frozen=True, slots=True)
class LibraryProject:
    """All that the library takes from a project.

    turns: those with words, in order; None where they cannot be read, and those that are known are to stay. problem: as
    an entry has it.
    """

    summary: Summary
    turns: Sequence[SpokenTurn] | None = ()
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list.

    summary: as it was last read, None where it never could be. problem: why the project cannot be opened now, as a
    sentence for people, None where it can.
    """

    path: Path
    summary: Summary | None
    problem: str | None = None

    @property
    def name(self) -> str:
        """What the recording is called; the file's name where nothing else is known."""
        return self.path.stem if self.summary is None else self.summary.name


class ChangeKind(StrEnum):
    """moved: another path, and nothing else; unreadable: it stays in the list, with the sentence why."""

    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"
    REMOVED = "removed"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one entry. was: where it lay before, of one that moved."""

    kind: ChangeKind
    path: Path
    was: Path | None = None
