"""docs/benchmarks.md, from what was measured."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bench.measurement import Part
from bench.parts import PARTS
from bench.records import Record, Records
from bench.tables import NOTHING, table

MACHINE = "machine"
INTRODUCTION = """`make bench` writes this page from its measurements; what is not a figure comes from \
[benchmarks-notes.md](benchmarks-notes.md). A goal that is not met stays in sight. \
`make bench PEER=0` leaves the slow peer out, `PARTS=hours,window` and `SETS=ami` choose, \
`LONG=30` shortens the hour and `HOURS=10` adds a longer one."""
TIMED = "When each was measured"


def render(records: Records, notes: Mapping[str, str], *, planned: Iterable[str]) -> str:
    """The page. planned: the names of all records that a complete bench has; it says which of them are missing."""
    names = list(dict.fromkeys((*planned, *records)))
    ordered = {name: records[name] for name in names if name in records}
    missing = [name for name in names if name not in records]
    return "\n".join(_lines(ordered, notes, missing)).rstrip() + "\n"


def _lines(records: Records, notes: Mapping[str, str], missing: list[str]) -> Iterator[str]:
    yield from ("# Benchmarks", "", INTRODUCTION, "")
    if missing:
        yield from (f"**Incomplete**: not measured yet: {', '.join(missing)}.", "")
    if MACHINE in records:
        yield from _machine(records[MACHINE])
    sections = {part.TITLE: list(_section(part, records)) for part in PARTS.values()}
    for title in dict.fromkeys((*sections, *notes)):
        yield from (f"## {title}", "", *sections.get(title, ()))
        if title in notes:
            yield from (notes[title], "")
    yield from (f"## {TIMED}", "", *table(("what", "on", "source", "took", "load before"), _times(records)))
    yield "Load: how many programs wanted a core in the minute before, those of the measurement before among them."


def _section(part: Part, records: Records) -> Iterator[str]:
    """What the part says of its records, and why some of them could not be taken."""
    taken = [name for name in part.LABELS if name in records]
    if not taken:
        yield from ("Not measured.", "")
        return
    yield from part.section(records)
    reasons = [f"- {part.LABELS[name]}: {reason}" for name in taken if (reason := records[name].left_out)]
    if reasons:
        yield from (*reasons, "")


def _machine(record: Record) -> Iterator[str]:
    if record.left_out:
        yield from (record.left_out, "")
        return
    machine: Mapping[str, Any] = record.measured
    yield f"Measured on {record.measured_on} with {machine['processor']}, {machine['cores']} cores,"
    yield f"{machine['system']}, Python {machine['python']}, onnxruntime {machine['onnxruntime']}."
    yield "The speaker models ran in these forms:"
    yield ""
    for form in machine["forms"]:
        yield f"- {form['role']}: {form['name']}" + (f"; {form['note']}" if form["note"] else "")
    yield ""


def _times(records: Records) -> Iterator[tuple[str, ...]]:
    for record in records.values():
        load = NOTHING if record.load_before is None else f"{record.load_before:.1f}"
        yield (record.name, record.measured_on, record.version, f"{record.took_s:.0f} s", load)
