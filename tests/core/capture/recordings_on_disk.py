"""Recordings as a recorder leaves them that is killed."""

from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.capture.segments import SegmentedFile
from desktop_app.core.capture.sidecar import Sidecar, write_sidecar

STARTED_AT = datetime(2026, 11, 24, 14, 3, 12, tzinfo=UTC)


def broken_off(folder: Path, sound: NDArray[np.int16], *, segment_samples: int, rate_hz: int = 8_000) -> Path:
    """A recording in segments, of which the sidecar says that it still grows."""
    folder.mkdir(parents=True)
    write_sidecar(folder, Sidecar(STARTED_AT, "Desk", rate_hz))
    file = SegmentedFile(folder, rate_hz, segment_samples=segment_samples)
    file.write(sound)
    file.close()
    return folder
