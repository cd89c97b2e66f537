"""Recordings that nobody asked to end, that nobody has seen to, and that were none."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from fake_input import RATE_HZ, noise
from numpy.typing import NDArray
from recorder_desk import Desk
from recorder_process import recorder_process
from recordings_on_disk import STARTED_AT, broken_off

from desktop_app.core.capture.commands import FindUnfinished, Recover, Settle, UnfinishedFound
from desktop_app.core.capture.finishing import without_nothing
from desktop_app.core.capture.lock import locked
from desktop_app.core.capture.recordings_folder import first_draft, folders_like
from desktop_app.core.capture.recovery import recover, settle, unfinished
from desktop_app.core.capture.sidecar import RecordingState, Sidecar, read_sidecar, write_sidecar
from desktop_app.core.capture.values import EndReason, Recorded, Unfinished

Read = Callable[[Path], NDArray[np.int16]]
SOUND = noise(35_000)


def test_a_recording_that_is_left_alone_is_whole_says_so_and_is_offered(desk: Desk, samples_of: Read) -> None:
    recorder = desk.record()
    desk.give(SOUND[: 2 * RATE_HZ])
    recorded = recorder.finish_alone("Diarist was gone")
    assert np.array_equal(samples_of(recorded.sound), SOUND[: 2 * RATE_HZ])
    assert (recorded.reason, recorded.text) == (
        EndReason.LEFT_ALONE,
        "Diarist was gone: the recording ended at 00:02.",
    )
    (found,) = unfinished(desk.folder.parent)
    assert (found.folder, found.duration_ms, found.whole) == (desk.folder, 2000, True)
    again = recover(found)
    assert (again.sound, again.text) == (recorded.sound, recorded.text)
    assert unfinished(desk.folder.parent) == ()


def test_a_fault_is_told_though_it_is_left_alone(desk: Desk) -> None:
    recorder = desk.record()
    desk.give(noise(RATE_HZ))
    desk.heard(1000)
    desk.free_bytes = 0
    desk.clock.advance(10)
    desk.told.next(Recorded)
    assert recorder.finish_alone("Diarist was gone").reason is EndReason.DISK_FULL


def test_what_is_to_be_seen_to_is_offered_until_it_is_settled(tmp_path: Path) -> None:
    folder = tmp_path / "Talk"
    desk = Desk(folder)
    recorder = desk.record(to_offer=True)
    desk.give(SOUND)
    recorder.stop()
    (found,) = unfinished(tmp_path)
    assert found.whole
    with locked(folder):
        assert unfinished(tmp_path) == ()
    recorded = recover(found, to_offer=True)
    assert (recorded.text, len(unfinished(tmp_path))) == ("", 1)
    settle(folder)
    assert unfinished(tmp_path) == ()
    sidecar = read_sidecar(folder)
    assert sidecar is not None
    assert (sidecar.state, sidecar.ended) == (RecordingState.FINISHED, "stopped")


def test_settling_what_is_elsewhere_by_now_makes_nothing(tmp_path: Path) -> None:
    settle(tmp_path / "Talk")
    assert list(tmp_path.iterdir()) == []


def test_what_was_broken_off_is_offered_to_nobody_else_while_it_is_seen_to_and_again_if_that_breaks_off(
    tmp_path: Path,
) -> None:
    folder = broken_off(tmp_path / "Talk", SOUND, segment_samples=10_000)
    with recorder_process() as recorder:
        recorder.tell(Recover(Unfinished(folder, STARTED_AT, 4375)))
        assert recorder.next(Recorded).sound == folder / "Talk.wav"
        assert unfinished(tmp_path) == ()
    assert [found.whole for found in unfinished(tmp_path)] == [True]
    with recorder_process() as recorder:
        recorder.tell(Settle(folder))
        recorder.tell(FindUnfinished(tmp_path))
        assert recorder.next(UnfinishedFound).recordings == ()
    assert unfinished(tmp_path) == ()


def test_one_of_before_offers_was_finished(tmp_path: Path) -> None:
    folder = broken_off(tmp_path / "Talk", SOUND, segment_samples=50_000)
    recover(unfinished(tmp_path)[0])
    sidecar = json.loads((folder / "recording.json").read_bytes())
    del sidecar["to_offer"]
    (folder / "recording.json").write_text(json.dumps(sidecar))
    assert unfinished(tmp_path) == ()


@pytest.mark.parametrize("damage", [b"", b"\0" * 300, b'{"schema": "diarist-recording/1", "state": "rec'])
@pytest.mark.parametrize("header", [b"", b"\0" * 44])
def test_after_a_power_cut_what_reached_the_disk_is_offered(
    tmp_path: Path, samples_of: Read, damage: bytes, header: bytes
) -> None:
    folder = broken_off(tmp_path / "Talk", SOUND, segment_samples=10_000)
    (folder / "recording.json").write_bytes(damage)
    second = folder / "000000010000.wav"
    second.write_bytes(header + second.read_bytes()[len(header) :])
    (folder / ".0123456789abcdef.part").write_bytes(damage)
    (found,) = unfinished(tmp_path)
    assert found.duration_ms > 0
    assert np.array_equal(samples_of(recover(found).sound), SOUND)


def test_a_recording_that_was_stopped_before_there_was_sound_leaves_nothing(desk: Desk) -> None:
    recorder = desk.record()
    first_draft(desk.folder).write_text("{}")  # the captions have seen the end already
    recorded = without_nothing(recorder.stop())
    assert (recorded.duration_ms, recorded.text) == (0, "Nothing was recorded.")
    assert not desk.folder.exists()


def test_what_others_have_put_there_stays(desk: Desk) -> None:
    recorder = desk.record()
    (desk.folder / "notes.txt").write_text("Agenda")
    without_nothing(recorder.stop())
    assert [path.name for path in desk.folder.iterdir()] == ["notes.txt"]


def test_a_single_sample_is_a_recording(desk: Desk, samples_of: Read) -> None:
    recorder = desk.record()
    desk.give(SOUND[:1])
    recorded = without_nothing(recorder.stop())
    assert recorded.text == ""
    assert np.array_equal(samples_of(recorded.sound), SOUND[:1])


def test_one_without_sound_that_ended_otherwise_is_kept(desk: Desk) -> None:
    recorded = desk.record().finish_alone("Diarist was gone")
    assert without_nothing(recorded) == recorded
    assert recorded.sound.exists()


def test_of_names_that_are_taken_the_next_one_that_is_free_is_tried(tmp_path: Path) -> None:
    names = folders_like(tmp_path / "Talk")
    assert next(names).name == "Talk"
    (tmp_path / "Talk (2)").mkdir()
    write_sidecar(tmp_path / "Talk (2)", Sidecar(STARTED_AT, "Desk", RATE_HZ))
    assert next(names).name == "Talk (3)"
