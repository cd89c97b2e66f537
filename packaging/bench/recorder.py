"""What of a recording is lost: to kills, to captions that stall, to a disk that does."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from bench.children import probe
from bench.measurement import Measurement, Options
from bench.recordings import Recordings
from bench.records import Records
from bench.tables import against, of, table

TITLE = "Recording"
KILLS = 50
HOUR_S = 3600
STALL_S = 60
LABELS = {"recorder-kills": "recorders that are killed", "recorder-hour": "an hour with a stall"}
LOST_GOAL_S = 2.0


def measurements(_options: Options, _recordings: Recordings) -> Iterator[Measurement]:
    """Kills, then the hour; neither needs recordings."""
    yield Measurement("recorder-kills", partial(probe, "recorder", "kills", KILLS))
    yield Measurement("recorder-hour", partial(probe, "recorder", "hour", HOUR_S, STALL_S))


def section(records: Records) -> Iterator[str]:
    """One table for both."""
    yield "A recorder is given sound of which every sample says which one it is."
    yield ""
    kills, hour = of(records, "recorder-kills"), of(records, "recorder-hour")
    rows = [*(_kill_rows(kills) if kills else ()), *(_hour_rows(hour) if hour else ())]
    yield from table(("what", "measured", "goal"), rows)


def _kill_rows(kills: Mapping[str, Any]) -> Iterator[Sequence[str]]:
    worst_s = kills["worst_lost_s"]
    yield (
        f"`kill -9` {kills['kills']} times, at any moment, also while it finishes: sound lost at worst",
        f"{worst_s:.2f} s",
        against("at most 2 s", worst_s <= LOST_GOAL_S),
    )
    whole = kills["whole"]
    yield (
        "… files that play, with the right sound, after recovery",
        f"{whole} of {kills['kills']}",
        against("all", whole == kills["kills"]),
    )


def _hour_rows(hour: Mapping[str, Any]) -> Iterator[Sequence[str]]:
    lost = hour["lost_samples"]
    yield (
        f"an hour at {hour['pace']:g} times real time, its reader stalled for {hour['stall_s']} s of it: samples lost",
        str(lost),
        against("0", lost == 0),
    )
    unread = hour["unread_samples"]
    yield "… samples that the reader did not get in the end", str(unread), against("0", unread == 0)
