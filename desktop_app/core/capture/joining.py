"""The segments of a recording into one file, in the room of one segment more, whatever happens meanwhile.

The first segment takes the others in, one after the other, each of which is deleted when its sound is safe there. Since
names say where a segment belongs, whoever finds this half done does it again from where it stopped: to take a segment
in twice is to write the same bytes to the same place.
"""

import os
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

from desktop_app.core.capture.segments import Segment, segments_in
from desktop_app.core.capture.wav_file import HEADER_BYTES, SAMPLE_BYTES, repair

_AT_ONCE_BYTES = 1 << 20
_TRIES = 40
_PAUSE_S = 0.05


def join_segments(folder: Path, rate_hz: int) -> Path:
    """The one file of a recording, named after its folder; it is made of the segments if there are any.

    rate_hz: for headers that are damaged. OSError where it cannot be done; nothing is lost then, and it can be tried
    again. FileNotFoundError where there is no sound at all.
    """
    segments = segments_in(folder)
    if not segments:
        return _joined(folder)
    first, *others = segments
    for other in others:
        _take_in(first, other)
        repair(first.path, rate_hz)
        _patiently(other.path.unlink)
    repair(first.path, rate_hz)
    target = _free_name(folder)
    _patiently(lambda: first.path.replace(target))
    return target


def joined_file(folder: Path) -> Path | None:
    """The one file of a recording that was joined; None where there is none yet."""
    path = folder / f"{folder.name}.wav"
    return path if path.is_file() else None


def _joined(folder: Path) -> Path:
    if (path := joined_file(folder)) is None:
        raise FileNotFoundError(f"{folder}: no sound")
    return path


def _take_in(first: Segment, other: Segment) -> None:
    with first.path.open("r+b", buffering=0) as into, other.path.open("rb") as source:
        source.seek(HEADER_BYTES)
        into.seek(HEADER_BYTES + (other.first - first.first) * SAMPLE_BYTES)
        while data := source.read(_AT_ONCE_BYTES):
            _write(into.write, data)
        os.fsync(into.fileno())


def _write(write: Callable[[memoryview], int], data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[write(rest) :]


def _free_name(folder: Path) -> Path:
    names = (folder.name if number == 1 else f"{folder.name} ({number})" for number in count(1))
    return next(path for name in names if not (path := folder / f"{name}.wav").exists())


def _patiently(act: Callable[[], object]) -> None:
    """Do what Windows refuses while somebody reads the file, which nobody does for long."""
    for _ in range(_TRIES):
        try:
            act()
        except PermissionError:
            time.sleep(_PAUSE_S)
        else:
            return
    act()
