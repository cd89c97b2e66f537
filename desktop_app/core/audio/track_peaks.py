"""Peaks of a file's tracks together, made while it is decoded."""

from collections.abc import Sequence

import numpy as np

from desktop_app.core.audio.decode import Block
from desktop_app.core.audio.peaks import Int8s, Peaks
from desktop_app.core.audio.peaks_builder import PeaksBuilder
from desktop_app.core.audio.tracks import SoundTrack
from desktop_app.core.transcript.values import HeardTrack


class TrackPeaks:
    """Takes the blocks of a file; a moment is as loud as the loudest channel that is heard then.

    Channels are not mixed before: what is turned round in one of them would take the other's sound away.
    """

    def __init__(self, tracks: Sequence[SoundTrack], heard: Sequence[HeardTrack] = ()) -> None:
        """tracks: the file's; heard: those that count, with their channels; all of them if empty, or if none of them is
        there."""
        channels = {track.number: track.heard for track in heard}
        known = any(track.number in channels for track in tracks)
        self._builders = [
            _builders(track, channels.get(track.number, ()) if known else _all(track)) for track in tracks
        ]

    def add(self, block: Block) -> None:
        """Take in the file's next block."""
        for channel, builder in self._builders[block.track].items():
            builder.add(np.ascontiguousarray(block.samples[:, channel - 1]))

    def peaks(self) -> Peaks:
        """Of all that came so far. Later sound does not change them."""
        pairs = [builder.peaks().pairs for builders in self._builders for builder in builders.values()]
        return Peaks(pairs[0]) if len(pairs) == 1 else Peaks(_widest(pairs))


def _builders(track: SoundTrack, channels: Sequence[int]) -> dict[int, PeaksBuilder]:
    return {channel: PeaksBuilder() for channel in channels if channel <= track.channels}


def _all(track: SoundTrack) -> Sequence[int]:
    return range(1, track.channels + 1)


def _widest(pairs: Sequence[Int8s]) -> Int8s:
    """The lowest and the highest of all, int8 [2, pairs] of the longest; what is shorter ends in silence."""
    widest = np.zeros((2, max((each.shape[1] for each in pairs), default=0)), np.int8)
    for each in pairs:
        there = widest[:, : each.shape[1]]
        np.minimum(there[0], each[0], out=there[0])
        np.maximum(there[1], each[1], out=there[1])
    return widest
