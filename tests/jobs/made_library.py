"""Projects for the library beside the window: files of lines, the first of which is the name."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

from desktop_app.core.library.errors import UnreadableProject
from desktop_app.core.library.spoken_text import SpokenTurn
from desktop_app.core.library.values import LibraryProject, Summary

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


def write_lines(path: Path, name: str, *lines: str) -> Path:
    """A project of one turn for each of the lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([name, *lines]))
    return path


def read_lines(path: Path) -> LibraryProject:
    """What such a file says. 'bug' as a name is one of Diarist's, and 'endless' is never read to its end."""
    try:
        name, *lines = path.read_text().split("\n")
    except OSError as error:
        raise UnreadableProject(f"It cannot be read ({error.strerror}).") from error
    if name == "bug":
        raise RuntimeError("nobody thought of this")
    if name == "endless":
        path.with_suffix(".begun").touch()
        Event().wait()
    made_at = LONG_AGO + timedelta(minutes=len(lines))
    turns = [SpokenTurn("Anna", 1000 * number, tuple(line.split())) for number, line in enumerate(lines)]
    return LibraryProject(Summary(f"id of {name}", name, made_at, made_at, sound=path.with_suffix(".wav")), turns)
