"""Under which name exports go to a folder: never in the place of a file that is not ours.

The exports of a recording share a stem. A name counts as taken if some disk would take it for one that is there.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from desktop_app.core.store.export_record import Origin, origins_of
from desktop_app.core.store.file_names import folded, names_in, numbered

_LARGEST_BYTES = 500_000_000
"""Nothing that is larger is an export of ours: it is not read to find that out."""


def _nobody_has(_path: Path) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Destination:
    """Where the exports of a recording are to go.

    inputs: identities of files that are never replaced, see `identities`. others: stems that other recordings have in
    this folder, folded. in_hand: whether somebody works on what has a name, or has it promised: it is taken then,
    whatever lies there.
    """

    folder: Path
    stem: str
    inputs: frozenset[tuple[int, int]] = frozenset()
    others: frozenset[str] = frozenset()
    in_hand: Callable[[Path], bool] = _nobody_has

    def paths(self, stem: str, endings: Iterable[str]) -> tuple[Path, ...]:
        """The paths of exports with this stem and these endings."""
        return tuple(self.folder / f"{stem}.{ending}" for ending in endings)


@dataclass(frozen=True, slots=True)
class Choice:
    """The paths to write, in the order of the endings that were asked for.

    there: those of them that are replaced. yielded: the path that would have been written if it were free, None if
    the first name that was wished for could be had.
    """

    paths: tuple[Path, ...]
    there: frozenset[Path]
    yielded: Path | None


def identities(files: Iterable[Path]) -> frozenset[tuple[int, int]]:
    """What tells these files from all others, whatever their names; those that are not there are left out."""
    return frozenset(known for file in files if (known := _identity(file)) is not None)


def choose(destination: Destination, endings: Sequence[str], origin: Origin, *, replace: bool = False) -> Choice:
    """The first stem, of the wished one and its numbered forms, under which every ending is free or may be renewed.

    replace: files of others are replaced as well; never one of the inputs, one in somebody's hand, nor a folder.
    """
    taken = names_in(destination.folder)
    yielded: Path | None = None
    for stem in numbered(destination.stem):
        if stem != destination.stem and folded(stem) in destination.others:
            continue
        paths = destination.paths(stem, endings)
        # Looked at once: what comes between two looks is somebody else's, and would count as renewable.
        found = {path: _found(path, taken, destination, origin, replace=replace) for path in paths}
        in_the_way = [path for path in paths if found[path] is _Found.TAKEN]
        if not in_the_way:
            return Choice(paths, frozenset(path for path in paths if found[path] is _Found.RENEWABLE), yielded)
        yielded = yielded or in_the_way[0]
    raise AssertionError  # there is no end of numbers


def files_in_the_way(destination: Destination, endings: Sequence[str], origin: Origin) -> list[Path]:
    """The paths wished for that only `replace` could write: files of others, or with edits that the new ones lack."""
    taken = names_in(destination.folder)
    paths = destination.paths(destination.stem, endings)
    return [path for path in paths if _found(path, taken, destination, origin, replace=False) is _Found.TAKEN]


def finished_exports(destination: Destination, endings: Sequence[str], origin: Origin) -> tuple[Path, ...]:
    """Complete exports of the same recording in all of these endings, unchanged, made with the same options or holding
    edits of a person; none if there are not all of them."""
    taken = names_in(destination.folder)
    for stem in numbered(destination.stem):
        paths = destination.paths(stem, endings)
        if not any(os.path.lexists(path) or folded(path.name) in taken for path in paths):
            return ()
        if all(any(_is_done(known, origin) for known in _known(path)) for path in paths):
            return paths
    raise AssertionError  # there is no end of numbers


def _is_done(known: Origin, wished: Origin) -> bool:
    same = known.recording == wished.recording and known.complete
    return same and (known.options == wished.options or bool(known.edits))


class _Found(Enum):
    """What is found under a name."""

    NOTHING = auto()
    RENEWABLE = auto()
    TAKEN = auto()


def _found(path: Path, taken: frozenset[str], destination: Destination, origin: Origin, *, replace: bool) -> _Found:
    if destination.in_hand(path):
        return _Found.TAKEN
    if not os.path.lexists(path):
        return _Found.TAKEN if folded(path.name) in taken else _Found.NOTHING
    if path.is_dir() or _identity(path) in destination.inputs:
        return _Found.TAKEN
    is_renewable = replace or any(origin.may_replace(known) for known in _known(path))
    return _Found.RENEWABLE if is_renewable else _Found.TAKEN


def _known(path: Path) -> tuple[Origin, ...]:
    try:
        return origins_of(path) if path.stat().st_size <= _LARGEST_BYTES else ()
    except OSError:
        return ()


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
