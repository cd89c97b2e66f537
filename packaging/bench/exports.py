"""Out of the library: what exports of ten hours take, and what a worklist adds to the work itself."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from bench.children import probe
from bench.measurement import Measurement, Options
from bench.recordings import Recordings
from bench.records import Records
from bench.tables import NOTHING, against, of, table

TITLE = "Exports and many files"
WORDS = 100_000
TEXT_GOAL_S, DOCUMENT_GOAL_S = 2, 15
DOCUMENTS = frozenset({"docx", "odt", "pdf", "qdpx"})
FILES, FILE_S = 200, 3
OVERHEAD_GOAL = 0.05
LABELS = {"exports": f"{WORDS:,} words in ten hours, in every format", "worklist": "a worklist beside one warm loop"}


def measurements(_options: Options, _recordings: Recordings) -> Iterator[Measurement]:
    """Neither needs recordings."""
    yield Measurement("exports", partial(probe, "exports", WORDS))
    yield Measurement("worklist", partial(probe, "worklist", FILES, FILE_S))


def section(records: Records) -> Iterator[str]:
    """A table for each."""
    if exports := of(records, "exports"):
        yield f"{exports['words']:,} words of two people in ten hours."
        yield ""
        yield from table(
            ("format", "written in", "size", "read again in", "goal"),
            [_export_row(*each) for each in exports["formats"].items()],
        )
    if worklist := of(records, "worklist"):
        yield from table(("what", "time", "goal"), _worklist_rows(worklist))


def _export_row(name: str, found: dict[str, Any]) -> Sequence[str]:
    goal_s = DOCUMENT_GOAL_S if name in DOCUMENTS else TEXT_GOAL_S
    read_s = found["read_s"]
    goal = against(f"{goal_s} s each", max(found["seconds"], read_s or 0) <= goal_s)
    read = NOTHING if read_s is None else f"{read_s:.2f} s"
    return name, f"{found['seconds']:.2f} s", f"{found['mb']:.1f} MB", read, goal


def _worklist_rows(found: dict[str, Any]) -> Iterator[Sequence[str]]:
    files, more = found["files"], found["worklist_s"] / found["loop_s"] - 1
    goal = against("5 %", more <= OVERHEAD_GOAL)
    yield f"{files} files of {found['file_s']:.0f} s, one warm loop", f"{found['loop_s']:.1f} s", ""
    yield f"{files} files, a worklist", f"{found['worklist_s']:.1f} s, {more:+.1%}", goal
