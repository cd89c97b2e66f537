import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import numpy as np
import pytest
from fake_input import noise
from numpy.typing import NDArray
from recordings_on_disk import broken_off

from desktop_app.core.capture import joining
from desktop_app.core.capture.finishing import finish_recording
from desktop_app.core.capture.joining import join_segments, joined_file
from desktop_app.core.capture.segments import segments_in
from desktop_app.core.capture.sidecar import RecordingState, read_sidecar
from desktop_app.core.capture.values import EndReason

Read = Callable[[Path], NDArray[np.int16]]
RATE_HZ = 8_000
SOUND = noise(35_000)


class Killed(BaseException):
    """The computer goes out."""


@contextmanager
def killed_at(step: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Break off just before the step-th thing that is done to the disk; what was done until then."""
    done: list[str] = []

    def counted(name: str, act: Callable[..., object]) -> Callable[..., object]:
        def acting(*arguments: object, **options: object) -> object:
            if len(done) == step:
                raise Killed
            done.append(name)
            return act(*arguments, **options)

        return acting

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", counted("sync", os.fsync))
        patch.setattr(joining, "_write", counted("write", joining._write))
        patch.setattr(Path, "unlink", counted("unlink", Path.unlink))
        patch.setattr(Path, "replace", counted("replace", Path.replace))
        patch.setattr(Path, "open", counted("open", Path.open))
        yield done


def test_segments_become_one_file_named_after_the_folder(tmp_path: Path, samples_of: Read) -> None:
    folder = broken_off(tmp_path / "Talk", SOUND, segment_samples=10_000)
    assert len(segments_in(folder)) == 4
    assert join_segments(folder, RATE_HZ) == folder / "Talk.wav"
    assert np.array_equal(samples_of(folder / "Talk.wav"), SOUND)
    assert segments_in(folder) == ()


def test_what_is_joined_already_stays_as_it_is(tmp_path: Path) -> None:
    folder = broken_off(tmp_path / "Talk", SOUND, segment_samples=10_000)
    join_segments(folder, RATE_HZ)
    before = (folder / "Talk.wav").read_bytes()
    assert join_segments(folder, RATE_HZ) == folder / "Talk.wav"
    assert (folder / "Talk.wav").read_bytes() == before


def test_nothing_cannot_be_joined(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        join_segments(tmp_path, RATE_HZ)


def test_a_file_of_the_same_name_is_not_written_over(tmp_path: Path, samples_of: Read) -> None:
    folder = broken_off(tmp_path / "Talk", SOUND, segment_samples=10_000)
    (folder / "Talk.wav").write_bytes(b"somebody's")
    assert join_segments(folder, RATE_HZ) == folder / "Talk (2).wav"
    assert (folder / "Talk.wav").read_bytes() == b"somebody's"


def test_joining_that_breaks_off_at_any_step_is_done_again_without_loss(
    tmp_path: Path, samples_of: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(joining, "_AT_ONCE_BYTES", 6_000)
    step, complete = 0, False
    while not complete:
        folder = broken_off(tmp_path / f"Talk {step}", SOUND, segment_samples=10_000)
        with killed_at(step, monkeypatch) as done:
            try:
                join_segments(folder, RATE_HZ)
                complete = True
            except Killed:
                assert len(done) == step
        ends = [segment.end for segment in segments_in(folder)]
        assert complete or joined_file(folder) is not None or max(ends) == len(SOUND)
        assert np.array_equal(samples_of(join_segments(folder, RATE_HZ)), SOUND)
        step += 1
    assert step > 25


def test_breaking_off_twice_does_no_harm(tmp_path: Path, samples_of: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joining, "_AT_ONCE_BYTES", 6_000)
    for first in range(0, 25, 4):
        for second in range(0, 25, 3):
            folder = broken_off(tmp_path / f"Talk {first} {second}", SOUND, segment_samples=10_000)
            for step in (first, second):
                with killed_at(step, monkeypatch):
                    with suppress(Killed):  # there may be less to do the second time
                        join_segments(folder, RATE_HZ)
            assert np.array_equal(samples_of(join_segments(folder, RATE_HZ)), SOUND)


def test_it_needs_no_more_room_than_one_segment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = broken_off(tmp_path / "Talk", SOUND, segment_samples=5_000)
    before = _used_bytes(folder)
    used = [before]
    unlink = Path.unlink
    monkeypatch.setattr(Path, "unlink", lambda path: (used.append(_used_bytes(folder)), unlink(path))[1])
    join_segments(folder, RATE_HZ)
    assert max(used) <= before + 2 * 5_000


def _used_bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.iterdir())


def test_a_full_disk_leaves_the_segments_for_another_time(
    tmp_path: Path, samples_of: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = broken_off(tmp_path / "Talk", SOUND, segment_samples=10_000)
    sidecar = read_sidecar(folder)
    assert sidecar is not None

    def full(_write: object, _data: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(joining, "_write", full)
        recorded = finish_recording(folder, sidecar, reason=EndReason.DISK_FULL, text="The disk is full.")
    assert (recorded.duration_ms, recorded.reason) == (4375, EndReason.DISK_FULL)
    assert recorded.text.startswith("The disk is full. There is no room to join its parts")
    assert recorded.sound == segments_in(folder)[0].path
    assert (read_sidecar(folder) or sidecar).state is RecordingState.RECORDING
    again = finish_recording(folder, sidecar, reason=EndReason.FAILED, text="")
    assert np.array_equal(samples_of(again.sound), SOUND)


def test_who_reads_the_file_is_waited_for(tmp_path: Path, samples_of: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = broken_off(tmp_path / "Talk", SOUND, segment_samples=20_000)
    refused: list[Path] = []
    unlink = Path.unlink

    def refusing(path: Path) -> None:
        if len(refused) < 2:
            refused.append(path)
            raise PermissionError(errno.EACCES, "in use")
        unlink(path)

    monkeypatch.setattr(joining, "_PAUSE_S", 0)
    monkeypatch.setattr(Path, "unlink", refusing)
    assert np.array_equal(samples_of(join_segments(folder, RATE_HZ)), SOUND)
    assert len(refused) == 2
