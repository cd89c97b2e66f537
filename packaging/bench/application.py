"""The application that people install: its size, how soon its window is there, and the memory it takes."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bench.children import probe
from bench.errors import LeftOut
from bench.measurement import Measurement, Options
from bench.places import ROOT
from bench.recordings import Recordings
from bench.records import Records
from bench.tables import NOTHING, against, of, table

TITLE = "The installed application"
LABELS = {"application": "the application of `make package`"}
SIZE_GOAL_MB = 400
SHOWN_GOAL_S = 1.5
LIMIT_S = 600
FROZEN = ROOT / "dist" / "diarist"
_NEEDED = ("Xvfb", "xdotool")


def measurements(_options: Options, _recordings: Recordings) -> Iterator[Measurement]:
    """All of it in one go; it needs `make package` before, and no recordings."""
    yield Measurement("application", _measure)


def _measure() -> Mapping[str, Any]:
    if not (FROZEN / "diarist").is_file():
        raise LeftOut("Left out: `make package` was not run before.")
    if missing := [name for name in _NEEDED if shutil.which(name) is None]:
        raise LeftOut(f"Left out: {', '.join(missing)} is not installed here.")
    return probe("application", limit_s=LIMIT_S)


def section(records: Records) -> Iterator[str]:
    """What was measured, and what takes the space."""
    if measured := of(records, "application"):
        yield from table(("what", "measured", "goal"), _rows(measured))
        yield from table(("what takes the space", "MB"), _space_rows(measured))


def _rows(measured: Mapping[str, Any]) -> Iterator[Sequence[str]]:
    size_mb, shown_s = measured["size_mb"], measured["shown_after_s"]
    yield (
        "unpacked",
        f"{size_mb:.0f} MB",
        against(f"under {SIZE_GOAL_MB} MB", size_mb < SIZE_GOAL_MB),
    )
    for name, packed_mb in measured["packed_mb"].items():
        yield f"{name}, to be fetched", f"{packed_mb:.0f} MB", NOTHING
    yield (
        f"window visible after the command, warm caches, median of {measured['runs']}",
        f"{shown_s:.2f} s",
        against(f"under {SHOWN_GOAL_S} s", shown_s < SHOWN_GOAL_S),
    )
    yield "memory of all its processes, the sample transcribed and in view", f"{measured['memory_mb']:.0f} MB", NOTHING
    yield "`diarist transcribe` of the sample: greatest memory", f"{measured['terminal_mb']:.0f} MB", NOTHING


def _space_rows(measured: Mapping[str, Any]) -> Iterator[Sequence[str]]:
    for name, size_mb in measured["space_mb"].items():
        yield name, f"{size_mb:.0f}"
