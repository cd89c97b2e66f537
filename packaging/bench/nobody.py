"""Words and speakers where nobody speaks."""

from collections.abc import Iterator, Mapping
from typing import Any

from bench.children import probe
from bench.measurement import Measurement, Options
from bench.recordings import Recordings
from bench.records import Records
from bench.tables import against, of, table

TITLE = "Where nobody speaks"
NAME = "nobody"
LABELS = {NAME: "synthesised sounds"}
MOST_MINUTES = 60


def measurements(options: Options, _recordings: Recordings) -> Iterator[Measurement]:
    """An hour, or as much as the long conversation has."""
    yield Measurement(NAME, lambda: probe("nobody", min(options.long_min, MOST_MINUTES)))


def section(records: Records) -> Iterator[str]:
    """What was found, of which there is nothing."""
    measured = of(records, NAME)
    if measured is None:
        return
    yield f"{measured['kinds']} kinds of sounds, from noise and engines to barks and laughter, at three levels, made by"
    yield "recipe (`tests/non_speech.py`); the middle level is captioned, too."
    yield ""
    yield from table(("what", "sound", "words", "speakers", "speech", "goal"), _rows(measured))


def _rows(measured: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    words, captioned = measured["words"], measured["captioned_words"]
    yield (
        "transcribed",
        f"{measured['minutes']:.0f} min",
        _counted(words),
        str(measured["speakers"]),
        f"{measured['speech_s']:.0f} s",
        against("no word", not words),
    )
    yield (
        "captioned",
        f"{measured['captioned_minutes']:.0f} min",
        _counted(captioned),
        "",
        "",
        against("no word", not captioned),
    )


def _counted(words: Mapping[str, int]) -> str:
    kinds = ", ".join(f"{kind} {count}" for kind, count in words.items())
    return f"{sum(words.values())} ({kinds})" if words else "0"
