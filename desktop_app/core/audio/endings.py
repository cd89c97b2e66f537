"""What the names of recordings end with."""

_SOUND = ("wav", "mp3", "m4a", "flac", "ogg", "opus", "oga", "aac", "aif", "aiff", "wma", "amr")
_FILM = ("mp4", "m4v", "mov", "mkv", "webm", "avi", "mpg", "mpeg", "3gp")
MEDIA_ENDINGS = (*_SOUND, *_FILM)
"""Of the usual ones, without the dot, in small letters; any other file may be a recording, too."""
