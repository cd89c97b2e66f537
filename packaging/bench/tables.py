"""Figures and tables in Markdown."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from bench.records import Record, Records

NOTHING = "–"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a table, with an empty one behind it; nothing without rows."""
    lines = [_line(row) for row in rows]
    if lines:
        yield from (_line(heads), "|" + "---|" * len(heads), *lines, "")


def of(records: Records, name: str) -> Mapping[str, Any] | None:
    """What was measured under that name; None where it was not."""
    record: Record | None = records.get(name)
    return None if record is None or record.left_out else record.measured


def found_of(fields: Mapping[str, Any]) -> str:
    """How many speakers were found, and how many there are."""
    return f"{fields['speakers_found']} of {fields['speakers_true']}"


def rate(percent: float | None) -> str:
    """A percentage without its sign."""
    return NOTHING if percent is None else f"{percent:.1f}"


def speed(times: float | None) -> str:
    """Times real time."""
    if times is None:
        return NOTHING
    return f"{times:.0f} x" if times >= 10 else f"{times:.1f} x"


def against(goal: str, *met: bool) -> str:
    """The goal, and whether it was met in all its parts."""
    return f"{goal}: {'met' if all(met) else '**not met**'}"


def at_most(figure: float | None, limit: float) -> bool:
    """Whether the figure, rounded as it is shown, is no larger."""
    return figure is not None and round(figure, 1) <= limit


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"
