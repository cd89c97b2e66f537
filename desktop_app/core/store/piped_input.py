"""Recordings that come through a pipe: kept in a file until they are done, as decoders go back and forth in it."""

import os
import shutil
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import BinaryIO

from desktop_app.core.audio.errors import AudioError
from desktop_app.core.store.temporary_files import temporary
from desktop_app.translation import tr
from desktop_app.user_folders import cache_folder

STANDARD_INPUT = Path("-")
MOST_BYTES = 64 << 30
"""The longest recordings that people keep are a tenth of it."""
ROOM_LEFT_BYTES = 1 << 30
"""The decoded sound must find room too, and others live on the disk."""
_AT_ONCE_BYTES = 1 << 20
_LOCK = "incoming.lock"
_NEW_S = 60.0
"""A folder so new may be about to be locked."""
_NO_FOLDERS_OF_USERS = (Path("/dev"), Path("/proc"))


def is_stream(path: Path) -> bool:
    """Whether the path stands for standard input, or is a pipe: something that can be read once only."""
    if path == STANDARD_INPUT:
        return True
    try:
        return stat.S_ISFIFO(path.stat().st_mode)
    except OSError:
        return False


def known_as(path: Path) -> Path:
    """The path that a recording is known by: its own, but for one that lies in no folder of a user's, such as standard
    input, which is 'stdin' in the working folder."""
    if path == STANDARD_INPUT or path == Path("/dev/stdin"):
        return Path("stdin")
    is_devices = any(folder in path.absolute().parents for folder in _NO_FOLDERS_OF_USERS)
    return Path(f"pipe {path.name}") if is_devices else path


def incoming_folder() -> Path:
    """Where such recordings are kept meanwhile."""
    return cache_folder()


@contextmanager
def as_file(path: Path, *, most_bytes: int = MOST_BYTES) -> Iterator[Path]:
    """The path itself; of a stream, a file of all that comes through it, which is gone afterwards.

    AudioError where it cannot be read or kept, or is longer than the disk or `most_bytes` allow; also for what else is
    wrong with the file, so that the stream is named and not the file.
    """
    if not is_stream(path):
        yield path
        return
    known = known_as(path)
    try:
        with in_file(_parts(path), known, most_bytes=most_bytes) as file:
            yield file
    except AudioError as error:
        raise AudioError(known, error.cause) from error


@contextmanager
def in_file(parts: Iterable[bytes], known: Path, *, most_bytes: int = MOST_BYTES) -> Iterator[Path]:
    """A file of these bytes, which is gone afterwards. known: what the recording is called, and so its file.

    AudioError where it cannot be kept, or is longer than the disk or `most_bytes` allow; what reading `parts` raises.
    """
    from filelock import FileLock

    folder = incoming_folder()
    _clear_what_was_left(folder)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        own = Path(mkdtemp(prefix="incoming-", dir=folder))
    except OSError as error:
        raise _unkept(known, folder, error) from error
    with temporary(own), FileLock(own / _LOCK):
        file = own / known.name
        try:
            _take_in(parts, known, file, min(most_bytes, shutil.disk_usage(folder).free - ROOM_LEFT_BYTES))
        except OSError as error:
            raise _unkept(known, folder, error) from error
        yield file


def _clear_what_was_left(folder: Path) -> None:
    """Remove what killed processes had to leave: the system has taken their locks back."""
    from filelock import FileLock, Timeout

    for left in folder.glob("incoming-*"):
        with suppress(OSError, Timeout):
            if time.time() - left.stat().st_mtime > _NEW_S:
                with FileLock(left / _LOCK, timeout=0):
                    pass
                shutil.rmtree(left)


def _take_in(parts: Iterable[bytes], known: Path, file: Path, room_bytes: int) -> None:
    with file.open("wb") as kept:
        for part in parts:
            if kept.tell() + len(part) > room_bytes:
                room = max(0, room_bytes) / 1e9
                cause = tr("more than {room:,.1f} GB come through it, which is more than there is room for", room=room)
                raise AudioError(known, cause)
            kept.write(part)


def _parts(path: Path) -> Iterator[bytes]:
    with _opened(path) as stream:
        while part := stream.read(_AT_ONCE_BYTES):
            yield part


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    if path != STANDARD_INPUT:
        with path.open("rb") as stream:
            yield stream
        return
    if sys.stdin is None or sys.stdin.isatty():
        raise AudioError(
            path, "nothing is sent to it: `-` is for a recording that another program hands on (cat talk.wav |)"
        )
    with os.fdopen(os.dup(sys.stdin.fileno()), "rb") as stream:
        yield stream


def _unkept(known: Path, folder: Path, error: OSError) -> AudioError:
    cause = tr("it cannot be kept in the folder {folder}: {error}", folder=folder, error=error.strerror)
    return AudioError(known, cause)
