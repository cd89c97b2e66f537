"""Which recordings of watched folders were taken already, by what is in them: a line of JSON each, appended.

Whatever a file is called, and wherever it is copied to, it is not taken twice.
"""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from desktop_app.user_folders import data_folder


@dataclass(frozen=True, slots=True)
class Taken:
    """A file as it was looked at. sha256: of its bytes, in hexadecimal; mtime_ns: when it was last changed."""

    path: str
    size: int
    mtime_ns: int
    sha256: str


def taken_file() -> Path:
    """Where the record lies; it need not exist."""
    return data_folder() / "watched.jsonl"


class TakenRecord:
    """The record of this user. A file that is as it was noted need not be read to be known."""

    def __init__(self) -> None:
        """OSError where it is there and cannot be read; lines that are torn count as none."""
        self._states: set[tuple[str, int, int]] = set()
        self._contents: set[str] = set()
        with suppress(FileNotFoundError):
            for line in taken_file().read_bytes().splitlines():
                with suppress(ValueError, TypeError, KeyError):
                    self._add(_taken(json.loads(line)))

    def knows_state(self, path: Path, size: int, mtime_ns: int) -> bool:
        """Whether this very file was noted, and has not changed since."""
        return (str(path), size, mtime_ns) in self._states

    def knows_content(self, sha256: str) -> bool:
        """Whether a file with these bytes was noted, wherever it was."""
        return sha256 in self._contents

    def note(self, taken: Iterable[Taken]) -> None:
        """Have these on the disk. OSError where that cannot be; they are known for now all the same."""
        new = tuple(taken)
        for each in new:
            self._add(each)
        if new:
            _append(b"".join(_line(each) for each in new))

    def _add(self, taken: Taken) -> None:
        self._states.add((taken.path, taken.size, taken.mtime_ns))
        self._contents.add(taken.sha256)


def _taken(entry: dict[str, Any]) -> Taken:
    """What a line says; what a newer Diarist says beside it is passed over."""
    return Taken(**{each.name: entry[each.name] for each in fields(Taken)})


def _line(taken: Taken) -> bytes:
    # ASCII, as names of files may be no text.
    return json.dumps(asdict(taken)).encode() + b"\n"


def _append(lines: bytes) -> None:
    taken_file().parent.mkdir(parents=True, exist_ok=True)
    with taken_file().open("ab+") as file:
        if file.tell():
            file.seek(-1, os.SEEK_END)
            if file.read() != b"\n":  # a killed program left a line without its end
                lines = b"\n" + lines
        file.write(lines)
        file.flush()
        os.fsync(file.fileno())
