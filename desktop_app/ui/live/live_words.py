"""Sentences and figures about a recording that is being made, or was not finished."""

from PySide6.QtCore import QLocale

from desktop_app.core.capture.values import Room, Unfinished
from desktop_app.core.transcript.clock import clock, duration_in_words
from desktop_app.translation import figure, plural, tr
from desktop_app.ui.state.live_session import LiveSession, Phase
from desktop_app.ui.words.wording import DOT

LAG_ALARM_MS = 3000
LITTLE_ROOM_S = 15 * 60
NO_INPUT = tr(
    "There is nothing to record from. Connect a microphone, or allow Diarist to use it in the system's settings, "
    "then look again."
)
PAUSED = tr("Paused. Nothing is recorded.")
WITHOUT_CAPTIONS = tr("Recording. The words come after Stop.")
_HOUR_S = 3600


def room_in_words(room: Room | None) -> str:
    """'about 41 h of room': for how long the disk can take a recording; '' while that is not known."""
    if room is None:
        return ""
    if room.left_s >= 2 * _HOUR_S:
        return tr("about {hours} h of room", hours=figure(int(room.left_s // _HOUR_S)))
    if room.left_s >= 1:
        return tr("about {time} of room", time=duration_in_words(room.left_s))
    return tr("no room left")


def lag_in_words(lag_ms: int | None) -> str:
    """'captions 0.8 s behind'; '' while that is not known."""
    if lag_ms is None:
        return ""
    if lag_ms < 60_000:
        return tr("captions {seconds} s behind", seconds=QLocale().toString(lag_ms / 1000, "f", 1))
    return tr("captions {time} behind", time=duration_in_words(lag_ms / 1000))


def notice_of(live: LiveSession) -> str:
    """The one thing that must be known now; '' where there is nothing."""
    if live.phase is Phase.PAUSED:
        return PAUSED
    if live.notice is not None:
        return live.notice.text
    if live.trouble is not None:
        return f"{WITHOUT_CAPTIONS} {live.trouble.reason}"
    if live.room is not None and live.room.left_s < LITTLE_ROOM_S:
        return _little_room(live.room.left_s)
    if live.lag_ms is not None and live.lag_ms > LAG_ALARM_MS:
        return tr("The captions are late. Nothing is lost: what they have not come to is written down after Stop.")
    return live.language_doubt


def _little_room(left_s: float) -> str:
    if left_s < 1:
        return tr("There is no room left on the disk; the recording is stopped before it is full.")
    return tr(
        "There is about {time} of room on the disk; the recording is stopped before it is full.",
        time=duration_in_words(left_s),
    )


def figures_of(live: LiveSession) -> str:
    """'captions 0.8 s behind · about 41 h of room'."""
    captions = tr("no captions") if live.trouble is not None else lag_in_words(live.lag_ms)
    return DOT.join(part for part in (captions, room_in_words(live.room)) if part)


def unfinished_line(recording: Unfinished, more: int = 0) -> str:
    """'Recording 2026-11-25 14.03.12 broke off at 42:10, and 2 more'."""
    line = tr("{name} broke off at {time}", name=recording.folder.name, time=clock(recording.duration_ms))
    return plural("{line}, and {n} more", "{line}, and {n} more", more, line=line) if more else line
