"""A WAV file that is good at any moment: whoever kills the writer loses nothing that was written."""

import os
import struct
from pathlib import Path
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

SAMPLE_BYTES = 2
HEADER_BYTES = 44
_HEADER = struct.Struct("<4sI4s4sIHHIIHH4sI")
_RIFF_SIZE, _DATA_SIZE = 4, 40
_SIZE = struct.Struct("<I")
_ENDLESS = 0xFFFFFFFF
"""What a size says where it does not fit: readers take everything to the end of the file."""


class WavFile:
    """One channel of 16-bit sound that grows on the disk. It is for one thread.

    The file has no buffer: what is written is the system's at once, header included, so that only a crash of the
    system itself can lose what was written since the last `sync`.
    """

    def __init__(self, path: Path, rate_hz: int) -> None:
        """A new file. FileExistsError if there is one; OSError if it cannot be written."""
        self._file = path.open("xb", buffering=0)
        self.path = path
        self.samples = 0
        try:
            self._put(_header(rate_hz, 0), 0)
        except OSError:
            self._file.close()
            raise

    def write(self, samples: NDArray[np.int16]) -> None:
        """Append samples, of shape [samples].

        OSError if they cannot all be written: those that could are kept, and `samples` counts them.
        """
        try:
            self._put(samples.astype("<i2", copy=False).tobytes(), self._end)
        except OSError:
            self.samples = (self._file.seek(0, os.SEEK_END) - HEADER_BYTES) // SAMPLE_BYTES
            self._file.truncate(self._end)
            self._put_sizes()
            raise
        self.samples += len(samples)
        self._put_sizes()

    def sync(self) -> None:
        """Return when everything is on the disk itself. OSError if it cannot be."""
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """Sync and close the file; it is closed even where OSError is raised."""
        with self._file:
            if not self._file.closed:
                self.sync()

    def __enter__(self) -> "WavFile":
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None:
        self.close()

    @property
    def _end(self) -> int:
        return HEADER_BYTES + self.samples * SAMPLE_BYTES

    def _put(self, data: bytes, offset: int) -> None:
        self._file.seek(offset)
        rest = memoryview(data)
        while rest:  # a disk that is nearly full takes a part
            rest = rest[self._file.write(rest) :]

    def _put_sizes(self) -> None:
        sound_bytes = self.samples * SAMPLE_BYTES
        self._put(_size(sound_bytes), _DATA_SIZE)
        self._put(_size(HEADER_BYTES - 8 + sound_bytes), _RIFF_SIZE)


def wav_samples(path: Path) -> int:
    """How many whole samples one of these files holds, whatever its header says. OSError if it cannot be read."""
    return max(0, path.stat().st_size - HEADER_BYTES) // SAMPLE_BYTES


def wav_rate_hz(path: Path) -> int | None:
    """The rate in one of these files' headers; None where the header is damaged. OSError if it cannot be read."""
    with path.open("rb") as file:
        header = file.read(HEADER_BYTES)
    if len(header) < HEADER_BYTES:
        return None
    name, _, wave, fmt, fmt_size, tag, channels, rate_hz, *_, bits, data, _ = _HEADER.unpack(header)
    sound = (name, wave, fmt, data) == (b"RIFF", b"WAVE", b"fmt ", b"data")
    return rate_hz if sound and (fmt_size, tag, channels, bits) == (16, 1, 1, 16) and rate_hz else None


def repair(path: Path, rate_hz: int) -> int:
    """Make one of these files good again after a crash; how many samples it holds.

    Its sizes become those of the file, a last half sample is cut, and a header that is none is written anew.
    rate_hz: for a new header. OSError if it cannot be read or written.
    """
    samples = wav_samples(path)
    with path.open("r+b", buffering=0) as file:
        rate_hz = wav_rate_hz(path) or rate_hz
        file.truncate(HEADER_BYTES + samples * SAMPLE_BYTES)
        file.write(_header(rate_hz, samples * SAMPLE_BYTES))
        os.fsync(file.fileno())
    return samples


def _header(rate_hz: int, sound_bytes: int) -> bytes:
    return _HEADER.pack(
        b"RIFF",
        min(HEADER_BYTES - 8 + sound_bytes, _ENDLESS),
        b"WAVE",
        b"fmt ",
        16,
        1,  # PCM
        1,  # channel
        rate_hz,
        rate_hz * SAMPLE_BYTES,
        SAMPLE_BYTES,
        8 * SAMPLE_BYTES,
        b"data",
        min(sound_bytes, _ENDLESS),
    )


def _size(size_bytes: int) -> bytes:
    return _SIZE.pack(min(size_bytes, _ENDLESS))
