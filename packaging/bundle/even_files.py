"""Folders made alike whoever makes them, and when: permissions and times that do not hang on the maker."""

import os
import stat
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

_ANYBODY_RUNS = 0o755
_ANYBODY_READS = 0o644


def even(tree: Path, date: datetime) -> None:
    """Let everybody read all of it and nobody but its owner write, and let all of it be of that date."""
    moment = date.timestamp()
    for place in [*_within(tree), tree]:
        if not place.is_symlink():
            place.chmod(_mode(place))
        os.utime(place, (moment, moment), follow_symlinks=False)


def _mode(place: Path) -> int:
    if place.is_dir():
        return _ANYBODY_RUNS
    is_program = place.stat().st_mode & stat.S_IXUSR and ".so" not in place.suffixes
    return _ANYBODY_RUNS if is_program else _ANYBODY_READS


def _within(tree: Path) -> Iterator[Path]:
    """Whatever is in a folder, what is in its folders before them."""
    for folder, folders, files in os.walk(tree, topdown=False):
        yield from (Path(folder, name) for name in [*files, *folders])
