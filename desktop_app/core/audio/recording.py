"""A whole recording at random access in bounded memory."""

import io
import math
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import numpy as np
from numpy.typing import NDArray
from platformdirs import user_cache_path

from desktop_app.core.audio.conditioning import Conditioning, LevelMeter
from desktop_app.core.audio.decode import AudioFile
from desktop_app.core.audio.errors import AudioError
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ

_SAMPLE_BYTES = 4
_PASS_BYTES = 60 * SAMPLE_RATE_HZ * _SAMPLE_BYTES


class Recording:
    """A recording as 16 kHz mono, read from a scratch file as it is needed; use it in a `with` statement.

    path: the user's own file; source_rate_hz, source_channels: of its sound before conversion.
    gain: what its samples were multiplied by, 1.0 unless it was very faint.
    bad_packets: pieces of the file that could not be decoded; silence stands in their place.
    """

    def __init__(self, audio: AudioFile, spool: IO[bytes], *, gain: float = 1.0) -> None:
        self.path = audio.path
        self.source_rate_hz = audio.rate_hz
        self.source_channels = audio.channels
        self.bad_packets = audio.bad_packets
        self.gain = gain
        self._spool = spool
        self._samples: NDArray[np.float32] | None = _mapped(spool)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def samples(self) -> NDArray[np.float32]:
        """All samples, float32 of shape [samples] in [-1, 1], read-only. ValueError once the recording is closed."""
        if self._samples is None:
            raise ValueError(f"{self.path}: the recording is closed")
        return self._samples

    @property
    def duration_ms(self) -> int:
        """Length in milliseconds."""
        return round(len(self.samples) * 1000 / SAMPLE_RATE_HZ)

    def close(self) -> None:
        """Give the scratch file back; its space is free once no array made from the samples is left."""
        self._samples = None
        self._spool.close()


def open_recording(
    path: Path, *, on_progress: Callable[[float], None] | None = None, scratch: Path | None = None
) -> Recording:
    """Decode a file to a scratch file without a name, and put its level right (see `conditioning`).

    on_progress: told how much of the file is done, 0 to 1. scratch: the folder for the scratch file, about 230 MB
    for each hour; the user's cache folder if not given, as the system's folder for such files may lie in memory.
    AudioError if the file cannot be read or the scratch folder not written.
    """
    folder = user_cache_path("diarist", appauthor=False) if scratch is None else scratch
    with AudioFile(path) as audio, ExitStack() as on_failure:
        with _scratch_errors(audio, folder):
            spool = _anonymous_file(folder)
        on_failure.callback(_discard, spool)
        meter = LevelMeter()
        for block in audio.blocks():
            meter.add(block.samples)
            with _scratch_errors(audio, folder):
                spool.write(block.samples.data)
            if on_progress is not None:
                on_progress(block.fraction)
        conditioning = meter.conditioning()
        with _scratch_errors(audio, folder):
            _condition(spool, conditioning)
            recording = Recording(audio, spool, gain=conditioning.gain)
        on_failure.pop_all()
        return recording


def _anonymous_file(folder: Path) -> IO[bytes]:
    folder.mkdir(parents=True, exist_ok=True)
    return tempfile.TemporaryFile(dir=folder)


def _discard(spool: IO[bytes]) -> None:
    with suppress(OSError):  # on a full disk, closing tries in vain to write what is left
        spool.close()


@contextmanager
def _scratch_errors(audio: AudioFile, folder: Path) -> Iterator[None]:
    """Say what is wrong with the scratch folder, and about how much room it should have."""
    try:
        yield
    except OSError as error:
        cause = f"its sound cannot be kept in the folder {folder}: {error.strerror}"
        if audio.duration_s is not None:
            cause += f" (about {_megabytes(audio.duration_s)} MB are needed there)"
        raise AudioError(audio.path, cause) from error


def _megabytes(duration_s: float) -> int:
    return math.ceil(duration_s * SAMPLE_RATE_HZ * _SAMPLE_BYTES / 1e6)


def _condition(spool: IO[bytes], conditioning: Conditioning) -> None:
    """Change the spooled samples in place, and leave them where another reader finds them."""
    if not conditioning.changes_nothing:
        spool.seek(0)
        while part := spool.read(_PASS_BYTES):
            spool.seek(-len(part), io.SEEK_CUR)
            spool.write(conditioning.apply(np.frombuffer(part, np.float32)).data)
            spool.seek(0, io.SEEK_CUR)  # C's rule between a write and a read
    spool.flush()


def _mapped(spool: IO[bytes]) -> NDArray[np.float32]:
    if spool.seek(0, io.SEEK_END) == 0:
        return np.empty(0, np.float32)  # nothing cannot be mapped
    return np.memmap(spool, np.float32, mode="r").view(np.ndarray)
