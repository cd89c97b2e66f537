"""Any sound or video file to 16 kHz, in blocks, with every sound at its time."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.damage import Damage, places_s
from desktop_app.core.audio.errors import AudioError
from desktop_app.core.audio.file_reading import FileReading
from desktop_app.core.audio.frames import Sound
from desktop_app.core.audio.source import NO_SOUND, open_link, open_source
from desktop_app.core.audio.track_decoding import TrackDecoding
from desktop_app.core.transcript.clock import clock
from desktop_app.translation import figure, tr

# Where a stream of these has a gap in its times, something was there; in others nothing need have been.
_WITHOUT_GAPS = frozenset({"flac", "ogg", "asf"})
_LEAST_GAP_S = 0.05
# No kind of sound needs less, but for silence; and an hour of silence does no harm.
_LEAST_BYTES_A_SECOND = 10
_HARMLESS_S = 3600.0


@dataclass(frozen=True, slots=True)
class Block:
    """The next second or so of one sound track.

    samples: 16 kHz, float32 of shape [samples, channels], full scale at 1 and sometimes above; track: its place in
    AudioFile.tracks; fraction: how much of the file is done, 0 to 1.
    """

    samples: NDArray[np.float32]
    track: int
    fraction: float


class AudioFile:
    """A sound or video file open for decoding; use it in a `with` statement. AudioError where it cannot be opened.

    tracks: the sound tracks that are decoded; tracks_there: how many the file has. duration_s: what its container
    claims, None if unknown.
    """

    def __init__(self, path: Path, *, track: int | None = None) -> None:
        """track: the only sound track to decode, from 1; all that belong together if None."""
        self._track = track
        self._source = open_source(path, track=track)
        self._readings: list[FileReading] = []
        self._lost_links_s: list[float] = []
        self._flows = tuple(TrackDecoding(each.channels, self._source.duration_s) for each in self._source.tracks)
        self._gapless = not _WITHOUT_GAPS.isdisjoint(self._source.container.format.name.split(","))
        self.path = path
        self.tracks = self._source.tracks
        self.tracks_there = self._source.tracks_there
        self.duration_s = self._source.whole_s

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._source.container.close()

    @property
    def damage(self) -> Damage:
        """What could not be read of what was decoded; complete after the last block."""
        broken_s = [time_s for reading in self._readings for time_s in reading.broken_s]
        breaks_off = self._source.is_unended or any(last.breaks_off for last in self._readings[-1:])
        return Damage(places_s([*self._lost_links_s, *broken_s]), self._position_s, self._source.claimed_s, breaks_off)

    def blocks(self) -> Iterator[Block]:
        """All tracks, once, in blocks of about a second, as they lie in the file.

        A sound lies where its timestamp says, counted from the container's start: where the file has a gap there is
        silence, so times hold to the end. AudioError if nothing can be decoded, or more than so few bytes can hold.
        """
        fraction = 0.0
        for reading in self._read():
            for sound in reading.sounds(len(self._flows)):
                for samples in self._placed(sound, reading):
                    fraction = max(fraction, self._fraction(reading))
                    yield Block(samples, sound.track, fraction)
        if self._position_s == 0:
            raise AudioError(self.path, self._why_nothing())
        for track, flow in enumerate(self._flows):
            for samples in flow.finish():
                yield Block(samples, track, 1.0)

    def _read(self) -> Iterator[FileReading]:
        """The file, and the recordings behind it in the same file."""
        self._readings.append(FileReading(self._source, 0.0))
        yield self._readings[-1]
        while self._source.following:
            self._source.container.close()
            try:
                self._source = open_link(self._source, track=self._track)
            except AudioError:
                self._lost_links_s.append(self._position_s)
                self._source = replace(self._source, following=self._source.following[1:])
            else:
                self._readings.append(FileReading(self._source, self._position_s))
                yield self._readings[-1]

    @property
    def _position_s(self) -> float:
        return max(flow.timeline.position_s for flow in self._flows)

    def _placed(self, sound: Sound, reading: FileReading) -> Iterator[NDArray[np.float32]]:
        flow = self._flows[sound.track]
        before_s = flow.timeline.position_s
        placement = flow.place(sound)
        self._check_length()
        is_gap = before_s > 0 and placement.silence_samples > _LEAST_GAP_S * sound.rate_hz
        if is_gap and (self._gapless or sound.skipped):
            reading.gap(sound.track, before_s)
        return flow.take(sound, placement)

    def _check_length(self) -> None:
        longest_s = max(_HARMLESS_S, self._source.size / _LEAST_BYTES_A_SECOND)
        if self._position_s > longest_s:
            length = clock(round(1000 * max(self._position_s, self.duration_s or 0)))
            cause = tr(
                "it claims to last {length}, but its {bytes} bytes cannot hold so much sound",
                length=length,
                bytes=figure(self._source.size),
            )
            raise AudioError(self.path, cause)

    def _fraction(self, reading: FileReading) -> float:
        done, whole = self._position_s, self.duration_s
        if whole is None:
            done, whole = reading.read_bytes, self._source.size
        return min(1.0, done / whole) if whole > 0 else 0.0

    def _why_nothing(self) -> str:
        if not any(reading.found_any for reading in self._readings):
            return NO_SOUND
        return tr("none of its sound can be decoded: the file is damaged, or protected against copying")
