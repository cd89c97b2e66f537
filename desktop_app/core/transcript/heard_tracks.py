"""Which of a recording's sound tracks and channels were heard, in words."""

from collections.abc import Sequence

from desktop_app.core.transcript.values import AudioSource, HeardTrack


def heard_in_words(audio: AudioSource) -> str | None:
    """'sound tracks 1 and 2 of 3', 'channel 1 of 2'; None where all of an only track was heard, or it is not known."""
    if not audio.heard:
        return None
    parts = [*_tracks(audio), *(_channels(track, audio) for track in audio.heard if len(track.heard) < track.channels)]
    return ", ".join(parts) or None


def _tracks(audio: AudioSource) -> list[str]:
    if audio.tracks is None or audio.tracks < 2:
        return []
    return [f"{_numbered('sound track', [track.number for track in audio.heard])} of {audio.tracks}"]


def _channels(track: HeardTrack, audio: AudioSource) -> str:
    of = f" of track {track.number}" if len(audio.heard) > 1 else ""
    return f"{_numbered('channel', track.heard)} of {track.channels}{of}"


def _numbered(noun: str, numbers: Sequence[int]) -> str:
    named = [str(number) for number in numbers]
    if len(named) == 1:
        return f"{noun} {named[0]}"
    return f"{noun}s {', '.join(named[:-1])} and {named[-1]}"
