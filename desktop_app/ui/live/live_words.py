"""Sentences and figures about a recording that is being made, or was not finished."""

from desktop_app.core.capture.values import Room, Unfinished
from desktop_app.core.transcript.clock import clock, duration_in_words
from desktop_app.ui.state.live_session import LiveSession, Phase
from desktop_app.ui.words.wording import DOT

LAG_ALARM_MS = 3000
LITTLE_ROOM_S = 15 * 60
NO_INPUT = (
    "There is nothing to record from. Connect a microphone, or allow Diarist to use it in the system's settings, "
    "then look again."
)
PAUSED = "Paused. Nothing is recorded."
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
        return PAUSED
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


def unfinished_line(recording: Unfinished) -> str:
    """'Recording 2026-11-25 14.03.12 broke off at 42:10'."""
    return f"{recording.folder.name} broke off at {clock(recording.duration_ms)}"
