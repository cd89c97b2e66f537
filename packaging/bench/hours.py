"""Long recordings: how good, how fast, in how much memory, and whether time grows as their length does."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bench.children import evaluated
from bench.measurement import Measurement, Options
from bench.recordings import LONG_SEED, Recordings
from bench.records import Records
from bench.tables import NOTHING, against, at_most, found_of, of, rate, speed, table

TITLE = "Hours"
LABELS = {
    "hours-short": "the shorter conversation",
    "hours-long": "the long conversation",
    "hours-many": "the long conversation again and again",
}
HEADS = (
    "recording",
    "speakers found",
    "collar 0",
    "collar 0.25",
    "time",
    "speed",
    "time per hour",
    "peak memory",
    "goal",
)
INTRODUCTION = f"""Conversations made with seed {LONG_SEED}; diarization only, each in a process of its own. Time and \
speed are those of diarization; memory is the whole process's."""
LENIENT_GOAL = 2.0
PEAK_GOAL_MB = 900
GROWTH_GOAL = 1.5
_ENGINES = ("diarist",)


def measurements(options: Options, recordings: Recordings) -> Iterator[Measurement]:
    """The short one, the long one, and the long one repeated if hours are asked for."""
    yield Measurement("hours-short", lambda: evaluated(recordings.long(options.short_min), _ENGINES))
    if options.long_min:
        yield Measurement("hours-long", lambda: evaluated(recordings.long(options.long_min), _ENGINES))
    if options.long_min and options.hours:
        times = max(2, round(options.hours * 60 / options.long_min))
        repeated = Measurement("hours-many", lambda: evaluated(recordings.repeated(options.long_min, times), _ENGINES))
        yield repeated


def section(records: Records) -> Iterator[str]:
    """A row for each length, then the growth."""
    yield from (INTRODUCTION, "")
    reports = {name: of(records, name) for name in LABELS}
    pooled = {name: report["pooled"] for name, report in reports.items() if report and report["files"]}
    yield from table(HEADS, [_row(name, fields, reports[name]["files"][0]) for name, fields in pooled.items()])
    yield from _growth(pooled)


def _row(name: str, fields: Mapping[str, Any], file: Mapping[str, Any]) -> Sequence[str]:
    time_s = fields["time_s"]["diarization"]
    goal = NOTHING
    if name == "hours-long":
        right = file["speakers_found"] == file["speakers_true"]
        small = fields["peak_mb"] is not None and fields["peak_mb"] < PEAK_GOAL_MB
        count = against(
            f"{file['speakers_true']} speakers, 2.0 at 0.25", right, at_most(fields["der_25"], LENIENT_GOAL)
        )
        goal = f"{count}; {against('under 900 MB', small)}"
    peak = NOTHING if fields["peak_mb"] is None else f"{fields['peak_mb']} MB"
    return (
        _length(fields["duration_s"]),
        found_of(file),
        rate(fields["der_0"]),
        rate(fields["der_25"]),
        f"{time_s:.1f} s",
        speed(fields["speed"]["diarization"]),
        f"{_per_hour_s(fields):.1f} s",
        peak,
        goal,
    )


def _growth(pooled: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """How much more an hour of the others takes than one of the shortest."""
    names = list(pooled)
    for name in names[1:]:
        growth = _per_hour_s(pooled[name]) / _per_hour_s(pooled[names[0]])
        lengths = [_length(pooled[each]["duration_s"]) for each in (name, names[0])]
        goal = against(f"at most {GROWTH_GOAL}", growth <= GROWTH_GOAL)
        yield f"An hour of {lengths[0]} takes {growth:.2f} times as long as one of {lengths[1]}; goal {goal}."
        yield ""


def _per_hour_s(fields: Mapping[str, Any]) -> float:
    return 3600 * fields["time_s"]["diarization"] / fields["duration_s"]


def _length(duration_s: float) -> str:
    return f"{duration_s / 3600:.1f} h" if duration_s >= 2 * 3600 else f"{duration_s / 60:.1f} min"
