"""An archive on a cluster: what Ray costs beside a warm loop, and what a second node gains."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from bench.children import probe
from bench.measurement import Measurement, Options
from bench.recordings import Recordings
from bench.records import Records
from bench.tables import against, of, table

TITLE = "An archive on a cluster"
FILES, FILE_S = 100, 3
LISTED = 100_000
DONE = 3000
BLINK_S = 0.3
"""Of each recording where the memory is looked at: that holds lists, not sound."""
OVERHEAD_GOAL, START_GOAL_S, NODES_GOAL = 0.05, 10, 0.6
GROWTH_GOAL_MB = 20
KILLED_FILES, KILLED_S, KILLS = 60, 25, 20
OVERHEAD, NODES, MEMORY, KILLED = "cluster-overhead", "cluster-nodes", "cluster-memory", "cluster-killed"
LABELS = {
    OVERHEAD: "one worker beside a warm loop",
    NODES: "two nodes beside one",
    MEMORY: "a long list",
    KILLED: "an archive whose cluster is killed",
}


def measurements(_options: Options, _recordings: Recordings) -> Iterator[Measurement]:
    """They make their recordings themselves."""
    yield Measurement(OVERHEAD, partial(probe, "cluster", "overhead", FILES, FILE_S))
    yield Measurement(NODES, partial(probe, "cluster", "nodes", FILES, FILE_S))
    yield Measurement(MEMORY, partial(probe, "cluster", "memory", DONE, BLINK_S, LISTED))
    yield Measurement(KILLED, partial(probe, "cluster_kills", KILLED_FILES, KILLED_S, KILLS))


def section(records: Records) -> Iterator[str]:
    """A row for each."""
    rows = [*_overhead(of(records, OVERHEAD)), *_nodes(of(records, NODES)), *_memory(of(records, MEMORY))]
    rows += _killed(of(records, KILLED))
    if rows:
        yield "`diarist transcribe --cluster` with nodes of Ray on this machine, which share its cores."
        yield ""
        yield from table(("what", "found", "goal"), rows)


def _overhead(found: dict[str, Any] | None) -> Iterator[Sequence[str]]:
    if found:
        more = found["cluster_s"] / found["loop_s"] - 1
        yield f"{found['files']} files of {found['file_s']:g} s, one warm loop", f"{found['loop_s']:.1f} s", ""
        yield (
            "the same by one worker",
            f"{found['cluster_s']:.1f} s, {more:+.1%}",
            against("5 %", more <= OVERHEAD_GOAL),
        )
        yield (
            "from the call to the first recording",
            f"{found['start_s']:.1f} s",
            against("10 s", found["start_s"] <= START_GOAL_S),
        )


def _nodes(found: dict[str, Any] | None) -> Iterator[Sequence[str]]:
    if found:
        share = found["nodes_2_s"] / found["nodes_1_s"]
        yield f"{found['files']} files by one node of one core", f"{found['nodes_1_s']:.1f} s", ""
        yield "by two such nodes", f"{found['nodes_2_s']:.1f} s, {share:.2f} of it", against("0.6", share <= NODES_GOAL)


def _memory(found: dict[str, Any] | None) -> Iterator[Sequence[str]]:
    if found:
        mb = {int(done): held for done, held in found["mb"].items()}
        grown = mb[max(mb)] - mb[min(mb)]
        told = f"{mb[min(mb)]} MB after the first, {mb[max(mb)]} MB after {max(mb):,}"
        yield f"memory with {found['listed']:,} listed", told, against("no growth", grown <= GROWTH_GOAL_MB)


def _killed(found: dict[str, Any] | None) -> Iterator[Sequence[str]]:
    if found:
        killed = ", ".join(f"{what} {count}" for what, count in found["killed"].items())
        wrong = found["lost"] + found["recorded_twice"] + found["other_results"]
        told = f"{found['lost']} lost, {found['recorded_twice']} twice, {found['other_results']} other results"
        yield f"{found['files']} recordings, killed meanwhile: {killed}", told, against("none", not wrong)
