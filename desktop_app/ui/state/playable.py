"""What of a recording can be played."""

from desktop_app.core.playback.values import Played
from desktop_app.ui.state.recording import Recording, State

_NO_SOUND_YET = {State.STORED, State.OPENING, State.LIVE}
IN_PIECES = "It can be played when its sound has been put together."


def playable(recording: Recording | None) -> Played | None:
    """Its sound, as it was heard; None where there is none (yet), or where it grows still."""
    if recording is None or recording.state in _NO_SOUND_YET or recording.empty or recording.incomplete:
        return None
    return Played((recording.sound,), recording.document.original.audio.heard)


def is_listened_to(recording: Recording | None) -> bool:
    """Whether a player belongs to it, even where its sound is not there."""
    return playable(recording) is not None or (recording is not None and recording.incomplete)
