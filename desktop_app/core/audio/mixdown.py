"""From the sound tracks of a file to the one sound that is heard."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.downmix import Weights, weigh
from desktop_app.core.audio.duplicate_sounds import without_copies
from desktop_app.core.audio.errors import AudioError
from desktop_app.core.audio.spool import parts
from desktop_app.core.audio.tracks import SoundTrack
from desktop_app.core.audio.voice_survey import WINDOW_SAMPLES, survey
from desktop_app.core.transcript.values import HeardTrack
from desktop_app.translation import tr

_PART_SAMPLES = 3 * WINDOW_SAMPLES


@dataclass(frozen=True, slots=True)
class Mixdown:
    """What is heard of one track. samples: 16 kHz, float32 [samples, channels]; weights: of its channels."""

    track: SoundTrack
    samples: NDArray[np.float32]
    weights: Weights

    @property
    def heard(self) -> HeardTrack:
        """As the transcript tells it."""
        channels = tuple(1 + channel for channel in np.flatnonzero(self.weights).tolist())
        return HeardTrack(self.track.number, channels, self.track.channels)


def require_channel(path: Path, tracks: Sequence[SoundTrack], channel: int | None) -> None:
    """AudioError if none of the tracks has that channel, from 1."""
    most = max(track.channels for track in tracks)
    if channel is not None and channel > most:
        if most == 1:
            raise AudioError(path, tr("it has no channel {channel}: it has only one", channel=channel))
        raise AudioError(path, tr("it has no channel {channel}: it has only {most}", channel=channel, most=most))


def choose(
    tracks: Sequence[SoundTrack], sounds: Sequence[NDArray[np.float32]], *, channel: int | None
) -> tuple[Mixdown, ...]:
    """Which tracks are heard, with which of their channels; at least one.

    sounds: of each track, 16 kHz, float32 [samples, channels]. channel: the only one to hear, from 1, of every track
    that has it; one at least must.
    """
    hearings = tracks_as_heard(tracks, sounds, channel=channel)
    return hearings if len(hearings) == 1 else _of_several(hearings)


def tracks_as_heard(
    tracks: Sequence[SoundTrack], sounds: Sequence[NDArray[np.float32]], *, channel: int | None
) -> tuple[Mixdown, ...]:
    """Every track, each with those of its channels that are heard. The rest as in choose."""
    return tuple(
        Mixdown(track, samples, _channel_weights(track, samples, channel))
        for track, samples in zip(tracks, sounds, strict=True)
        if channel is None or channel <= track.channels
    )


def mixed(hearings: Sequence[Mixdown]) -> Iterator[NDArray[np.float32]]:
    """What is heard, mono, float32 [samples], in parts of a few seconds."""
    length = max(len(hearing.samples) for hearing in hearings)
    for part in _side_by_side(hearings, length):
        yield part.sum(axis=1)


def _channel_weights(track: SoundTrack, samples: NDArray[np.float32], channel: int | None) -> Weights:
    if channel is not None:
        alone: Weights = np.eye(track.channels, dtype=np.float32)[channel - 1]
        return alone
    if track.channels == 1:
        return np.ones(1, np.float32)
    return weigh(survey(parts(samples, _PART_SAMPLES), track.channels), track.layout)


def _of_several(hearings: Sequence[Mixdown]) -> tuple[Mixdown, ...]:
    length = max(len(hearing.samples) for hearing in hearings)
    found = survey(_side_by_side(hearings, length), len(hearings))
    weights = weigh(found) * len(hearings)  # nobody is fainter for the others' tracks
    heard = without_copies(found.levels, np.flatnonzero(weights).tolist())
    scale = np.abs(weights[heard]).min()
    return tuple(
        Mixdown(hearings[place].track, hearings[place].samples, hearings[place].weights * weights[place] / scale)
        for place in heard
    )


def _side_by_side(hearings: Sequence[Mixdown], length: int) -> Iterator[NDArray[np.float32]]:
    """Each track's mono sound beside the others', float32 [samples, tracks]; the shorter ones end in silence."""
    for start in range(0, length, _PART_SAMPLES):
        part = np.zeros((min(_PART_SAMPLES, length - start), len(hearings)), np.float32)
        for place, hearing in enumerate(hearings):
            part[:, place] = mono(hearing, start, len(part))
        yield part


def mono(hearing: Mixdown, start: int, length: int) -> NDArray[np.float32]:
    """What is heard of a track from a sample on, float32 [length]; silence beyond its end."""
    sound = hearing.samples[start : start + length] @ hearing.weights
    return np.pad(sound, (0, length - len(sound)))
