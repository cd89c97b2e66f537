"""The pieces in which a recording lies on the disk, each named by the index of its first sample."""

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.capture.wav_file import WavFile, wav_samples

_NAME = re.compile(r"(\d{12})\.wav")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a recording. first: the index of its first sample; samples: how many are there now."""

    path: Path
    first: int
    samples: int

    @property
    def end(self) -> int:
        """The index behind its last sample."""
        return self.first + self.samples


def segment_path(folder: Path, first: int) -> Path:
    """Where the segment that begins with this sample lies."""
    return folder / f"{first:012d}.wav"


def segments_in(folder: Path) -> tuple[Segment, ...]:
    """Every segment in a folder, in order. OSError if it cannot be read."""
    return tuple(
        Segment(path, int(found[1]), wav_samples(path))
        for path in sorted(folder.iterdir())
        if (found := _NAME.fullmatch(path.name))
    )


class SegmentedFile:
    """A recording that grows on the disk, a new file every so many samples. It is for one thread."""

    def __init__(self, folder: Path, rate_hz: int, *, segment_samples: int) -> None:
        """OSError if nothing can be written there."""
        self._folder = folder
        self._rate_hz = rate_hz
        self._segment_samples = segment_samples
        self._first = 0
        self._file = WavFile(segment_path(folder, 0), rate_hz)

    @property
    def samples(self) -> int:
        """How many are written."""
        return self._first + self._file.samples

    def write(self, samples: NDArray[np.int16]) -> None:
        """Append samples, of shape [samples]. OSError where they cannot all be; `samples` counts those that are."""
        while len(samples):
            room = self._segment_samples - self._file.samples
            if room <= 0:
                self._roll_over()
                continue
            self._file.write(samples[:room])
            samples = samples[room:]

    def sync(self) -> None:
        """Return when everything is on the disk itself. OSError if it cannot be."""
        self._file.sync()

    def close(self) -> None:
        """Sync and close; closed even where OSError is raised."""
        self._file.close()

    def _roll_over(self) -> None:
        # The new file first: where there is no room for it, the old one is still open and good.
        following = WavFile(segment_path(self._folder, self.samples), self._rate_hz)
        full, self._first, self._file = self._file, self.samples, following
        full.close()
