"""The whole job, words included: how many are wrong, how fast it is, in how much memory."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bench.children import evaluated
from bench.measurement import Measurement, Options
from bench.recordings import Recordings
from bench.records import Records
from bench.tables import NOTHING, against, of, rate, speed, table

TITLE = "The whole job, with its words"
LABELS = {"words-conversations": "the made conversations", "words-long": "the long conversation"}
HEADS = ("recordings", "word error rate", "under the right speaker", "speed", "peak memory", "goal")
PEAK_GOAL_MB = 1500
INTRODUCTION = """Percent of the reference words: in order of time whoever speaks, and with each speaker's words in a \
line (cpWER). Speed and memory are those of the whole job, models loaded."""


def measurements(options: Options, recordings: Recordings) -> Iterator[Measurement]:
    """Short recordings, and a long one."""
    yield Measurement("words-conversations", lambda: evaluated(recordings.conversations(), ("diarist",), words=True))
    if options.long_min:
        yield Measurement("words-long", lambda: evaluated(recordings.long(options.long_min), ("diarist",), words=True))


def section(records: Records) -> Iterator[str]:
    """A row for each."""
    yield from (INTRODUCTION, "")
    reports = {label: of(records, name) for name, label in LABELS.items()}
    yield from table(HEADS, [_row(label, each["pooled"]) for label, each in reports.items() if each and each["files"]])


def _row(label: str, fields: Mapping[str, Any]) -> Sequence[str]:
    peak_mb = fields["peak_mb"]
    goal = NOTHING
    if label == LABELS["words-long"]:
        goal = against("at most 1.5 GB", peak_mb is not None and peak_mb <= PEAK_GOAL_MB)
    rates = (rate(fields["wer"]), rate(fields["cp_wer"]))
    return (label, *rates, speed(fields["speed"]["total"]), NOTHING if peak_mb is None else f"{peak_mb} MB", goal)
