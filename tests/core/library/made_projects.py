"""Projects for the library's tests: files that say in JSON what a project says, and who reads them."""

import json
import os
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from desktop_app.core.library.errors import UnreadableProject
from desktop_app.core.library.spoken_text import SpokenTurn
from desktop_app.core.library.values import LibraryProject, Summary

NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)
LONG_AGO_S = 1_700_000_000


def said(text: str, speaker: str = "Anna", *, at_ms: int = 0) -> SpokenTurn:
    return SpokenTurn(speaker, at_ms, tuple(text.split(" ")))


def project(name: str = "Talk", turns: Sequence[SpokenTurn] = (), *, day: int = 0, **facts: object) -> LibraryProject:
    """A project whose recording was made so many days after the year began."""
    made_at = NEW_YEAR + timedelta(days=day)
    speakers = tuple(dict.fromkeys(turn.speaker for turn in turns))
    usual: dict[str, Any] = {
        "id": f"id of {name}",
        "made_at": made_at,
        "changed_at": made_at,
        "speakers": speakers,
        **facts,
    }
    return LibraryProject(Summary(name=name, **usual), tuple(turns))


def write_project(path: Path, name: str, text: str = "", *, day: int = 0, age_s: int = 0, **facts: object) -> Path:
    """A file that was changed long ago, by so much longer."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"name": name, "text": text, "day": day, **facts}))
    os.utime(path, (LONG_AGO_S - age_s, LONG_AGO_S - age_s))
    return path


class Reader:
    """Reads them, and keeps which."""

    def __init__(self, *, is_passing: bool = False) -> None:
        """is_passing: what cannot be read may be read another time."""
        self.read: list[Path] = []
        self._is_passing = is_passing

    def __call__(self, path: Path) -> LibraryProject:
        self.read.append(path)
        try:
            fields = json.loads(path.read_bytes())
        except OSError as error:
            raise UnreadableProject(f"{path.name} cannot be read ({error.strerror}).") from error
        except ValueError as error:
            raise UnreadableProject(f"{path.name} is damaged.", is_passing=self._is_passing) from error
        text = fields.pop("text")
        turns = [said(line, at_ms=1000 * number) for number, line in enumerate(text.splitlines())]
        return project(fields.pop("name"), turns, **fields)
