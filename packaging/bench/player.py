"""The player: how soon a key is heard, how far its place is from what sounds, and what it costs."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from bench.children import probe
from bench.errors import LeftOut
from bench.measurement import Measurement, Options
from bench.recordings import Recordings
from bench.records import Records
from bench.tables import NOTHING, against, of, table

TITLE = "Playing"
HOURS = 10
LABELS = {
    "player-sound": "what a null sink hears of the player",
    "player-seeks": "a thousand seeks",
    "player-long": "seeks in a long MP3",
    "player-cpu": "the processor's time",
}
KEY_GOAL_MS = 100
OFF_GOAL_MS = 80
SEEK_GOAL_MS = 300
CPU_GOAL_MS = 12
CALL_GOAL_MS = 16
_PROGRAMS = ("pulseaudio", "pactl", "parec")
_LIMIT_S = 300


def measurements(_options: Options, _recordings: Recordings) -> Iterator[Measurement]:
    """What is heard, seeks, and the cost; none needs recordings."""
    yield Measurement("player-sound", partial(_heard, "sound"))
    yield Measurement("player-seeks", partial(_heard, "seeks"))
    yield Measurement("player-long", partial(_heard, "long", HOURS))
    yield Measurement("player-cpu", partial(probe, "player", "cpu", limit_s=_LIMIT_S))


def section(records: Records) -> Iterator[str]:
    """One table for all."""
    yield "The player plays to a null sink of PulseAudio, whose monitor is heard: bursts of a tone tell their time."
    yield ""
    parts = {
        "player-sound": _sound_rows,
        "player-seeks": _seek_rows,
        "player-long": _long_rows,
        "player-cpu": _cpu_rows,
    }
    rows = [row for name, rows_of in parts.items() if (measured := of(records, name)) for row in rows_of(measured)]
    yield from table(("what", "measured", "goal"), rows)


def _heard(*arguments: object) -> Mapping[str, Any]:
    if missing := [name for name in _PROGRAMS if shutil.which(name) is None]:
        raise LeftOut(f"Left out: {', '.join(missing)} is not installed here.")
    return probe("player", *arguments, limit_s=_LIMIT_S)


def _sound_rows(measured: Mapping[str, Any]) -> Iterator[Sequence[str]]:
    p50_ms, p95_ms = measured["key_p50_ms"], measured["key_p95_ms"]
    yield (
        "from the call to the sound, median and p95 of 40",
        f"{p50_ms:.0f} and {p95_ms:.0f} ms",
        against(f"p95 at most {KEY_GOAL_MS} ms", p95_ms <= KEY_GOAL_MS),
    )
    for speed, off in measured["off_ms"].items():
        yield (
            f"the place it tells from what sounds, at {speed} x: mean, p95 and worst",
            _off(off),
            against(f"at most {OFF_GOAL_MS} ms", off["worst"] <= OFF_GOAL_MS),
        )
    call_ms = measured["longest_call_ms"]
    yield (
        "longest call from the window's thread",
        f"{call_ms:.1f} ms",
        against(f"at most {CALL_GOAL_MS} ms", call_ms <= CALL_GOAL_MS),
    )
    gap_ms, busy_ms = measured["longest_gap_ms"], measured["longest_gap_busy_ms"]
    yield ("longest stall of the sound in half a minute", f"{gap_ms:.0f} ms", against("none", gap_ms < 1))
    yield ("… while another thread of the interpreter never rests", f"{busy_ms:.0f} ms", NOTHING)


def _seek_rows(measured: Mapping[str, Any]) -> Iterator[Sequence[str]]:
    drift_ms = abs(measured["after"]["mean"] - measured["before"]["mean"])
    yield (
        f"after {measured['seeks']} seeks: mean, p95 and worst",
        _off(measured["after"]),
        against(f"at most {OFF_GOAL_MS} ms, no drift", measured["after"]["worst"] <= OFF_GOAL_MS, drift_ms < 20),
    )


def _long_rows(measured: Mapping[str, Any]) -> Iterator[Sequence[str]]:
    p95_ms = measured["p95_ms"]
    hours = f"{measured['hours']:g} h of MP3 without an index"
    yield (f"from a seek to its sound in {hours}: the first", f"{measured['first_ms']:.0f} ms", NOTHING)
    yield (
        "… later ones, p95 and worst of 50",
        f"{p95_ms:.0f} and {measured['worst_ms']:.0f} ms",
        against(f"under {SEEK_GOAL_MS} ms", measured["worst_ms"] < SEEK_GOAL_MS),
    )


def _cpu_rows(measured: Mapping[str, Any]) -> Iterator[Sequence[str]]:
    for speed, cost_ms in measured["ms_per_s"].items():
        yield (
            f"processor time for a second of sound at {speed} x, stereo MP3",
            f"{cost_ms:.1f} ms",
            against(f"at most {CPU_GOAL_MS} ms", cost_ms <= CPU_GOAL_MS),
        )


def _off(off: Mapping[str, float]) -> str:
    return f"{off['mean']:+.0f}, {off['p95']:.0f} and {off['worst']:.0f} ms"
