"""The waveform of ten hours: how long it takes to make, to paint at every zoom, and what it holds in memory."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from bench.children import probe
from bench.measurement import Measurement, Options
from bench.recordings import Recordings
from bench.records import Records
from bench.tables import NOTHING, against, of, table

TITLE = "The waveform"
HOURS = 10
SCALES = (1, 2)
REPAINT_GOAL_MS = 8
MEMORY_GOAL_MB = 20
LABELS = {f"waveform-{scale}x": f"the waveform at {100 * scale} %" for scale in SCALES}


def measurements(_options: Options, _recordings: Recordings) -> Iterator[Measurement]:
    """At either size of pixels, each in a process of its own; it needs no recordings."""
    for scale in SCALES:
        yield Measurement(f"waveform-{scale}x", partial(probe, "waveform", HOURS, scale))


def section(records: Records) -> Iterator[str]:
    """What it takes to make and to hold, then every zoom."""
    reports = [report for name in LABELS if (report := of(records, name))]
    if reports:
        first = reports[0]
        yield (
            f"A made recording of {first['hours']:.0f} h, {first['turns']:,} turns of {first['speakers']} speakers, "
            f"{first['width_px']} px wide. Page: everything is painted anew; head: what is painted while it plays."
        )
        yield ""
    heads = ("window", "peaks made", "file", "opened", "lanes made", "columns", "memory grown", "goal")
    yield from table(heads, map(_held, reports))
    rows = [_zoom(report, zoom) for report in reports for zoom in report["zooms"]]
    yield from table(("window", "in view", "page p50 / p95 / max", "head p50 / p95 / max", "goal"), rows)


def _held(report: Mapping[str, Any]) -> Sequence[str]:
    grown_mb = report["grown_mb"]
    return (
        f"{report['scale']:.0%}",
        f"{report['made_s']:.1f} s",
        f"{report['file_mb']:.1f} MB",
        f"{report['opened_ms']:.0f} ms",
        f"{report['lanes_ms']:.0f} ms",
        f"{report['columns_ms']:.2f} ms",
        NOTHING if grown_mb is None else f"{grown_mb:.0f} MB",
        against("under 20 MB", grown_mb is not None and grown_mb < MEMORY_GOAL_MB),
    )


def _zoom(report: Mapping[str, Any], zoom: Mapping[str, Any]) -> Sequence[str]:
    quick = zoom["page"]["p95_ms"] < REPAINT_GOAL_MS and zoom["head"]["p95_ms"] < REPAINT_GOAL_MS
    goal = against("p95 under 8 ms", quick)
    return (f"{report['scale']:.0%}", zoom["shown"], _times(zoom["page"]), _times(zoom["head"]), goal)


def _times(spread: Mapping[str, float]) -> str:
    return " / ".join(f"{spread[name]:.1f}" for name in ("p50_ms", "p95_ms", "max_ms")) + " ms"
