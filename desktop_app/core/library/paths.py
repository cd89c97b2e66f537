"""Paths as the index holds them: bytes, as names of files need be no text."""

import os
from pathlib import Path


def path_bytes(path: Path) -> bytes:
    """The whole path, without following links: it is the name that counts."""
    return os.fsencode(Path(os.path.abspath(path)))  # noqa: PTH100  Path has no way to take '..' out


def path_of(data: bytes) -> Path:
    """The path of path_bytes."""
    return Path(os.fsdecode(data))


def sound_bytes(path: Path) -> bytes:
    """What a recording's file is looked up by: where it really is, in the one way that this system writes it."""
    return os.fsencode(os.path.normcase(os.path.realpath(path)))


def text_bytes(text: str) -> bytes:
    """A text that may hold anything, as a key."""
    return text.encode("utf-8", "surrogatepass")
