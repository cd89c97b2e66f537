"""Parakeet on onnxruntime: what a model of its size costs on this processor, with weights by chance."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.children import probe
from bench.measurement import Measurement, Options
from bench.recordings import Recordings
from bench.records import Records
from bench.tables import NOTHING, against, of, table

TITLE = "Parakeet without a graphics card"
LABELS = {
    "parakeet-form": "the form for this processor, made from float32",
    "parakeet-source": "ten minutes, float32",
    "parakeet-speed": "ten minutes, the form for this processor",
    "parakeet-hour": "an hour, the form for this processor",
    "parakeet-stop": "interrupted in the middle",
    "parakeet-window": "the window meanwhile: the longest stall of its event loop",
    "parakeet-captions": "live captions",
}
INTRODUCTION = """627 million weights by chance, in the structure of the published model, built for each run: speed \
and memory are the real one's, words are not. What is heard is real speech. All cores, one region in each thread."""
SPEED_GOAL, PEAK_GOAL_MB = 10, 1600
FORM_GOAL_S, FORM_GOAL_MB = 15, 500
STOP_GOAL_S, STALL_GOAL_MS = 1, 50
_MINUTES, _HOUR, _CAPTION_MINUTES, _WINDOW_MINUTES = 10, 60, 5, 2
_held: list[TemporaryDirectory[str]] = []


def measurements(options: Options, _recordings: Recordings) -> Iterator[Measurement]:
    """The model is made for the first of them that is taken; they need no recordings."""
    yield Measurement("parakeet-form", lambda: _form())
    yield Measurement("parakeet-source", lambda: probe("parakeet", "source", _model(), _MINUTES))
    yield Measurement("parakeet-speed", lambda: probe("parakeet", "speed", _prepared(), _MINUTES))
    if options.long_min:
        yield Measurement("parakeet-hour", lambda: probe("parakeet", "speed", _prepared(), _HOUR))
    yield Measurement("parakeet-stop", lambda: probe("parakeet", "stop", _prepared()))
    yield Measurement("parakeet-window", lambda: probe("parakeet_window", _prepared(), _WINDOW_MINUTES))
    yield Measurement("parakeet-captions", lambda: probe("parakeet", "captions", _prepared(), _CAPTION_MINUTES))


@cache
def _model() -> Path:
    held = TemporaryDirectory(prefix="diarist-parakeet-")
    _held.append(held)
    probe("parakeet", "make", held.name)
    return Path(held.name)


@cache
def _form() -> dict[str, Any]:
    return probe("parakeet", "form", _model())


def _prepared() -> Path:
    _form()
    return _model()


def section(records: Records) -> Iterator[str]:
    """What it costs, and what was asked for."""
    yield from (INTRODUCTION, "")
    rows = [row for name, say in _ROWS.items() if (report := of(records, name)) for row in say(LABELS[name], report)]
    yield from table(("what", "time", "peak memory", "goal"), rows)


def _form_row(label: str, report: Mapping[str, Any]) -> Iterator[Sequence[str]]:
    met = report["seconds"] <= FORM_GOAL_S and report["peak_mb"] <= FORM_GOAL_MB
    goal = against(f"{FORM_GOAL_S} s, {FORM_GOAL_MB} MB", met)
    yield f"{label}: {report['form']}", f"{report['seconds']:.1f} s", f"{report['peak_mb']:.0f} MB", goal


def _speed_row(label: str, report: Mapping[str, Any]) -> Iterator[Sequence[str]]:
    met = report["speed"] >= SPEED_GOAL and report["peak_mb"] <= PEAK_GOAL_MB
    goal = NOTHING if "float32" in label else against(f"{SPEED_GOAL} x, {PEAK_GOAL_MB} MB", met)
    yield label, f"{report['speed']:.1f} x on {report['cores']} cores", f"{report['peak_mb']:.0f} MB", goal


def _stop_row(label: str, report: Mapping[str, Any]) -> Iterator[Sequence[str]]:
    goal = against(f"{STOP_GOAL_S} s", report["seconds"] <= STOP_GOAL_S)
    yield label, f"{report['seconds']:.2f} s", NOTHING, goal


def _window_row(label: str, report: Mapping[str, Any]) -> Iterator[Sequence[str]]:
    goal = against(f"{STALL_GOAL_MS} ms", report["longest_stall_ms"] <= STALL_GOAL_MS)
    yield label, f"{report['longest_stall_ms']:.0f} ms", NOTHING, goal


def _captions_row(label: str, report: Mapping[str, Any]) -> Iterator[Sequence[str]]:
    lag, held = report["lag_s"], report["resident_mb"]
    said = f"{report['passes_a_minute']:.0f} passes a minute; behind by {lag['median']:.1f} / {lag['p95']:.1f} s (p95)"
    yield f"{label}, {report['minutes']:.0f} minutes", said, f"{held[0]} MB, {held[-1]} MB at the end", NOTHING


_ROWS = {
    "parakeet-form": _form_row,
    "parakeet-source": _speed_row,
    "parakeet-speed": _speed_row,
    "parakeet-hour": _speed_row,
    "parakeet-stop": _stop_row,
    "parakeet-window": _window_row,
    "parakeet-captions": _captions_row,
}
