"""How far words are from where they are said."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bench.children import probe
from bench.measurement import Measurement, Options
from bench.recordings import Recordings
from bench.records import Records
from bench.tables import against, of, table

TITLE = "When words are said"
LABELS = {"times-conversations": "made conversations", "times-headsets": "AMI, one headset at a time"}
HEADS = ("recordings", "words scored", "start wrong by, median", "p95", "words that begin in silence", "goal")
MEDIAN_GOAL_MS = 100
INTRODUCTION = """Moonshine tells no times: they are found in the sound afterwards. Words are scored whose begin the \
truth knows exactly, the first of each turn, or of each stretch that is one word; and of all words, how many begin \
outside of their turn's speech."""


def measurements(_options: Options, recordings: Recordings) -> Iterator[Measurement]:
    """One for each set."""
    folders = {"times-conversations": recordings.conversations, "times-headsets": recordings.headsets}
    for name, folder in folders.items():
        yield Measurement(name, lambda folder=folder: probe("word_times", folder()))


def section(records: Records) -> Iterator[str]:
    """A row for each set."""
    yield from (INTRODUCTION, "")
    yield from table(HEADS, [_row(label, fields) for name, label in LABELS.items() if (fields := of(records, name))])


def _row(label: str, fields: Mapping[str, Any]) -> Sequence[str]:
    goal = against(
        f"median {MEDIAN_GOAL_MS / 1000:g} s, none in silence",
        fields["median_ms"] <= MEDIAN_GOAL_MS and not fields["silent"],
    )
    seconds = (f"{fields[name] / 1000:.3f} s" for name in ("median_ms", "p95_ms"))
    return (label, str(fields["scored"]), *seconds, f"{fields['silent']} of {fields['words']}", goal)
