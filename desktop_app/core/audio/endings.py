"""How the names of recordings end."""

_SOUND = "wav mp3 m4a flac ogg opus oga aac aif aiff aifc wma amr caf sph ac3 mka"
_VIDEO = "mp4 m4v mov mkv webm avi mpg mpeg 3gp"
RECORDING_ENDINGS = (*_SOUND.split(), *_VIDEO.split())
"""Without their dots."""


def is_named_like_recording(name: str) -> bool:
    """Whether a file's name ends like a recording's, and is none that systems hide ('._talk.wav', '.talk.wav')."""
    return not name.startswith(".") and name.rpartition(".")[2].lower() in RECORDING_ENDINGS
