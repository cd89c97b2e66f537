"""How fast each stage of diarization is, at both hops."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bench.children import probe
from bench.measurement import Measurement, Options
from bench.recordings import Recordings, sound_of
from bench.records import Records
from bench.tables import NOTHING, against, of, rate, speed, table

TITLE = "Speed by stage"
LABELS = {"stages": "both hops"}
ROWS = {
    "decoding": "reading audio",
    "segmentation": "finding speech (segmentation)",
    "embedding": "telling speakers apart (embedding, clustering)",
    "diarization": "diarization: both together",
}
SPEED_GOAL = 100


def measurements(options: Options, recordings: Recordings) -> Iterator[Measurement]:
    """The shorter of the long conversations."""
    yield Measurement("stages", lambda: probe("stages", sound_of(recordings.long(options.short_min))))


def section(records: Records) -> Iterator[str]:
    """A row for each stage, then what the faster hop costs."""
    report = of(records, "stages")
    if report:
        accurate, fast = report["accurate"], report["fast"]
        minutes = accurate["duration_s"] / 60
        runs = accurate["runs"]
        yield f"A made conversation of {minutes:.1f} min, models loaded, the best of {runs} runs; in times real time."
        yield ""
        yield from table(("stage", "accurate", "fast", "goal"), _rows(accurate, fast))


def _rows(accurate: Mapping[str, Any], fast: Mapping[str, Any]) -> Iterator[Sequence[str]]:
    for stage, label in ROWS.items():
        goal = NOTHING
        if stage == "diarization":
            goal = against(f"{SPEED_GOAL} x, accurate", accurate["speed"].get(stage, 0) >= SPEED_GOAL)
        yield (label, speed(accurate["speed"].get(stage)), speed(fast["speed"].get(stage)), goal)
    for der, label in (("der_0", "error rate, collar 0"), ("der_25", "error rate, collar 0.25")):
        yield (label, rate(accurate[der]), rate(fast[der]), NOTHING)
