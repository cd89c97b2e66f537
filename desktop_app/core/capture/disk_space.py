"""Whether the disk has room for more."""

import shutil
from collections.abc import Callable
from pathlib import Path

from desktop_app.core.capture.values import Room
from desktop_app.core.capture.wav_file import SAMPLE_BYTES

RESERVE_BYTES = 200_000_000
"""What a recording leaves free: for the joining of its segments, and for everybody else."""
LITTLE_S = 600.0


def free_bytes(folder: Path) -> int:
    """What the disk of a folder has free for this user. OSError if it cannot be asked."""
    return shutil.disk_usage(folder).free


class RoomWatch:
    """The room for one recording."""

    def __init__(self, folder: Path, rate_hz: int, *, reserve_bytes: int, free: Callable[[Path], int]) -> None:
        self._folder = folder
        self._rate_hz = rate_hz
        self._reserve_bytes = reserve_bytes
        self._free = free

    def look(self) -> Room | None:
        """What there is; None where the system does not say. left_s is 0 where the reserve is reached."""
        try:
            free = self._free(self._folder)
        except OSError:
            return None
        return Room(free, max(0, free - self._reserve_bytes) / (self._rate_hz * SAMPLE_BYTES))
