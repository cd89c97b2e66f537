"""What embeds, head to head: each source alone on the same recordings, against the one that is built in."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bench.children import evaluated_by_source, serving
from bench.measurement import Measurement, Options
from bench.recordings import Recordings
from bench.records import Records
from bench.speakers import SHAPES
from bench.tables import NOTHING, against, of, speed, table

TITLE = "Sources of embeddings, head to head"
NAME = "sources"
LABELS = {NAME: "the conversations"}
BUILT_IN, OTHERS = "builtin", ("torch", "remote")
DIFFERENCE_GOAL = 0.1
INTRODUCTION = """The made conversations again, diarization only, each source of embeddings alone: `builtin` is \
WeSpeaker on this computer as it is chosen by itself, `torch` the checkpoint through pyannote.audio on the processor, \
`remote` a `diarist serve` on loopback. Error rates in percent with collar 0, differences in points; requests are \
those made over HTTP."""
HEADS = (
    "recordings",
    "source",
    "builtin",
    "this source",
    "difference",
    "s a segment, builtin",
    "this source",
    "requests",
)


def measurements(_options: Options, recordings: Recordings) -> Iterator[Measurement]:
    """All sources in one run."""
    yield Measurement(NAME, lambda: _measured(recordings))


def section(records: Records) -> Iterator[str]:
    """A row for each recording and source, the five shapes first; then what stands against the goal."""
    report = of(records, NAME)
    if not report:
        return
    yield from (INTRODUCTION, "")
    yield from table(HEADS, map(_row, sorted(report["head_to_head"], key=_place)))
    pooled = [each for each in report["head_to_head"] if each["file"] == "all" and each["difference"] is not None]
    goals = (f"{each['engine']} {against(f'within {DIFFERENCE_GOAL}', _is_met(each))}" for each in pooled)
    speeds = (f"{name} {speed(each['pooled']['speed']['diarization'])}" for name, each in report["engines"].items())
    yield f"All pooled, worse by at most {DIFFERENCE_GOAL} points: {'; '.join(goals)}. Speed: {', '.join(speeds)}. "
    yield f"Requests of `{BUILT_IN}`: {report['engines'][BUILT_IN]['pooled']['requests']}."
    yield ""


def _measured(recordings: Recordings) -> Mapping[str, Any]:
    with serving() as url:
        return evaluated_by_source(recordings.conversations(), (BUILT_IN, *OTHERS), remote=url)


def _place(comparison: Mapping[str, Any]) -> tuple[int, str, str]:
    """The five shapes first, all recordings together last."""
    stem = comparison["file"].removesuffix(".wav")
    rank = SHAPES.index(stem) if stem in SHAPES else len(SHAPES) + (stem == "all")
    return rank, stem, comparison["engine"]


def _row(each: Mapping[str, Any]) -> Sequence[str]:
    difference = NOTHING if each["difference"] is None else f"{each['difference']:+.2f}"
    return (
        each["file"].removesuffix(".wav"),
        each["engine"],
        *(_figure(each[name], 2) for name in ("first_der_0", "der_0")),
        difference,
        *(_figure(each[name], 3) for name in ("first_seconds_per_segment", "seconds_per_segment")),
        str(each["requests"]),
    )


def _figure(value: float | None, digits: int) -> str:
    return NOTHING if value is None else f"{value:.{digits}f}"


def _is_met(comparison: Mapping[str, Any]) -> bool:
    return bool(comparison["difference"] <= DIFFERENCE_GOAL)
