"""Which recordings have come into a folder since it was last looked at, and are whole."""

import hashlib
import os
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from desktop_app.core.audio.endings import is_named_like_recording
from desktop_app.core.worklist.taken_record import Taken, TakenRecord

SETTLED_S = 10.0
"""A file that has neither grown nor been changed for so long is whole."""
_UNFINISHED = (".part", ".crdownload", ".tmp", ".download", ".partial")
"""What other programs put behind the name of a file that they still write, some of them beside an empty one."""
_BLOCK_BYTES = 1 << 22


@dataclass(frozen=True, slots=True)
class Look:
    """What a look has found. is_there: whether there is such a folder just now. new: recordings that nobody has taken.
    coming: whether some are not whole yet, or cannot be read yet."""

    is_there: bool
    new: tuple[Taken, ...] = ()
    coming: bool = False


class FolderWatch:
    """One folder, and the folders in it. One thread at a time may look.

    without: folders that are passed over. clock: seconds, for tests.
    """

    def __init__(
        self,
        folder: Path,
        record: TakenRecord,
        *,
        without: Collection[Path] = (),
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self.folder = folder
        self._record = record
        self._without = {os.path.realpath(each) for each in without}
        self._clock = clock
        self._seen: dict[Path, tuple[tuple[int, int], float]] = {}  # its size and time, and since when they are these
        self._is_stopped = False

    def stop(self) -> None:
        """Let a look end at once, whatever it has found; any thread may say so."""
        self._is_stopped = True

    def look(self) -> Look:
        """Look into the folder. What is new is told at every look until it is noted in the record."""
        if not self.folder.is_dir():
            return Look(is_there=False)
        new: dict[str, Taken] = {}
        seen, coming = self._seen, False
        self._seen = {}
        for path in self._candidates():
            if self._is_stopped:
                break
            taken = self._settled(path, seen.get(path))
            if taken is None:
                coming = coming or path in self._seen
            elif self._record.knows_content(taken.sha256) or taken.sha256 in new:
                self._record.note([taken])  # the same under another name
            else:
                new[taken.sha256] = taken
        return Look(True, tuple(new.values()), coming)

    def _candidates(self) -> Iterator[Path]:
        for place, folders, names in os.walk(self.folder):
            folders[:] = sorted(each for each in folders if self._goes_into(Path(place) / each))
            there = set(names)
            for name in sorted(names):
                is_written = any(f"{name}{ending}" in there for ending in _UNFINISHED)
                if is_named_like_recording(name) and not is_written:
                    yield Path(place) / name

    def _goes_into(self, folder: Path) -> bool:
        return not folder.name.startswith(".") and os.path.realpath(folder) not in self._without

    def _settled(self, path: Path, before: tuple[tuple[int, int], float] | None) -> Taken | None:
        """The file, if it is whole and can be read; None, too, where it is known as it is."""
        try:
            state = _state(path)
            if self._record.knows_state(path, *state):
                return None
            since_s = before[1] if before is not None and before[0] == state else self._clock()
            self._seen[path] = (state, since_s)
            if not state[0] or self._clock() - since_s < SETTLED_S:
                return None
            digest = self._digest(path)
            return Taken(str(path), *state, digest) if _state(path) == state and not self._is_stopped else None
        except OSError:  # gone again, or not ours to read yet
            return None

    def _digest(self, path: Path) -> str:
        digest = hashlib.sha256()
        with path.open("rb") as file:
            while not self._is_stopped and (block := file.read(_BLOCK_BYTES)):
                digest.update(block)
        return digest.hexdigest()


def _state(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_size, status.st_mtime_ns
