"""A meeting in which everybody has a recorder: the first recording, and the others, kept in its project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.translation import plural

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop_app.core.project.values import Json

_KEY = "recordings of the others"
_NAMED = 3


def others_in(view: Mapping[str, Json]) -> tuple[Path, ...]:
    """The recordings of the others, in the notes of the first; () where it is no such meeting."""
    entry = view.get(_KEY)
    return tuple(Path(each) for each in entry if isinstance(each, str)) if isinstance(entry, list) else ()


def with_others(view: Mapping[str, Json], others: Sequence[Path]) -> dict[str, Json]:
    """The notes with these recordings in them."""
    return {**view, _KEY: [str(each) for each in others]}


def meeting_name(paths: Sequence[Path]) -> str:
    """'anna + ben + cleo', or 'anna + 7 others'."""
    if len(paths) <= _NAMED:
        return " + ".join(path.stem for path in paths)
    return plural("{name} + {n} others", "{name} + {n} other", len(paths) - 1, name=paths[0].stem)
