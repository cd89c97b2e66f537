"""A file being read, or one of the recordings behind each other in it, at its time in the file."""

from collections.abc import Iterator
from dataclasses import replace

from desktop_app.core.audio.frames import FrameReader, Sound
from desktop_app.core.audio.source import Source


class FileReading:
    """One source being read, at its time in the file. starts_s: where it begins."""

    def __init__(self, source: Source, starts_s: float) -> None:
        self._source = source
        self._starts_s = starts_s
        self._reader = FrameReader(source)

    def sounds(self, tracks: int) -> Iterator[Sound]:
        """Its sound; of further tracks than so many nothing."""
        for sound in self._reader.sounds():
            if sound.track < tracks:
                start_s = None if sound.start_s is None else sound.start_s + self._starts_s
                yield replace(sound, start_s=start_s)

    def gap(self, track: int, start_s: float) -> None:
        """From that time of the file on sound of the track is missing."""
        self._reader.losses[track].gap(start_s - self._starts_s)

    @property
    def broken_s(self) -> list[float]:
        """Where what could not be decoded would have been, in the file's time."""
        return [self._starts_s + time_s for losses in self._reader.losses for time_s in losses.broken_s]

    @property
    def breaks_off(self) -> bool:
        """Whether its last piece was not whole."""
        return any(losses.breaks_off for losses in self._reader.losses)

    @property
    def read_bytes(self) -> int:
        """How far into the file it is."""
        return self._source.start + self._reader.read_bytes

    @property
    def found_any(self) -> bool:
        """Whether there was any piece of sound, good or bad."""
        return self._reader.packets + self._reader.bad_packets > 0
