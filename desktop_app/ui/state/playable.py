"""What of a recording can be played, and why it cannot."""

from desktop_app.core.playback.values import Played
from desktop_app.ui.state.recording import Recording, State

_NO_SOUND_YET = {State.STORED, State.OPENING, State.LIVE}
IN_PIECES = "It can be played when its sound has been put together."


def playable(recording: Recording | None) -> Played | None:
    """Its sound, as it was heard; None where there is none (yet), where it grows still, or where it is lost."""
    if recording is None or recording.state in _NO_SOUND_YET or recording.empty or why_silent(recording):
        return None
    return Played((recording.sound,), recording.document.original.audio.heard)


def why_silent(recording: Recording | None) -> str:
    """Why it cannot be played although it has a sound, in a sentence; '' where it can, or has none (yet)."""
    if recording is None or recording.state in _NO_SOUND_YET:
        return ""
    return IN_PIECES if recording.incomplete else recording.lost_sound


def is_listened_to(recording: Recording | None) -> bool:
    """Whether a player belongs to it, even where its sound is not there."""
    return playable(recording) is not None or bool(why_silent(recording))
