"""Sound on its way through a file without a name: written once, then at random access in bounded memory."""

import io
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

SAMPLE_BYTES = 4


class Spool:
    """Samples of so many channels, float32; use it in a `with` statement. Silence takes no room on disks with holes."""

    def __init__(self, folder: Path, channels: int) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.channels = channels
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115  closed with this

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def append(self, samples: NDArray[np.float32]) -> None:
        """Write the next samples, of shape [samples, channels] (or [samples], of one channel)."""
        if samples.any():
            self._file.write(np.ascontiguousarray(samples).data)
        else:
            self._file.seek(samples.nbytes, io.SEEK_CUR)

    def complete(self) -> NDArray[np.float32]:
        """All that was written, of shape [samples, channels], read-only and mapped into memory."""
        self._file.truncate(self._file.tell())
        self._file.flush()
        if self._file.tell() == 0:
            return np.empty((0, self.channels), np.float32)  # nothing cannot be mapped
        return np.memmap(self._file, np.float32, mode="r").view(np.ndarray).reshape(-1, self.channels)

    def close(self) -> None:
        """Give the room back, once no array made from it is left."""
        with suppress(OSError):  # on a full disk, closing tries in vain to write what is left
            self._file.close()


def parts(samples: NDArray[np.float32], length_samples: int) -> Iterator[NDArray[np.float32]]:
    """The samples in pieces of that length, the last one shorter."""
    for start in range(0, len(samples), length_samples):
        yield samples[start : start + length_samples]
