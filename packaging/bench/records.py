"""What was measured, kept as JSON: the page is made of nothing else."""

import json
import os
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bench.errors import LeftOut
from bench.places import ROOT


@dataclass(frozen=True, slots=True)
class Record:
    """One measurement.

    measured: what it told, empty where left_out says why it could not; load_before: programs that wanted a core in the
    minute before, None where the system does not tell. version: of the source.
    """

    name: str
    measured: Mapping[str, Any]
    left_out: str | None
    measured_on: str
    took_s: float
    load_before: float | None
    version: str


Records = Mapping[str, Record]


def take(name: str, measure: Callable[[], Mapping[str, Any]]) -> Record:
    """Measure now; what cannot be measured is a record too."""
    load, started_s = _load(), time.perf_counter()
    measured: Mapping[str, Any] = {}
    left_out = None
    try:
        measured = measure()
    except LeftOut as reason:
        left_out = str(reason)
    took_s = time.perf_counter() - started_s
    return Record(name, measured, left_out, date.today().isoformat(), round(took_s, 1), load, source_version())


def keep(folder: Path, record: Record) -> None:
    """Write the record to the folder, in place of an earlier one of its name."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(asdict(record), ensure_ascii=False, indent=2)
    (folder / f"{record.name}.json").write_text(text + "\n", encoding="utf-8")


def read_all(folder: Path) -> Records:
    """Every record in the folder, by its name."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.json"))]
    return {record.name: record for record in (Record(**json.loads(text)) for text in texts)}


def forget(folder: Path, name: str) -> None:
    """Remove a record that is about to be taken again."""
    (folder / f"{name}.json").unlink(missing_ok=True)


def source_version() -> str:
    """The commit, with a plus where the source differs from it; "unknown" outside a checkout."""
    commit = _git("rev-parse", "--short", "HEAD")
    changed = _git("status", "--porcelain", "--untracked-files=no", "--", "desktop_app", "packaging")
    return commit + "+" * bool(changed) if commit else "unknown"


def _git(*arguments: str) -> str:
    try:
        done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S607
    except FileNotFoundError:
        return ""
    return done.stdout.strip()


def _load() -> float | None:
    try:
        return round(os.getloadavg()[0], 1)
    except (AttributeError, OSError):  # Windows has none
        return None
