"""Bringing the index in line with the projects on the disk."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path

from desktop_app.core.library.entry_rows import Known
from desktop_app.core.library.errors import UnreadableProject
from desktop_app.core.library.index import LibraryIndex
from desktop_app.core.library.paths import real_path
from desktop_app.core.library.scan import Scan
from desktop_app.core.library.signature import UNSURE, signature
from desktop_app.core.library.values import Change, ChangeKind, LibraryProject

ReadProject = Callable[[Path], LibraryProject]
"""Reads what the library takes from a project; UnreadableProject where that cannot be."""


def sync(
    index: LibraryIndex, folders: Sequence[Path], outside: Collection[Path], read: ReadProject
) -> Iterator[Change | None]:
    """Look through folders and for projects that lie outside of them, and read those that are new or have changed.

    Each step deals with one folder or one project, and gives what changed in the index, if anything. It may be given
    up after any of them: what was read needs not be read again. A project that has moved is told by its file, or by
    its id. Projects outside stay in the list when they are gone, and so do those in a folder that cannot be looked
    into. LibraryUnavailable from any step.
    """
    scan = Scan()
    yield from scan.folders(folders)
    elsewhere = [real_path(path) for path in outside]
    yield from scan.projects(path for path in elsewhere if path not in scan.signatures)
    yield from _Differences(index, scan, elsewhere).settled(read)


def read_into(index: LibraryIndex, path: Path, read: ReadProject) -> Change | None:
    """Read one project into the index, and say what that changed. LibraryUnavailable."""
    try:
        seen = signature(path.stat())
    except OSError:
        seen = UNSURE
    try:
        project = read(path)
    except UnreadableProject as error:
        return _noted(index, path, error, seen)
    return _put(index, path, project, seen)


class _Differences:
    """What the index has, and what there is.

    known: by the path where it is now. gone: those of them that must have moved or been deleted; a drive that is not
    connected comes back with its projects where they were.
    """

    def __init__(self, index: LibraryIndex, scan: Scan, outside: Collection[Path]) -> None:
        self._index = index
        self._scan = scan
        self._outside = frozenset(outside)
        self._known: dict[Path, Known] = dict(index.known())
        self._gone = {path for path in self._known if path not in scan.signatures and self._is_gone(path)}

    def settled(self, read: ReadProject) -> Iterator[Change | None]:
        """Settle them, one in each step."""
        yield from self._moved_files()
        for path in self._to_read():
            yield from self._read(path, read)
        for path in sorted({*self._known, *self._outside} - set(self._scan.signatures)):
            yield self._missed(path)

    def _is_gone(self, path: Path) -> bool:
        return self._scan.why_missing(path) is None or (path in self._outside and path.parent.is_dir())

    def _moved_files(self) -> Iterator[Change]:
        """Projects whose very file has another path."""
        gone = {self._known[path].signature: path for path in self._gone}
        gone.pop(UNSURE, None)
        for path, seen in self._scan.signatures.items():
            if path not in self._known and seen in gone:
                yield self._moved(gone.pop(seen), path)

    def _to_read(self) -> list[Path]:
        """Projects that are new, have changed or could not be read for the moment, those changed last first."""
        seen: Mapping[Path, str] = self._scan.signatures
        known = {path: each.signature for path, each in self._known.items()}
        differing = [path for path in seen if seen[path] == UNSURE or known.get(path) != seen[path]]
        return sorted(differing, key=lambda path: _changed_ns(seen[path]), reverse=True)

    def _read(self, path: Path, read: ReadProject) -> Iterator[Change | None]:
        try:
            project = read(path)
        except UnreadableProject as error:
            yield _noted(self._index, path, error, self._scan.signatures[path])
            return
        old = self._place_before(path, project.summary.id)
        if old is not None:
            yield self._moved(old, path)
        yield _put(self._index, path, project, self._scan.signatures[path])

    def _place_before(self, path: Path, project_id: str) -> Path | None:
        """Where a project was that has this id and is there no more; None for a path that is known."""
        if path in self._known:
            return None
        return next((each for each in self._gone if self._known[each].id == project_id), None)

    def _moved(self, old: Path, new: Path) -> Change:
        self._index.move(old, new)
        self._gone.discard(old)
        self._known[new] = self._known.pop(old)
        self._outside -= {old}
        return Change(ChangeKind.MOVED, new, old)

    def _missed(self, path: Path) -> Change | None:
        """See to a project that is not there: forget it, or keep it with the sentence why."""
        why = self._scan.why_missing(path)
        if why is not None:
            return _noted(self._index, path, UnreadableProject(why), UNSURE)
        self._index.remove([path])
        return Change(ChangeKind.REMOVED, path)


def _put(index: LibraryIndex, path: Path, project: LibraryProject, seen: str) -> Change | None:
    is_new = index.entry(path) is None
    if not index.put(path, project, seen):
        return None
    if project.problem is not None:
        return Change(ChangeKind.UNREADABLE, path)
    return Change(ChangeKind.ADDED if is_new else ChangeKind.CHANGED, path)


def _noted(index: LibraryIndex, path: Path, error: UnreadableProject, seen: str) -> Change | None:
    is_news = index.put_problem(path, str(error), UNSURE if error.is_passing else seen)
    return Change(ChangeKind.UNREADABLE, path) if is_news else None


def _changed_ns(seen: str) -> float:
    return float("inf") if seen == UNSURE else int(seen.split(":")[0])
