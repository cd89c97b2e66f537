"""Paths as the index holds them: bytes, as names of files need be no text."""

import os
from pathlib import Path


def real_path(path: Path) -> Path:
    """The one path that a file has, whichever links lead to it; projects are opened under it, too."""
    return Path(os.path.realpath(path))


def path_bytes(path: Path) -> bytes:
    """The real path."""
    return os.fsencode(real_path(path))


def path_of(data: bytes) -> Path:
    """The path of path_bytes."""
    return Path(os.fsdecode(data))


def sound_bytes(path: Path) -> bytes:
    """What a recording's file is looked up by: its real path, in the one way that this system writes it."""
    return os.fsencode(os.path.normcase(real_path(path)))


def text_bytes(text: str) -> bytes:
    """A text that may hold anything, as a key."""
    return text.encode("utf-8", "surrogatepass")
