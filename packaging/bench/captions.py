"""Live captions of real files through a virtual microphone: how late words and speakers come, at what cost."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from bench.children import probe
from bench.measurement import Measurement, Options
from bench.recordings import Recordings
from bench.records import Records
from bench.tables import against, of, rate, table

TITLE = "Live captions"
NAME = "captions"
LABELS = {NAME: "the made conversations, played to a virtual microphone"}
PARTIAL_GOAL_S = 1.5
FINAL_GOAL_S = 2.5
CORE_GOAL = 1.2
_LIMIT_S = 900


def measurements(_options: Options, recordings: Recordings) -> Iterator[Measurement]:
    """The seven conversations one after the other, at the pace of life."""
    yield Measurement(NAME, lambda: partial(probe, "captions", recordings.conversations(), limit_s=_LIMIT_S)())


def section(records: Records) -> Iterator[str]:
    """One table."""
    measured = of(records, NAME)
    if measured is None:
        return
    yield f"""`diarist captions --json` on {measured["duration_s"]:.0f} s of the made conversations, which PulseAudio \
plays to a null sink whose monitor is recorded, with {measured["recogniser"]}. A word counts as shown by the first \
text that reaches as far as its end, which is estimated from its place in the turn. A turn counts as settled when it \
is final and its speaker told. Wall-clock time, from the sound's arrival at the microphone."""
    yield ""
    yield from table(("what", "median", "p95", "goal"), _rows(measured))


def _rows(measured: Mapping[str, Any]) -> Iterator[Sequence[str]]:
    for name, label, goal_s in (
        ("word_s", "first text after a word ends", PARTIAL_GOAL_S),
        ("turn_s", "settled text with a speaker after a turn ends", FINAL_GOAL_S),
    ):
        median_s, p95_s = measured[name]
        yield (label, f"{median_s:.2f} s", f"{p95_s:.2f} s", against(f"p95 at most {goal_s} s", p95_s <= goal_s))
    cores = measured["cores"]
    yield ("processor, recorder and captions", f"{cores:.2f} cores", "", against("about one", cores <= CORE_GOAL))
    yield ("memory at the end", f"{measured['peak_mb']} MB at most", "", "")
    yield ("turns whose speaker was never told", f"{measured['untold']} of {measured['turns']}", "", "")
    yield ("word errors of the captions", f"{rate(measured['wer'])} %", "", "")
