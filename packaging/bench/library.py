"""Very many recordings: how soon the list is there, how soon it is searched, and how soon it is made anew."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from bench.children import probe
from bench.measurement import Measurement, Options
from bench.recordings import Recordings
from bench.records import Records
from bench.tables import against, of, table

TITLE = "Library"
RECORDINGS = 5000
PROJECTS = 300
LIST_GOAL_MS = 1000
SEARCH_GOAL_MS = 300
STALL_GOAL_MS = 10
LABELS = {"library-index": "the index of very many recordings", "library-sync": "projects that are looked through"}


def measurements(_options: Options, _recordings: Recordings) -> Iterator[Measurement]:
    """The index, then real projects; neither needs recordings."""
    yield Measurement("library-index", partial(probe, "library", "index", RECORDINGS))
    yield Measurement("library-sync", partial(probe, "library", "sync", PROJECTS))


def section(records: Records) -> Iterator[str]:
    """One table for each."""
    if index := of(records, "library-index"):
        yield (
            f"{index['recordings']:,} recordings, {index['words']:,} words that nobody said, as often as words are; "
            f"that is {index['hours']:,.0f} h of speech."
        )
        yield ""
        yield from table(("what", "measured", "goal"), _index_rows(index))
        yield from table(("searched for", "half of them within", "95 % within", "goal"), _search_rows(index))
    if sync := of(records, "library-sync"):
        yield from table(("what", "measured", "goal"), _sync_rows(sync))


def _index_rows(index: Mapping[str, Any]) -> Iterator[Sequence[str]]:
    first_ms = index["first_list_ms"]
    yield "the whole list, just opened", f"{first_ms:.0f} ms", against("under 1 s", first_ms < LIST_GOAL_MS)
    yield "the whole list again", f"{index['list_ms']:.0f} ms", ""
    yield "a recording put into the index", f"{index['put_ms']:.0f} ms", ""
    size_mb = index["size_mb"]
    yield "the index on the disk", f"{size_mb:.0f} MB, {1000 * size_mb / index['hours']:.0f} kB an hour", ""


def _search_rows(index: Mapping[str, Any]) -> Iterator[Sequence[str]]:
    for kind, times in index["searches"].items():
        goal = against("under 300 ms", times["p95_ms"] < SEARCH_GOAL_MS)
        yield kind, f"{times['p50_ms']:.0f} ms", f"{times['p95_ms']:.0f} ms", goal


def _sync_rows(sync: Mapping[str, Any]) -> Iterator[Sequence[str]]:
    yield f"{sync['projects']} projects read into a new index, each", f"{sync['first_ms']:.0f} ms", ""
    stall_ms = sync["stall_ms"]
    goal = against("under 10 ms", stall_ms < STALL_GOAL_MS)
    idle_ms = sync["idle_stall_ms"]
    yield f"… the longest that the window was held up ({idle_ms:.0f} ms with no library)", f"{stall_ms:.0f} ms", goal
    yield "all of them looked at again", f"{sync['again_ms']:.0f} ms", ""
