"""Sentences and figures about a recording that is being made, or was not finished."""

from datetime import datetime

from desktop_app.core.capture.values import Room
from desktop_app.core.transcript.clock import clock, duration_in_words
from desktop_app.ui.live_session import LiveSession, Phase
from desktop_app.ui.wording import DOT

LAG_ALARM_MS = 3000
LITTLE_ROOM_S = 15 * 60
NO_INPUT = (
    "There is nothing to record from. Connect a microphone, or allow Diarist to use it in the system's settings, "
    "then look again."
)
WITHOUT_CAPTIONS = "Recording. The words come after Stop."
_HOUR_S = 3600


def room_in_words(room: Room | None) -> str:
    """'about 41 h of room': for how long the disk can take a recording; '' while that is not known."""
    if room is None:
        return ""
    if room.left_s >= 2 * _HOUR_S:
        return f"about {int(room.left_s // _HOUR_S):,} h of room"
    return f"about {duration_in_words(room.left_s)} of room" if room.left_s >= 1 else "no room left"


def lag_in_words(lag_ms: int | None) -> str:
    """'captions 0.8 s behind'; '' while that is not known."""
    if lag_ms is None:
        return ""
    if lag_ms < 60_000:
        return f"captions {lag_ms / 1000:.1f} s behind"
    return f"captions {duration_in_words(lag_ms / 1000)} behind"


def notice_of(live: LiveSession) -> str:
    """The one thing that must be known now; '' where there is nothing."""
    if live.phase is Phase.PAUSED:
        return "Paused. Nothing is recorded."
    if live.notice is not None:
        return live.notice.text
    if live.trouble is not None:
        return f"{WITHOUT_CAPTIONS} {live.trouble.reason}"
    if live.room is not None and live.room.left_s < LITTLE_ROOM_S:
        return f"There is {room_in_words(live.room)} on the disk; the recording is stopped before it is full."
    if live.lag_ms is not None and live.lag_ms > LAG_ALARM_MS:
        return "The captions are late. Nothing is lost: what they have not come to is written down after Stop."
    return ""


def figures_of(live: LiveSession) -> str:
    """'captions 0.8 s behind · about 41 h of room'."""
    captions = "no captions" if live.trouble is not None else lag_in_words(live.lag_ms)
    return DOT.join(part for part in (captions, room_in_words(live.room)) if part)


def recovered_line(started_at: datetime, duration_ms: int, now: datetime) -> str:
    """'Recovered 42:10 from yesterday 14:03'."""
    started, today = _here(started_at), _here(now).date()
    days = (today - started.date()).days
    day = {0: "today", 1: "yesterday"}.get(days, f"{started.day} {started:%B %Y}")
    return f"Recovered {clock(duration_ms)} from {day} {started:%H:%M}"


def _here(time: datetime) -> datetime:
    """The time on this computer's clock; one without a zone is that already."""
    return time.astimezone()
