"""What of a recording can be played, and why it cannot."""

from pathlib import Path

from desktop_app.core.playback.values import Played
from desktop_app.translation import tr
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.recording_state import State
from desktop_app.ui.state.recording_troubles import lost_sound

_NO_SOUND_YET = {State.STORED, State.OPENING, State.LIVE}
NOTHING_FOUND = tr("Nothing of its sound was found.")


def playable(recording: Recording | None) -> Played | None:
    """Its sound, as it was heard; None where there is none (yet), where it grows still, or where it is lost."""
    if recording is None or recording.state in _NO_SOUND_YET or recording.empty or why_silent(recording):
        return None
    return Played(_files(recording), recording.document.original.audio.heard)


def why_silent(recording: Recording | None) -> str:
    """Why it cannot be played although it has a sound, in a sentence; '' where it can, or has none (yet)."""
    if recording is None or recording.state in _NO_SOUND_YET:
        return ""
    return lost_sound(recording) if _files(recording) else NOTHING_FOUND


def is_listened_to(recording: Recording | None) -> bool:
    """Whether a player belongs to it, even where its sound is not there."""
    return playable(recording) is not None or bool(why_silent(recording))


def _files(recording: Recording) -> tuple[Path, ...]:
    """Its sound: one file, or the segments of a recording that could not be ended."""
    if not recording.incomplete:
        return (recording.sound,)
    from desktop_app.core.capture.segments import segments_in

    try:
        return tuple(segment.path for segment in segments_in(recording.path))
    except OSError:
        return ()
