"""Who speaks, told while it is recorded, against the same diarization afterwards."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from bench.children import probe
from bench.measurement import Measurement, Options
from bench.recordings import Recordings
from bench.records import Records
from bench.tables import NOTHING, against, of, rate, table

TITLE = "Speakers, while it is recorded"
LABELS = {
    "live-conversations": "made conversations",
    "live-ami": "clips of AMI meetings",
    "live-telephone": "pyannote's telephone sample",
    "live-long": "the shorter long conversation",
}
SETTLED_GOAL, FIRST_GOAL, CHANGED_GOAL = 4.0, 12.0, 3.0
INTRODUCTION = """Diarization error rate in percent, overlap scored, with a collar of 0 and of 0.25 s. While it is \
recorded captions tell one speaker at a time, so the pass afterwards stands here twice: with overlap, and without. \
*First* is the label that each stretch had when it was first told, at most 2.5 s after its end; *settled* are those at \
the end, with overlap, as the first draft has them. *Changed* is the share of speech that is somebody else's at the \
end than 10 s after it was spoken, nobody's then among it; in brackets what changed from one speaker to another. \
*Processor* is seconds of processor per second of sound."""
HEADS = ("recordings", "afterwards", "afterwards, no overlap", "settled", "first", "changed", "processor", "goal")


def measurements(options: Options, recordings: Recordings) -> Iterator[Measurement]:
    """One for each set of recordings."""
    folders = {
        "live-conversations": recordings.conversations,
        "live-ami": recordings.meetings,
        "live-telephone": recordings.telephone,
        "live-long": partial(recordings.long, options.short_min),
    }
    for name, folder in folders.items():
        yield Measurement(name, lambda folder=folder: probe("live_labels", folder()))


def section(records: Records) -> Iterator[str]:
    """A row for each set."""
    yield from (INTRODUCTION, "")
    yield from table(HEADS, [_row(label, fields) for name, label in LABELS.items() if (fields := of(records, name))])


def _row(label: str, fields: Mapping[str, Any]) -> Sequence[str]:
    offline, settled, first = (fields[f"{name}_der_0"] for name in ("full", "settled", "first"))
    changed = fields["changed"]
    goals = (
        against(f"settled at most {SETTLED_GOAL:g} worse", settled - offline <= SETTLED_GOAL),
        against(f"first {FIRST_GOAL:g}", first - offline <= FIRST_GOAL),
        against(f"changed under {CHANGED_GOAL:g} %", changed is None or changed < CHANGED_GOAL),
    )
    return (
        label,
        *(_both(fields, name) for name in ("full", "exclusive", "settled", "first")),
        NOTHING if changed is None else f"{changed:.1f} % ({fields['switched']:.1f} %)",
        f"{fields['processor_share']:.2f}",
        "; ".join(goals),
    )


def _both(fields: Mapping[str, Any], name: str) -> str:
    return f"{rate(fields[f'{name}_der_0'])} / {rate(fields[f'{name}_der_25'])}"
