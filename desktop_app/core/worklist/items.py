"""The recordings of a worklist, from files and folders."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.audio.endings import is_named_like_recording
from desktop_app.core.transcript.values import Span
from desktop_app.core.worklist.errors import WorklistError
from desktop_app.translation import tr


@dataclass(frozen=True, slots=True)
class Item:
    """A recording, or a stretch of one, that is to be transcribed.

    name: what it is called in its list, the same on every machine: its path as seen from the folder or manifest that
    names it, with slashes. stretch: what of it is meant, all of it if None. address: where it is to be fetched from, if
    it is not here; path is its name there then. refusal: why it cannot be done, '' if nothing speaks against it.
    """

    path: Path
    name: str
    stretch: Span | None = None
    address: str = ""
    refusal: str = ""

    @property
    def source(self) -> str:
        """Where it lies, for people."""
        return self.address or str(self.path)

    @property
    def stretch_ms(self) -> tuple[int, int] | None:
        """What is meant, in milliseconds from its start."""
        return None if self.stretch is None else (self.stretch.start_ms, self.stretch.end_ms)


def items_of(
    paths: Iterable[Path], *, recursive: bool, unread: Callable[[WorklistError], None] | None = None
) -> list[Item]:
    """The files, and what of the folders' files is named like a recording, each once and in the order of their names.

    recursive: of the folders in the folders, too. unread: is told of a folder that cannot be read, and which is left
    out; if None, that is raised.
    """
    found: dict[str, Item] = {}
    for path in paths:
        inside = _in_folder(path, recursive=recursive, unread=unread or _refuse) if path.is_dir() else None
        for item in [Item(path, path.name)] if inside is None else inside:
            found.setdefault(os.path.realpath(item.path), item)
    return list(found.values())


def _refuse(error: WorklistError) -> None:
    raise error


def _in_folder(folder: Path, *, recursive: bool, unread: Callable[[WorklistError], None]) -> Iterator[Item]:
    def tell(error: OSError) -> None:
        unread(WorklistError(Path(error.filename or folder), error.strerror or str(error)))

    for place, folders, names in os.walk(folder, onerror=tell):
        folders[:] = sorted(each for each in folders if recursive and not each.startswith("."))
        for name in sorted(names):
            if is_named_like_recording(name):
                path = Path(place) / name
                yield Item(path, path.relative_to(folder).as_posix())


def require_any(items: list[Item], paths: Iterable[Path]) -> None:
    """WorklistError, which names the first of the paths, if there is nothing to do."""
    if not items:
        raise WorklistError(next(iter(paths)), tr("no recording is in it; --recursive looks into its folders, too"))
