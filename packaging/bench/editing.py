"""Correcting long transcripts in the real window: from a key to the painted letter, and all that must not be felt."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from bench.children import probe
from bench.measurement import Measurement, Options
from bench.recordings import Recordings
from bench.records import Records
from bench.tables import against, of, table

TITLE = "Correcting"
SHAPES = {"interview": "ten hours, 8,000 turns, 104,000 words", "monologue": "one turn of an hour, 10,000 words"}
LABELS = {f"editing-{shape}": label for shape, label in SHAPES.items()}
WORST_KEY_MS = 50
MEMORY_GOAL_MB = 500
GOALS_MS = {
    "first_letters": ("a letter, key to painted, in the first seconds: the engines start", 16),
    "letters": ("a letter, key to painted", 16),
    "undo_typing": ("undo of what was typed", 50),
    "split": ("Enter: a turn split", 50),
    "rename": ("a speaker renamed in all turns", 100),
    "undo_rename": ("… and undone", 100),
    "to_the_end": ("to the end and back (Ctrl+End, Ctrl+Home)", 50),
    "narrower": ("the window narrower", 50),
    "find": ("a letter of a search", 100),
    "merge": ("two speakers made one, the next painting", 200),
    "merge_all": ("… undone, all of the text", 200),
}
"""What is done, in words, and in how many ms it is to be done at p95."""
_LIMIT_S = 300


def measurements(_options: Options, _recordings: Recordings) -> Iterator[Measurement]:
    """Each shape in a process of its own; they need no recordings."""
    for shape in SHAPES:
        yield Measurement(f"editing-{shape}", partial(probe, "editing", shape, limit_s=_LIMIT_S))


def section(records: Records) -> Iterator[str]:
    """Every act in every shape."""
    reports = {label: report for name, label in LABELS.items() if (report := of(records, name))}
    rows = [_row(label, act, report[act]) for label, report in reports.items() for act in GOALS_MS if act in report]
    rows += [_memory(label, report) for label, report in reports.items()]
    yield from table(("transcript", "what", "median / p95 / worst", "goal"), rows)


def _row(label: str, act: str, times_ms: Sequence[float]) -> Sequence[str]:
    said, goal_ms = GOALS_MS[act]
    ordered = sorted(times_ms)
    median, p95, worst = (ordered[min(len(ordered) - 1, int(len(ordered) * share))] for share in (0.5, 0.95, 1))
    met, goal = p95 <= goal_ms, f"p95 {goal_ms} ms"
    if act.endswith("letters"):
        met, goal = met and worst <= WORST_KEY_MS, f"{goal}, worst {WORST_KEY_MS} ms"
    return label, said, f"{median:.0f} / {p95:.0f} / {worst:.0f} ms", against(goal, met)


def _memory(label: str, report: Mapping[str, Any]) -> Sequence[str]:
    held_mb = report["memory_mb"]
    goal = f"under {MEMORY_GOAL_MB} MB"
    return label, "memory of the whole window", f"{held_mb:.0f} MB", against(goal, held_mb < MEMORY_GOAL_MB)
