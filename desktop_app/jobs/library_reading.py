"""The library's process: it reads projects into the index, whatever is in their files. No Qt here."""

import logging
import os
import signal
from collections.abc import Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic

from desktop_app.core.library.errors import LibraryUnavailable, UnreadableProject
from desktop_app.core.library.index import LibraryIndex
from desktop_app.core.library.sync import ReadProject, read_into, sync
from desktop_app.core.library.values import Change, LibraryProject
from desktop_app.jobs.messages import Failed, Finished, LibraryRequest, LookAt, Looked, LookThrough
from desktop_app.jobs.parent_pipe import ParentPipe
from desktop_app.jobs.unexpected_error import unexpected
from desktop_app.translation import tr

_TELL_EVERY_S = 0.5
_NICENESS = 10
"""What people wait for comes first."""
_log = logging.getLogger(__name__)


def serve(connection: Connection) -> None:
    """Answer requests until the other side is gone. The last message of an answer is Finished or Failed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the parent, which ends this process
    with suppress(OSError, AttributeError):  # Windows has no niceness
        os.nice(_NICENESS)
    parent = ParentPipe(connection)
    while True:
        parent.send(_answer(parent.receive(), parent))


def _answer(request: LibraryRequest, parent: ParentPipe) -> Finished | Failed:
    try:
        with LibraryIndex() as index:
            for changes in _in_batches(_steps(request, index)):
                parent.send(Looked(changes))
    except LibraryUnavailable as error:
        return Failed(tr("The projects cannot be looked at just now: {error}.", error=error), tr("Try again later."))
    except Exception as error:  # noqa: BLE001  the process border: whatever it is, the window must hear of it
        _log.exception("a look at the projects failed")
        return unexpected(tr("The projects cannot be looked at"), error)
    return Finished()


def _steps(request: LibraryRequest, index: LibraryIndex) -> Iterator[Change | None]:
    read = _guarded(request.read)
    match request:
        case LookThrough(folders, outside):
            yield from sync(index, folders, outside, read)
        case LookAt(projects):
            yield from (read_into(index, path, read) for path in projects)


def _in_batches(steps: Iterable[Change | None]) -> Iterator[tuple[Change, ...]]:
    changes: list[Change] = []
    told_s = 0.0
    for change in steps:
        if change is not None:
            changes.append(change)
        if changes and monotonic() - told_s > _TELL_EVERY_S:
            yield tuple(changes)
            changes, told_s = [], monotonic()
    if changes:
        yield tuple(changes)


def _guarded(read: ReadProject) -> ReadProject:
    """Whatever a file leads to, the others are read."""

    def guarded(path: Path) -> LibraryProject:
        try:
            return read(path)
        except UnreadableProject:
            raise
        except Exception as error:
            _log.exception("%s cannot be read", path)
            said = f"{type(error).__name__}: {error}"
            why = tr("Something went wrong inside Diarist when it was read: {error}", error=said)
            raise UnreadableProject(why) from error

    return guarded
