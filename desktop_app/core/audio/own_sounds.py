"""The sounds that may be one person's own each: the channels of a sound track, or the tracks of a file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.conditioning import LevelMeter
from desktop_app.core.audio.duplicate_sounds import without_doubles
from desktop_app.core.audio.mixdown import Mixdown, mono, tracks_as_heard
from desktop_app.core.audio.spool import Spool, parts
from desktop_app.core.audio.tracks import SoundTrack
from desktop_app.core.audio.voice_survey import WINDOW_SAMPLES, survey
from desktop_app.core.transcript.values import HeardTrack
from desktop_app.translation import tr

_PART_SAMPLES = 3 * WINDOW_SAMPLES


@dataclass(frozen=True, slots=True, eq=False)
class OwnSound:
    """What one person's microphone heard. samples: float32 [n], 16 kHz; name: what to call whoever speaks in it."""

    samples: NDArray[np.float32]
    name: str


def choose_own(
    tracks: Sequence[SoundTrack], sounds: Sequence[NDArray[np.float32]], *, channel: int | None
) -> tuple[Mixdown, ...]:
    """The sounds that carry a voice, each once, however many hold it: the tracks, or the channels of the only one.

    sounds: of each track, 16 kHz, float32 [samples, channels]. channel: the only one to hear of each track, from 1.
    """
    several = tracks_as_heard(tracks, sounds, channel=channel)
    there = several if len(several) > 1 or channel is not None else _channels(tracks[0], sounds[0])
    length = max(len(each.samples) for each in there)
    found = survey((np.stack(part, axis=1) for part in _side_by_side(there, length)), len(there))
    voiced = np.flatnonzero(found.voiced.any(axis=0)).tolist()
    return tuple(there[place] for place in without_doubles(found.levels, voiced))


def own_names(sounds: Sequence[Mixdown]) -> tuple[str, ...]:
    """What whoever speaks in each of the sounds is called until somebody says who it is."""
    if len({sound.track.number for sound in sounds}) == 1:
        return tuple(tr("Channel {number}", number=sound.heard.heard[0]) for sound in sounds)
    return tuple(sound.track.title or tr("Track {number}", number=sound.track.number) for sound in sounds)


def heard_of(sounds: Sequence[Mixdown]) -> tuple[HeardTrack, ...]:
    """As the transcript tells it. sounds: in order of their tracks."""
    by_track = groupby((each.heard for each in sounds), key=lambda heard: (heard.number, heard.channels))
    return tuple(
        HeardTrack(number, tuple(channel for heard in same for channel in heard.heard), channels)
        for (number, channels), same in by_track
    )


def write_own(spool: Spool, sound: Mixdown, length: int) -> None:
    """Write one of the sounds at the level that it needs, with silence up to that length behind it."""
    meter = LevelMeter()
    for part in _one_by_one(sound):
        meter.add(part)
    conditioning = meter.conditioning()
    for part in _one_by_one(sound):
        spool.append(part if conditioning.changes_nothing or not part.any() else conditioning.apply(part))
    spool.append(np.zeros(length - len(sound.samples), np.float32))


def _channels(track: SoundTrack, samples: NDArray[np.float32]) -> tuple[Mixdown, ...]:
    return tuple(Mixdown(track, samples, weights) for weights in np.eye(track.channels, dtype=np.float32))


def _one_by_one(sound: Mixdown) -> Iterator[NDArray[np.float32]]:
    for part in parts(sound.samples, _PART_SAMPLES):
        yield part @ sound.weights


def _side_by_side(sounds: Sequence[Mixdown], length: int) -> Iterator[list[NDArray[np.float32]]]:
    for start in range(0, length, _PART_SAMPLES):
        samples = min(_PART_SAMPLES, length - start)
        yield [mono(sound, start, samples) for sound in sounds]
