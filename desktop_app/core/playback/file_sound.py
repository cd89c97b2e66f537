"""The sound of one open file as two ears hear it, from any sample on."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.core.audio.frames import FrameReader, Sound
from desktop_app.core.audio.source import Source
from desktop_app.core.audio.timeline import Timeline
from desktop_app.core.playback.channels import Weights
from desktop_app.core.playback.lane import Lane
from desktop_app.core.playback.stereo import Stereo
from desktop_app.core.playback.time_map import TimeMap

if TYPE_CHECKING:
    from av.audio.stream import AudioStream

# Decoders need what comes before: an MP3 frame takes bits from those before it, Opus settles in 80 ms. Where the
# container has gone too far nevertheless, it is asked for more.
_BEFORE_S = (0.3, 3.0, 30.0)
_AT_ONCE_S = 0.1
# A track that has nothing for so long, while others go on, has nothing to wait for.
_PATIENCE_S = 2.0
# Of these only the picture is in the index.
_PICTURE_INDEX = frozenset({"matroska", "webm"})


class FileSound:
    """Decodes a source, which it closes in the end, and mixes its tracks; samples are counted at the output's rate.

    Read from the start its sound lies where the transcript has it. After a seek it lies where the maps say: without
    them the file is taken at its word.
    """

    def __init__(self, source: Source, weights: Mapping[int, Weights], rate_hz: int) -> None:
        """weights: of the tracks that are heard, by their numbers."""
        self._source = source
        self._weights = [weights.get(track.number) for track in source.tracks]
        self._rate_hz = rate_hz
        self._reader = FrameReader(source)
        self._maps: tuple[TimeMap, ...] | None = None
        self._lanes: dict[int, Lane] = {}
        self._position = 0
        self._has_ended = False
        self._from_start = True
        self._sounds = self._reader.sounds()

    @property
    def position(self) -> int:
        """The sample that is read next."""
        return self._position

    def use(self, maps: tuple[TimeMap, ...]) -> None:
        """From the next seek on, lay the sound where these say; one for each of the source's tracks."""
        self._maps = maps

    def change_rate(self, rate_hz: int) -> None:
        """Count samples at another rate; the next thing must be a seek."""
        self._rate_hz = rate_hz

    def seek(self, position: int) -> None:
        """Read on from that sample; beyond the end nothing is read. Exact, whatever the file has for an index."""
        if position == self._position == 0 and not self._lanes:
            return  # nothing was read yet
        at_s = position / self._rate_hz
        if not self._is_orderly or not self._seek_near(at_s):
            self._restart()
        self._position = position

    def read(self) -> Stereo | None:
        """The next tenth of a second or less; None at the end."""
        while (count := self._ready()) == 0:
            if self._has_ended:
                self._position = min(self._position, max((lane.ends for lane in self._lanes.values()), default=0))
                return None
            self._decode()
        mixed = sum((lane.take(self._position, count) for lane in self._lanes.values()), np.zeros((count, 2), "f4"))
        self._position += count
        return mixed

    def close(self) -> None:
        """Close the file."""
        self._source.container.close()

    @property
    def _is_orderly(self) -> bool:
        return self._maps is None or all(each.is_orderly for each in self._maps)

    def _ready(self) -> int:
        """How many samples can be mixed now."""
        if not self._lanes:
            return 0
        ends = [lane.ends for lane in self._lanes.values()]
        known = max(ends) if self._has_ended else max(self._least(ends), max(ends) - round(_PATIENCE_S * self._rate_hz))
        return max(0, min(known - self._position, round(_AT_ONCE_S * self._rate_hz)))

    def _least(self, ends: list[int]) -> int:
        """Up to where every track has given its sound; tracks that have not begun may do so."""
        return min(ends) if len(self._lanes) == sum(each is not None for each in self._weights) else 0

    def _decode(self) -> None:
        sound = next(self._sounds, None)
        if sound is None:
            self._has_ended = True
            for lane in self._lanes.values():
                lane.finish()
        else:
            self._take(sound)

    def _take(self, sound: Sound) -> None:
        weights = self._weights[sound.track] if sound.track < len(self._weights) else None
        if weights is not None:
            at_s = self._placed_s(sound)
            self._lane(sound.track, weights, at_s or 0.0).add(sound, at_s)

    def _lane(self, track: int, weights: Weights, at_s: float) -> Lane:
        if track not in self._lanes:
            begins_s, duration_s = (0.0, self._source.duration_s) if self._from_start else (at_s, None)
            self._lanes[track] = Lane(weights, self._rate_hz, Timeline(duration_s), begins_s)
        return self._lanes[track]

    def _placed_s(self, sound: Sound) -> float | None:
        if sound.start_s is None or self._from_start:
            return sound.start_s
        told_s = sound.start_s - self._reader.losses[sound.track].lost_s
        return told_s if self._maps is None else self._maps[sound.track].placed_s(told_s)

    def _seek_near(self, at_s: float) -> bool:
        """Go to some place before that time; whether it worked."""
        told_s = at_s if self._maps is None else min(each.told_s(at_s) for each in self._maps)
        for before_s in _BEFORE_S:
            if not self._seek_container(told_s - before_s) and not self._seek_to_end():
                return False
            first = self._first_sound()
            if first is None or first.start_s is None:
                return False
            reached_s = first.start_s - self._reader.losses[first.track].lost_s
            if reached_s <= max(told_s - before_s / 2, 0.0) or told_s < before_s:
                self._take(first)
                return True
        return False

    def _seek_container(self, told_s: float) -> bool:
        from av.error import FFmpegError

        origin_s = (self._source.container.start_time or 0) / 1e6
        self._begin(from_start=False)
        stream = self._seek_by()
        unit_s = 1e-6 if stream is None else float(stream.time_base or 1)
        try:
            self._source.container.seek(round((max(0.0, told_s) + origin_s) / unit_s), stream=stream)
        except FFmpegError:
            return False
        return True

    def _seek_to_end(self) -> bool:
        """Go where little is left: there was nothing where it was sought."""
        duration_s = self._source.duration_s
        return duration_s is not None and self._seek_container(duration_s - _BEFORE_S[1])

    def _seek_by(self) -> "AudioStream | None":
        names = self._source.container.format.name.split(",")
        return None if _PICTURE_INDEX.intersection(names) else self._source.tracks[0].stream

    def _first_sound(self) -> Sound | None:
        return next((sound for sound in self._sounds if self._weights[sound.track] is not None), None)

    def _restart(self) -> None:
        """Read from the start again: slow in a long file, and right in any."""
        self._seek_container(-1.0)
        self._begin(from_start=True)

    def _begin(self, *, from_start: bool) -> None:
        self._reader = FrameReader(self._source) if from_start else self._reader
        self._sounds = self._reader.sounds()
        self._lanes = {}
        self._has_ended = False
        self._from_start = from_start
