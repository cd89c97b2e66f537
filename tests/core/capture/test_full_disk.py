import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from fake_input import RATE_HZ, noise
from numpy.typing import NDArray
from recorder_desk import Desk

from desktop_app.core.capture.recovery import recover, unfinished
from desktop_app.core.capture.values import EndReason, Recorded

Read = Callable[[Path], NDArray[np.int16]]
SOUND = noise(20 * RATE_HZ)  # 320 kB


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("a small disk cannot be mounted here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_ends_the_recording_and_keeps_all_that_fits(desk: Desk, small_disk: Path, samples_of: Read) -> None:
    desk.folder = small_disk / "Talk"
    desk.record()
    desk.give(SOUND)
    recorded = desk.told.next(Recorded)
    assert recorded.reason is EndReason.DISK_FULL
    assert recorded.text.startswith("The disk is full: the recording ended at 00:1")
    kept = samples_of(recorded.sound)
    assert len(kept) > 200_000 / 2
    assert np.array_equal(kept, SOUND[: len(kept)])
    assert recorded.duration_ms == round(1000 * len(kept) / RATE_HZ)


def test_segments_that_cannot_be_joined_are_when_there_is_room(desk: Desk, small_disk: Path, samples_of: Read) -> None:
    desk.folder = small_disk / "Talk"
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(110_000))
    desk.record(segment_s=6)
    desk.give(SOUND)
    recorded = desk.told.next(Recorded)
    assert (recorded.reason, recorded.sound.name) == (EndReason.DISK_FULL, "000000000000.wav")
    ballast.unlink()
    (found,) = unfinished(small_disk)
    assert found.duration_ms == recorded.duration_ms
    samples = samples_of(recover(found).sound)
    assert round(1000 * len(samples) / RATE_HZ) == recorded.duration_ms
    assert np.array_equal(samples, SOUND[: len(samples)])
