import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest
from fake_input import noise
from numpy.typing import NDArray
from recorder_desk import Desk
from recordings_on_disk import STARTED_AT, broken_off

from desktop_app.core.capture.errors import CaptureError
from desktop_app.core.capture.lock import locked
from desktop_app.core.capture.recovery import recover, unfinished
from desktop_app.core.capture.segments import segments_in
from desktop_app.core.capture.sidecar import RecordingState, Sidecar, read_sidecar, write_sidecar
from desktop_app.core.capture.values import EndReason, Unfinished

Read = Callable[[Path], NDArray[np.int16]]
SOUND = noise(35_000)


def test_a_recording_that_broke_off_is_found_and_made_whole(tmp_path: Path, samples_of: Read) -> None:
    folder = broken_off(tmp_path / "Talk", SOUND, segment_samples=10_000)
    assert unfinished(tmp_path) == (Unfinished(folder, STARTED_AT, 4375),)
    recorded = recover(unfinished(tmp_path)[0])
    assert np.array_equal(samples_of(recorded.sound), SOUND)
    assert (recorded.folder, recorded.sound) == (folder, folder / "Talk.wav")
    assert (recorded.duration_ms, recorded.reason) == (4375, EndReason.FAILED)
    assert recorded.text == "Recovered 00:04: the recording of 2026-11-24 14:03 had broken off."
    assert unfinished(tmp_path) == ()
    sidecar = read_sidecar(folder)
    assert sidecar is not None
    assert (sidecar.state, sidecar.ended) == (RecordingState.FINISHED, recorded.text)
    assert sidecar.started_at == STARTED_AT


def test_one_that_was_joined_already_is_only_marked(tmp_path: Path, samples_of: Read) -> None:
    folder = broken_off(tmp_path / "Talk", SOUND, segment_samples=50_000)
    segments_in(folder)[0].path.rename(folder / "Talk.wav")
    assert [found.duration_ms for found in unfinished(tmp_path)] == [4375]
    assert np.array_equal(samples_of(recover(unfinished(tmp_path)[0]).sound), SOUND)
    assert unfinished(tmp_path) == ()


def test_one_that_is_being_recorded_is_left_alone(desk: Desk) -> None:
    desk.record()
    assert unfinished(desk.folder.parent) == ()
    with pytest.raises(CaptureError, match="is just being recorded"):
        recover(Unfinished(desk.folder, STARTED_AT, 0))


def test_one_that_is_finished_is_not_found(desk: Desk) -> None:
    desk.record().stop()
    assert unfinished(desk.folder.parent) == ()


@pytest.mark.parametrize("damage", [None, b"", b"{", b"null"])
def test_a_missing_or_damaged_sidecar_costs_no_sound(tmp_path: Path, samples_of: Read, damage: bytes | None) -> None:
    folder = broken_off(tmp_path / "Recording 2026-11-25 14.03.12", SOUND, segment_samples=10_000)
    (folder / "recording.json").unlink()
    if damage is not None:
        (folder / "recording.json").write_bytes(damage)
    started_at = datetime(2026, 11, 25, 14, 3, 12).astimezone()
    assert unfinished(tmp_path) == (Unfinished(folder, started_at, 4375),)
    assert np.array_equal(samples_of(recover(unfinished(tmp_path)[0]).sound), SOUND)
    assert unfinished(tmp_path) == ()


def test_without_a_date_anywhere_the_files_say_when_it_began(tmp_path: Path) -> None:
    folder = broken_off(tmp_path / "Talk", SOUND, segment_samples=10_000)
    (folder / "recording.json").unlink()
    for segment, time_s in zip(
        segments_in(folder), (1_790_000_600, 1_790_000_000, 1_790_001_000, 1_790_002_000), strict=True
    ):
        os.utime(segment.path, (time_s, time_s))
    (found,) = unfinished(tmp_path)
    assert found.started_at.timestamp() == 1_790_000_000


def test_an_empty_recording_is_told_as_such_and_kept(tmp_path: Path, samples_of: Read) -> None:
    folder = tmp_path / "Talk"
    folder.mkdir()
    write_sidecar(folder, Sidecar(STARTED_AT, "Desk", 8_000))
    assert unfinished(tmp_path) == (Unfinished(folder, STARTED_AT, 0),)
    recorded = recover(unfinished(tmp_path)[0])
    assert recorded.duration_ms == 0
    assert len(samples_of(recorded.sound)) == 0


@pytest.mark.parametrize("length", [0, 30, 44, 45])
def test_a_segment_that_had_just_begun_is_none(tmp_path: Path, samples_of: Read, length: int) -> None:
    folder = broken_off(tmp_path / "Talk", SOUND, segment_samples=35_000)
    path = folder / "000000035000.wav"
    path.write_bytes((folder / "000000000000.wav").read_bytes()[:length])
    assert [found.duration_ms for found in unfinished(tmp_path)] == [4375]
    assert np.array_equal(samples_of(recover(unfinished(tmp_path)[0]).sound), SOUND)
    assert not path.exists()


def test_the_latest_is_told_first_and_others_are_no_recordings(tmp_path: Path) -> None:
    old, new = (
        broken_off(tmp_path / f"Recording 2026-11-{day} 10.00.00", SOUND, segment_samples=9000) for day in (20, 21)
    )
    for folder in (old, new):
        (folder / "recording.json").unlink()
    (tmp_path / "Photos").mkdir()
    (tmp_path / "Photos" / "song.wav").write_bytes(b"RIFF")
    (tmp_path / "note.txt").write_text("")
    assert [found.folder for found in unfinished(tmp_path)] == [new, old]
    assert unfinished(tmp_path / "nowhere") == ()


def test_one_of_a_newer_version_is_left_alone_and_refused(tmp_path: Path) -> None:
    folder = broken_off(tmp_path / "Talk", SOUND, segment_samples=10_000)
    sidecar = folder / "recording.json"
    sidecar.write_text(sidecar.read_text().replace("diarist-recording/1", "diarist-recording/7"))
    assert unfinished(tmp_path) == ()
    with pytest.raises(CaptureError, match="newer Diarist"):
        recover(Unfinished(folder, STARTED_AT, 0))
    assert len(segments_in(folder)) == 4


def test_one_that_somebody_recovers_is_not_found(tmp_path: Path) -> None:
    folder = broken_off(tmp_path / "Talk", SOUND, segment_samples=10_000)
    with locked(folder):
        assert unfinished(tmp_path) == ()
    assert len(unfinished(tmp_path)) == 1


def test_a_folder_that_is_gone_cannot_be_recovered(tmp_path: Path) -> None:
    with pytest.raises(CaptureError, match="not there any more"):
        recover(Unfinished(tmp_path / "nowhere", STARTED_AT, 0))
    assert not (tmp_path / "nowhere").exists()
