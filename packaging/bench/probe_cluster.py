"""Prints what a cluster costs, and what it gains: probe_cluster overhead|nodes|memory FILES SECONDS [LISTED].

overhead: beside one warm loop over the same recordings, on the same cores, and how long it takes to start. nodes: the
same list by one node, then by two, each with a core. memory: what this process holds while most of a list still waits.
"""

import json
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from bench.local_nodes import local_nodes
from bench.probe_worklist import loop
from bench.resident import resident_mb
from bench.short_recordings import write_short
from desktop_app.cluster.ray_runtime import AUTO
from desktop_app.cluster.transcribe import transcribe_on_cluster
from desktop_app.cluster.worker_pool import Workers
from desktop_app.core.export.registry import format_for
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.store.settings_file import load_settings
from desktop_app.core.worklist.done_record import Outcome
from desktop_app.core.worklist.manifest import read_manifest
from desktop_app.terminal.worklist_item import Plan
from desktop_app.terminal.worklist_reporter import TextWorklistReporter
from desktop_app.terminal.writing import Writing

_EVERY = 500
_TURNS = 3


def main() -> None:
    """One of the three."""
    what, count, seconds, *more = sys.argv[1:]
    with TemporaryDirectory() as folder:
        manifest = write_short(Path(folder), int(count) + 1, float(seconds))
        found = {"overhead": _overhead, "nodes": _nodes, "memory": _memory}[what](manifest, *map(int, more))
    print(json.dumps({"files": int(count), "file_s": float(seconds), **found}))


def _overhead(manifest: Path) -> dict[str, Any]:
    """In turn, as the machine is never the same for long: the mean of each."""
    loops, runs = [], []
    for turn in range(_TURNS):
        loops.append(loop(manifest.parent, f"loop-{turn}"))
        runs.append(_run(manifest, f"cluster-{turn}", Workers(1)))
    return {
        "turns": _TURNS,
        "loop_s": fmean(loops),
        "cluster_s": fmean(run.rest_s for run in runs),
        "start_s": max(run.start_s for run in runs),
    }


def _nodes(manifest: Path) -> dict[str, Any]:
    found = {}
    for count in (1, 2):
        with local_nodes(count):
            found[f"nodes_{count}_s"] = _run(manifest, f"nodes-{count}", Workers()).rest_s
    return found


def _memory(manifest: Path, listed: int) -> dict[str, Any]:
    """The list names the same recordings again and again, under other names."""
    names = [line["audio_filepath"] for line in map(json.loads, manifest.read_text().splitlines())]
    paths = [f"{'./' * (number // len(names))}{names[number % len(names)]}" for number in range(listed)]
    manifest.write_text("".join(json.dumps({"audio_filepath": path}) + "\n" for path in paths))
    return {"listed": listed, "mb": _run(manifest, "memory", Workers(), most=len(names)).mb}


class _Ended(Exception):
    """Enough is done."""


class _Watched(TextWorklistReporter):
    """Keeps when items ended, and what this process held then."""

    def __init__(self, most: int | None) -> None:
        super().__init__(is_quiet=True)
        self.at_s: list[float] = []
        self.mb: dict[int, int] = {}
        self._most = most

    def ended(self, outcome: Outcome) -> None:
        super().ended(outcome)
        if not self.at_s:
            self.first_took_s = outcome.seconds
        self.at_s.append(perf_counter())
        if len(self.at_s) % _EVERY in (0, 1):
            self.mb[len(self.at_s)] = resident_mb()
        if len(self.at_s) == self._most:
            raise _Ended


@dataclass(frozen=True)
class _Run:
    """start_s: until the first recording was begun; rest_s: of all but the first. mb: held after so many."""

    start_s: float
    rest_s: float
    mb: dict[int, int]


def _run(manifest: Path, out: str, workers: Workers, most: int | None = None) -> _Run:
    folder = manifest.parent / out
    watched = _Watched(most)
    plan = Plan(folder, folder, Writing((format_for("txt"),)), JobOptions(), load_settings())
    started_s = perf_counter()
    with suppress(_Ended):
        transcribe_on_cluster(read_manifest(manifest), plan, watched, AUTO, workers)
    first_s = watched.at_s[0]
    return _Run(first_s - watched.first_took_s - started_s, watched.at_s[-1] - first_s, watched.mb)


if __name__ == "__main__":
    main()
