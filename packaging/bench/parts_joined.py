"""A long recording heard in parts that are joined, against the same heard in one go."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from bench.children import probe
from bench.measurement import Measurement, Options
from bench.recordings import Recordings, sound_of
from bench.records import Records
from bench.tables import NOTHING, against, at_most, of, rate, table

TITLE = "Parts, joined"
LABELS = {
    "parts-long": "the long conversation",
    "parts-conversations": "made conversations, again and again",
    "parts-meetings": "clips of AMI meetings, again and again",
    "parts-mixed": "both and a dialogue, again and again",
    "parts-three": "the same, three times as long",
}
SETS = {
    "parts-conversations": ("conversations",),
    "parts-meetings": ("ami",),
    "parts-mixed": ("conversations", "ami", "dialogues"),
    "parts-three": ("conversations", "ami", "dialogues"),
}
TIMES = {"parts-three": 3}
GOAL = 0.5
INTRODUCTION = """A recording cut in pauses into parts of half an hour, each heard by itself, and the voices of all \
clustered together. Diarization error rate in percent, overlap scored, collar 0; in brackets what of it is missed, \
false alarm and confusion. The clips come in another order each time, up to 4 dB louder or fainter."""
HEADS = ("recording", "speakers", "in one go: found", "error", "joined: found", "error", "goal")


def measurements(options: Options, recordings: Recordings) -> Iterator[Measurement]:
    """The long conversation, then the made hours; none where no long recording is asked for."""
    if not options.long_min:
        return
    part_min = options.long_min / 2
    yield Measurement(
        "parts-long", lambda: probe("parts_joined", sound_of(recordings.long(options.long_min)), part_min)
    )
    for seed, (name, sets) in enumerate(SETS.items(), start=1):
        made = partial(recordings.again_and_again, sets, TIMES.get(name, 1) * options.long_min, seed=seed)
        yield Measurement(name, lambda made=made: probe("parts_joined", sound_of(made()), part_min))


def section(records: Records) -> Iterator[str]:
    """A row for each recording."""
    yield from (INTRODUCTION, "")
    reports = {label: of(records, name) for name, label in LABELS.items()}
    yield from table(HEADS, [_row(label, report) for label, report in reports.items() if report])


def _row(label: str, report: Mapping[str, Any]) -> Sequence[str]:
    uncut, joined = report["uncut"], report["joined"]
    more = joined["der_0"] - uncut["der_0"]
    return (
        f"{label}, {report['duration_s'] / 60:.0f} min in {report['parts']} parts",
        str(uncut["speakers_true"]),
        *_found(uncut),
        *_found(joined),
        against(f"at most {GOAL} more", at_most(more, GOAL)) if report["parts"] > 1 else NOTHING,
    )


def _found(fields: Mapping[str, Any]) -> tuple[str, str]:
    parts = " / ".join(rate(fields[part]) for part in ("missed", "false_alarm", "confusion"))
    return str(fields["speakers_found"]), f"{rate(fields['der_0'])} ({parts})"
