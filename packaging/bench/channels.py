"""Who speaks when, where everybody has a microphone of their own."""

from collections.abc import Iterator, Mapping
from typing import Any

from bench.children import probe
from bench.measurement import Measurement, Options
from bench.recordings import Recordings
from bench.records import Records
from bench.tables import of, rate, table

TITLE = "One speaker per channel"
NAME = "channels"
LABELS = {NAME: "a channel for each person"}
SETS = {"made": "made talks of two to five people", "headsets": "AMI headsets, clips of 9 s"}
INTRODUCTION = """Recordings with a microphone for each person, in which the others are heard faintly: \
`--per-channel`, which tells nobody by voice, and the usual way on the same files. Diarization error rate in percent, \
overlap scored, with a collar of 0 and of 0.25 s; in brackets what of it is missed, false alarm and confusion."""


def measurements(_options: Options, recordings: Recordings) -> Iterator[Measurement]:
    """All of it at once."""
    yield Measurement(NAME, lambda: probe(NAME, recordings.all()))


def section(records: Records) -> Iterator[str]:
    """A row for each set, bleed and way."""
    measured = of(records, NAME)
    if measured is None:
        return
    yield from (INTRODUCTION, "")
    heads = ("recordings", "the others", "told", "collar 0", "collar 0.25", "right number of speakers")
    rows = sorted(measured["rows"], key=lambda row: list(SETS).index(row["set"]))
    yield from table(heads, [_row(row) for row in rows])


def _row(row: Mapping[str, Any]) -> tuple[str, ...]:
    errors = [f"{rate(whole)} ({' / '.join(map(rate, parts))})" for whole, *parts in row["errors"]]
    return SETS[row["set"]], row["bleed"], row["way"], *errors, f"{row['right']} of {row['files']}"
