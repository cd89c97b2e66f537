"""Which of a recording's sound tracks and channels were heard, in words."""

from collections.abc import Sequence

from desktop_app.core.transcript.values import AudioSource, HeardTrack
from desktop_app.translation import plural, tr


def heard_in_words(audio: AudioSource) -> str | None:
    """'sound tracks 1 and 2 of 3', 'channel 1 of 2'; None where all of an only track was heard, or it is not known."""
    if not audio.heard:
        return None
    parts = [*_tracks(audio), *(_channels(track, audio) for track in audio.heard if len(track.heard) < track.channels)]
    return ", ".join(parts) or None


def _tracks(audio: AudioSource) -> list[str]:
    if audio.tracks is None or audio.tracks < 2:
        return []
    return [
        plural(
            "sound tracks {numbers} of {count}",
            "sound track {numbers} of {count}",
            len(audio.heard),
            numbers=_enumerated([track.number for track in audio.heard]),
            count=audio.tracks,
        )
    ]


def _channels(track: HeardTrack, audio: AudioSource) -> str:
    heard, numbers = len(track.heard), _enumerated(track.heard)
    if len(audio.heard) == 1:
        return plural(
            "channels {numbers} of {count}",
            "channel {numbers} of {count}",
            heard,
            numbers=numbers,
            count=track.channels,
        )
    return plural(
        "channels {numbers} of {count} of track {track}",
        "channel {numbers} of {count} of track {track}",
        heard,
        numbers=numbers,
        count=track.channels,
        track=track.number,
    )


def _enumerated(numbers: Sequence[int]) -> str:
    named = [str(number) for number in numbers]
    if len(named) == 1:
        return named[0]
    return tr("{some} and {last}", some=", ".join(named[:-1]), last=named[-1])
