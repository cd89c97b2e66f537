"""The window's start and its smoothness, and the carried sample from end to end."""

import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bench.children import probe
from bench.measurement import Measurement, Options
from bench.recordings import Recordings
from bench.records import Records
from bench.tables import NOTHING, against, of, speed, table

TITLE = "The window and the sample"
HEAVY = ("torch", "onnxruntime", "moonshine_voice")
LABELS = {"window": "the window", "sample": "the sample"}
SHOWN_GOAL_S = 1.5
STALL_GOAL_MS = 50
SAMPLE_GOAL = 10
LIMIT_S = 300
"""If its job fails, the window waits for somebody to read why."""
STAGES = {
    "decoding": "reading audio",
    "segmentation": "finding speech (segmentation)",
    "embedding": "telling speakers apart (embedding, clustering)",
    "transcription": "writing down the words",
}


def measurements(_options: Options, _recordings: Recordings) -> Iterator[Measurement]:
    """The window and the sample; they need no recordings."""
    yield Measurement("window", _measure_window)
    yield Measurement("sample", lambda: probe("sample"))


def section(records: Records) -> Iterator[str]:
    """One table for both."""
    sample, shown = of(records, "sample"), of(records, "window")
    rows = [*(_sample_rows(sample) if sample else ()), *(_window_rows(shown) if shown else ())]
    yield from table(("what", "measured", "goal"), rows)


def _measure_window() -> Mapping[str, Any]:
    probe("window", limit_s=LIMIT_S)  # fills the caches
    started_s = time.time()
    measured = probe("window", limit_s=LIMIT_S)
    heavy = [name for name in HEAVY if name in measured["modules"]]
    shown_after_s = measured["shown_at_s"] - started_s
    return {"shown_after_s": shown_after_s, "heavy": heavy, "longest_stall_ms": measured["longest_stall_ms"]}


def _sample_rows(sample: Mapping[str, Any]) -> Iterator[Sequence[str]]:
    speeds = sample["speed"]
    label = f"sample ({sample['duration_s']:.0f} s), end to end, models loaded, best of {sample['runs']}"
    yield (
        label,
        speed(speeds["total"]),
        against(f"at least {SAMPLE_GOAL} x real time", speeds["total"] >= SAMPLE_GOAL),
    )
    for stage, name in STAGES.items():
        yield (f"… {name}", speed(speeds.get(stage)), NOTHING)


def _window_rows(shown: Mapping[str, Any]) -> Iterator[Sequence[str]]:
    after_s, stall_ms = shown["shown_after_s"], shown["longest_stall_ms"]
    heavy = ", ".join(shown["heavy"]) or "none"
    yield (
        "window visible after the command, warm caches",
        f"{after_s:.2f} s",
        against("at most 1.5 s", after_s <= SHOWN_GOAL_S),
    )
    yield (f"{', '.join(HEAVY)} imported by then", heavy, against("none", not shown["heavy"]))
    yield (
        "longest stall of the window's event loop during a job",
        f"{stall_ms:.0f} ms",
        against(f"at most {STALL_GOAL_MS} ms", stall_ms <= STALL_GOAL_MS),
    )
