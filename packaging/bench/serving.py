"""How many clips a second the remote diarizer embeds, and how long each waits, with few and with many clients."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from bench.children import probe
from bench.measurement import Measurement, Options
from bench.recordings import Recordings
from bench.records import Records
from bench.tables import of, table

TITLE = "The remote diarizer under load"
CLIENTS = (1, 8, 32)
_LIMIT_S = 600
LABELS = {
    "serving-alone": "one request at a time",
    "serving": "as many as the model can use",
    "serving-cluster": "replicas on a cluster of this computer",
}


def measurements(_options: Options, _recordings: Recordings) -> Iterator[Measurement]:
    """One request at a time, as many as the model can use, and replicas of Ray Serve: probe_serving's ways."""
    for name in LABELS:
        yield Measurement(name, partial(probe, "serving", name, *CLIENTS, limit_s=_LIMIT_S))


def section(records: Records) -> Iterator[str]:
    """A row for each number of clients, the ways side by side."""
    ways = {name: report for name in LABELS if (report := of(records, name))}
    if not ways:
        return
    some = next(iter(ways.values()))
    yield f"`diarist serve` on {some['device']} over loopback, clips of {some['clip_s']:g} s, each client's after each"
    yield "other: requests a second, and the time within which 95 % are answered."
    yield ""
    yield from table(("clients", *(LABELS[name] for name in ways)), _rows(list(ways.values())))


def _rows(reports: Sequence[Mapping[str, Any]]) -> Iterator[Sequence[str]]:
    for clients in CLIENTS:
        loads = [next(load for load in report["loads"] if load["clients"] == clients) for report in reports]
        yield (str(clients), *(f"{load['per_s']:.1f} a second, {load['p95_ms']:.0f} ms" for load in loads))
