"""The decision who spoke, without the listening: of very many pieces, and again and again of a long recording's."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from bench.children import probe
from bench.measurement import Measurement, Options
from bench.recordings import Recordings, sound_of
from bench.records import Records
from bench.tables import NOTHING, against, found_of, of, table

TITLE = "Clustering alone"
SPEAKERS = (12, 30)
TIMES = 3
CLUSTERING_GOAL_S = 30
CLUSTERING_GOAL_MB = 2000
RECLUSTERING_GOAL_S = 1.0
LABELS = {
    **{f"clustering-{count}": f"embeddings of {count} speakers" for count in SPEAKERS},
    "reclustering": "deciding anew who spoke",
}


def measurements(options: Options, recordings: Recordings) -> Iterator[Measurement]:
    """Synthetic embeddings of few and of many speakers, then the voices of the long conversation."""
    for count in SPEAKERS:
        yield Measurement(f"clustering-{count}", partial(probe, "clustering", options.embeddings, count))
    if options.long_min:
        yield Measurement(
            "reclustering", lambda: probe("reclustering", sound_of(recordings.long(options.long_min)), TIMES)
        )


def section(records: Records) -> Iterator[str]:
    """A table for each of the two."""
    reports = [report for count in SPEAKERS if (report := of(records, f"clustering-{count}"))]
    if reports:
        yield "Synthetic embeddings of 3 s each, cosine 0.6 within a speaker and 0.08 between two; one process each."
        yield ""
    yield from table(("embeddings", "speakers found", "time", "peak memory", "goal"), map(_clustering_row, reports))
    yield from _reclustering(of(records, "reclustering"))


def _clustering_row(report: Mapping[str, Any]) -> Sequence[str]:
    peak_mb = report["peak_mb"]
    quick = report["wall_s"] < CLUSTERING_GOAL_S
    small = peak_mb is not None and peak_mb < CLUSTERING_GOAL_MB
    return (
        f"{report['embeddings']:,}",
        found_of(report),
        f"{report['wall_s']:.1f} s",
        NOTHING if peak_mb is None else f"{peak_mb:.0f} MB",
        against("under 30 s and 2 GB", quick, small),
    )


def _reclustering(report: Mapping[str, Any] | None) -> Iterator[str]:
    if not report:
        return
    yield (
        f"The voices of the long conversation, {TIMES} times in a row: {report['duration_s'] / 3600:.1f} h, "
        f"{report['pieces']:,} pieces; who spoke is decided anew, the best of {report['runs']} runs."
    )
    yield ""
    rows = [(_asked(each), str(each["speakers_found"]), f"{each['wall_s']:.2f} s") for each in report["choices"]]
    slowest_s = max(each["wall_s"] for each in report["choices"])
    goal = against("under 1 s", slowest_s < RECLUSTERING_GOAL_S)
    yield from table(
        ("asked for", "speakers found", "time"), [*rows, ("the slowest", f"goal {goal}", f"{slowest_s:.2f} s")]
    )


def _asked(choice: Mapping[str, Any]) -> str:
    return f"{choice['count']} speakers" if "count" in choice else f"sensitivity {choice['sensitivity']}"
