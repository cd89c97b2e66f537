import errno
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from fake_input import PATIENCE_S, RATE_HZ, noise
from numpy.typing import NDArray
from recorder_desk import Desk

from desktop_app.core.capture import segments
from desktop_app.core.capture.errors import CaptureError
from desktop_app.core.capture.lock import is_in_hand
from desktop_app.core.capture.recorder import Recorder
from desktop_app.core.capture.sidecar import RecordingState, read_sidecar
from desktop_app.core.capture.values import (
    EndReason,
    Level,
    Notice,
    NoticeKind,
    Recorded,
    RecordingStarted,
    Room,
    Source,
    SourceKind,
)
from desktop_app.core.capture.wav_file import WavFile

Samples = NDArray[np.int16]
Read = Callable[[Path], Samples]
MINUTE = 60 * RATE_HZ


def kinds(desk: Desk) -> list[NoticeKind]:
    return [event.kind for event in desk.told.rest() if isinstance(event, Notice)]


def test_every_sample_that_was_heard_is_in_the_file(desk: Desk, samples_of: Read) -> None:
    desk.record()
    sound = noise(3 * RATE_HZ)
    desk.give(sound, block=333)
    assert desk.recorder is not None
    recorded = desk.recorder.stop()
    assert recorded.sound == desk.folder / f"{desk.folder.name}.wav"
    assert np.array_equal(samples_of(recorded.sound), sound)
    assert (recorded.duration_ms, recorded.lost_samples, recorded.reason) == (3000, 0, EndReason.STOPPED)
    assert recorded.text == ""


def test_what_it_tells_begins_with_the_start_and_ends_with_the_file(desk: Desk) -> None:
    recorder = desk.record()
    desk.give(noise(RATE_HZ))
    recorded = recorder.stop()
    told = desk.told.rest()
    assert isinstance(told[0], RecordingStarted)
    assert (told[0].folder, told[0].device) == (desk.folder, "Desk")
    assert told[-1] == recorded
    assert [level.at_ms for level in told if isinstance(level, Level)][:3] == [100, 200, 300]
    assert any(isinstance(event, Room) for event in told)


def test_a_finished_recording_is_one_file_and_a_sidecar_that_nobody_has_in_hand(desk: Desk) -> None:
    recorder = desk.record(segment_s=0.5)
    desk.give(noise(3 * RATE_HZ))
    assert is_in_hand(desk.folder)
    recorder.stop()
    assert {path.name for path in desk.folder.iterdir()} == {f"{desk.folder.name}.wav", "recording.json"}
    assert not is_in_hand(desk.folder)
    sidecar = read_sidecar(desk.folder)
    assert sidecar is not None
    assert (sidecar.state, sidecar.sound) == (RecordingState.FINISHED, f"{desk.folder.name}.wav")


def test_the_sidecar_is_there_before_any_sound_and_says_that_it_records(desk: Desk) -> None:
    desk.record()
    sidecar = read_sidecar(desk.folder)
    assert sidecar is not None
    assert (sidecar.state, sidecar.device, sidecar.rate_hz) == (RecordingState.RECORDING, "Desk", RATE_HZ)
    assert sidecar.started_at.tzinfo is not None


def test_segments_follow_each_other_without_a_gap(desk: Desk, samples_of: Read) -> None:
    desk.record(segment_s=0.45)
    sound = noise(2 * RATE_HZ)
    desk.give(sound, block=1000)
    desk.heard(2000)
    found = segments.segments_in(desk.folder)
    assert [each.first for each in found] == [0, 3600, 7200, 10800, 14400]
    assert np.array_equal(np.concatenate([samples_of(each.path) for each in found]), sound)


def test_a_stalled_disk_of_a_minute_loses_nothing(
    desk: Desk, samples_of: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    stalled, goes_on, write = threading.Event(), threading.Event(), WavFile.write

    def stalling(self: WavFile, samples: Samples) -> None:
        stalled.set()
        assert goes_on.wait(PATIENCE_S)
        write(self, samples)

    recorder = desk.record()
    monkeypatch.setattr(WavFile, "write", stalling)
    sound = noise(MINUTE)
    desk.give(sound[:100])
    assert stalled.wait(PATIENCE_S)
    for start in range(100, MINUTE, 100):
        desk.clock.advance(100 / RATE_HZ)
        desk.give(sound[start : start + 100])
    goes_on.set()
    recorded = recorder.stop()
    assert np.array_equal(samples_of(recorded.sound), sound)
    assert recorded.lost_samples == 0
    assert kinds(desk) == []


def test_what_does_not_fit_into_the_queue_is_counted(
    desk: Desk, samples_of: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    stalled, goes_on, write = threading.Event(), threading.Event(), WavFile.write

    def stalling(self: WavFile, samples: Samples) -> None:
        stalled.set()
        assert goes_on.wait(PATIENCE_S)
        write(self, samples)

    recorder = desk.record(queue_s=1.0)
    monkeypatch.setattr(WavFile, "write", stalling)
    sound = noise(2 * RATE_HZ)
    desk.give(sound[:1000], block=1000)
    assert stalled.wait(PATIENCE_S)
    desk.give(sound[1000:], block=1000)
    goes_on.set()
    recorded = recorder.stop()
    kept = samples_of(recorded.sound)
    assert np.array_equal(kept, sound[: len(kept)])
    assert len(kept) + recorded.lost_samples == len(sound)
    assert recorded.lost_samples == 2 * RATE_HZ - 1000 - RATE_HZ
    assert kinds(desk) == [NoticeKind.SAMPLES_LOST]


def test_what_the_system_says_it_dropped_is_counted_and_told(desk: Desk) -> None:
    recorder = desk.record()
    desk.give(noise(800))
    desk.system.now.give(noise(800), lost=123)
    for at_ms in range(300, 800, 100):
        desk.clock.advance(2.5)
        desk.system.now.give(noise(800))
        desk.heard(at_ms)
    desk.system.now.give(noise(800), lost=7)
    recorded = recorder.stop()
    assert kinds(desk) == [NoticeKind.SAMPLES_LOST, NoticeKind.SAMPLES_LOST]
    assert recorded.lost_samples == 130
    sidecar = read_sidecar(desk.folder)
    assert sidecar is not None
    assert sidecar.lost_samples == 130


def test_a_pause_writes_nothing_and_still_tells_levels(desk: Desk, samples_of: Read) -> None:
    recorder = desk.record()
    sound = noise(3 * RATE_HZ)
    desk.give(sound[:RATE_HZ])
    recorder.pause()
    desk.give(sound[RATE_HZ : 2 * RATE_HZ])
    recorder.resume()
    desk.give(sound[2 * RATE_HZ :])
    recorded = recorder.stop()
    assert np.array_equal(samples_of(recorded.sound), np.concatenate([sound[:RATE_HZ], sound[2 * RATE_HZ :]]))
    told = desk.told.rest()
    assert kinds(desk) == [NoticeKind.PAUSED, NoticeKind.RESUMED]
    assert [level.at_ms for level in told if isinstance(level, Level)] == [
        *range(100, 1001, 100),
        *([1000] * 10),
        *range(1100, 2001, 100),
    ]


def test_a_recording_that_is_paused_can_be_stopped(desk: Desk, samples_of: Read) -> None:
    recorder = desk.record()
    desk.give(noise(800))
    recorder.pause()
    desk.give(noise(800))
    assert len(samples_of(recorder.stop().sound)) == 800


def test_an_unplugged_input_is_replaced_by_the_default(desk: Desk, samples_of: Read) -> None:
    desk.system.plug("USB microphone")
    recorder = desk.record(Source("USB microphone"))
    sound = noise(2 * RATE_HZ)
    desk.give(sound[:RATE_HZ])
    desk.system.unplug("USB microphone")
    notice = desk.told.next(Notice)
    assert notice.kind is NoticeKind.DEVICE_CHANGED
    assert notice.text == "'USB microphone' is gone: the recording goes on with 'Desk'."
    assert notice.device == "Desk"
    desk.give(sound[RATE_HZ:])
    assert np.array_equal(samples_of(recorder.stop().sound), sound)
    assert desk.system.refreshed == 1


def test_an_input_that_gives_nothing_for_seconds_is_gone(desk: Desk, samples_of: Read) -> None:
    recorder = desk.record()
    sound = noise(2 * RATE_HZ)
    desk.give(sound[:RATE_HZ])
    desk.heard(1000)
    desk.clock.advance(3.5)
    assert desk.told.next(Notice).text == "'Desk' was gone for a moment: the recording goes on."
    assert [stream.closed for stream in desk.system.opened] == [True, False]
    desk.give(sound[RATE_HZ:])
    assert np.array_equal(samples_of(recorder.stop().sound), sound)


def test_an_input_that_was_unplugged_though_its_stream_goes_on_is_replaced(desk: Desk) -> None:
    desk.system.plug("USB microphone")
    desk.record(Source("USB microphone"))
    desk.give(noise(RATE_HZ))
    desk.heard(1000)
    del desk.system.plugged["USB microphone"]
    desk.clock.advance(2.9)
    desk.give(noise(800))
    desk.heard(1100)
    desk.clock.advance(0.2)
    assert desk.told.next(Notice).text == "'USB microphone' is gone: the recording goes on with 'Desk'."


def test_the_only_input_is_waited_for_until_it_returns(desk: Desk, samples_of: Read) -> None:
    recorder = desk.record()
    sound = noise(2 * RATE_HZ)
    desk.give(sound[:RATE_HZ])
    desk.system.unplug("Desk")
    notice = desk.told.next(Notice)
    assert (notice.kind, notice.at_ms) == (NoticeKind.WAITING_FOR_DEVICE, 1000)
    assert notice.text == "'Desk' is gone: the recording waits for it."
    desk.system.plug("Desk")
    desk.clock.advance(2.1)
    assert desk.told.next(Notice).kind is NoticeKind.DEVICE_CHANGED
    desk.give(sound[RATE_HZ:])
    assert np.array_equal(samples_of(recorder.stop().sound), sound)


def test_a_recording_can_be_stopped_while_it_waits(desk: Desk, samples_of: Read) -> None:
    recorder = desk.record()
    desk.give(noise(RATE_HZ))
    desk.system.unplug("Desk")
    desk.told.next(Notice)
    assert len(samples_of(recorder.stop().sound)) == RATE_HZ


def test_what_the_computer_plays_does_not_replace_a_microphone(desk: Desk) -> None:
    recorder = desk.record()
    desk.system.plug("Loudspeakers", kind=SourceKind.SYSTEM_AUDIO)
    desk.system.at_once = noise(100)
    desk.system.unplug("Desk")
    assert desk.told.next(Notice).kind is NoticeKind.WAITING_FOR_DEVICE
    assert recorder.stop().duration_ms == 0


def test_sound_that_comes_while_an_input_is_opened_is_kept(desk: Desk, samples_of: Read) -> None:
    desk.system.at_once = noise(500)
    recorder = desk.record()
    assert np.array_equal(samples_of(recorder.stop().sound), noise(500))


def test_an_input_of_another_rate_goes_on_at_the_rate_of_the_recording(desk: Desk, samples_of: Read) -> None:
    desk.system.plug("USB microphone", rate_hz=2 * RATE_HZ)
    recorder = desk.record(Source("Desk"))
    sound = noise(RATE_HZ)
    desk.give(sound)
    recorder.switch(Source("USB microphone"))
    desk.give(np.zeros(2 * RATE_HZ, np.int16))
    recorder.switch(Source("Desk"))
    desk.give(sound)
    recorded = recorder.stop()
    kept = samples_of(recorded.sound)
    assert recorded.duration_ms == 3000
    assert np.array_equal(kept[:RATE_HZ], sound)
    assert np.abs(kept[RATE_HZ : 2 * RATE_HZ]).max() <= 1  # dithered
    assert np.array_equal(kept[2 * RATE_HZ :], sound)


def test_switching_to_an_input_that_is_not_there_hears_the_old_one_on(desk: Desk, samples_of: Read) -> None:
    recorder = desk.record()
    sound = noise(2 * RATE_HZ)
    desk.give(sound[:RATE_HZ])
    with pytest.raises(CaptureError, match="'Moon' is not there"):
        recorder.switch(Source("Moon"))
    desk.give(sound[RATE_HZ:])
    assert np.array_equal(samples_of(recorder.stop().sound), sound)


def test_switching_after_the_end_does_nothing(desk: Desk) -> None:
    recorder = desk.record()
    recorder.stop()
    recorder.switch(Source("Moon"))


def test_several_channels_become_their_mean(desk: Desk, samples_of: Read) -> None:
    recorder = desk.record()
    left, right = noise(RATE_HZ), noise(RATE_HZ, seed=2)
    desk.system.now.give(np.stack([left, right], axis=1))
    mixed = np.rint((left.astype(np.float64) + right) / 2)
    assert np.array_equal(samples_of(recorder.stop().sound), mixed)


def test_full_scale_is_told_as_clipping(desk: Desk) -> None:
    desk.record()
    desk.give(np.full(800, 16384, np.int16))
    assert desk.told.next(Level) == Level(100, -6.0, -6.0, clipped=False)
    desk.give(np.full(800, -32768, np.int16))
    assert desk.told.next(Level) == Level(200, 0.0, 0.0, clipped=True)
    desk.give(np.zeros(800, np.int16))
    assert desk.told.next(Level) == Level(300, -120.0, -120.0, clipped=False)


def test_how_little_room_there_is_is_said_in_seconds_where_it_is_no_minutes(desk: Desk) -> None:
    recorder = desk.record(reserve_bytes=1000)
    desk.free_bytes = 1000 + 2 * RATE_HZ * 20
    desk.clock.advance(3.1)
    desk.system.now.give(noise(80))
    assert desk.told.next(Notice).text == "The disk has room for 20 s more."
    recorder.stop()


def test_it_stops_by_itself_before_the_disk_is_full(desk: Desk, samples_of: Read) -> None:
    recorder = desk.record(reserve_bytes=1000)
    sound = noise(RATE_HZ)
    desk.give(sound)
    desk.heard(1000)
    desk.free_bytes = 1000 + 2 * RATE_HZ * 60 * 5
    desk.clock.advance(3.1)
    desk.system.now.give(sound[:0])
    assert desk.told.next(Notice).text == "The disk has room for 5 minutes more."
    desk.free_bytes = 900
    desk.clock.advance(3.1)
    desk.system.now.give(sound[:0])
    recorded = desk.told.next(Recorded)
    assert recorded.reason is EndReason.DISK_FULL
    assert recorded.text == "The disk is almost full: the recording ended at 00:01."
    assert np.array_equal(samples_of(recorded.sound), sound)
    assert desk.system.now.closed
    assert recorder.stop() == recorded


def test_it_does_not_begin_on_a_disk_that_is_full_and_leaves_no_folder(desk: Desk) -> None:
    desk.free_bytes = 1000
    with pytest.raises(CaptureError, match="no room"):
        desk.record()
    assert desk.system.now.closed
    assert not desk.folder.exists()


def test_a_folder_that_was_there_before_stays_where_it_does_not_begin(desk: Desk) -> None:
    desk.free_bytes = 1000
    desk.folder.mkdir()
    with pytest.raises(CaptureError, match="no room"):
        desk.record()
    assert list(desk.folder.iterdir()) == []


def test_a_disk_that_is_full_by_surprise_keeps_what_fits(
    desk: Desk, samples_of: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.record()
    sound = noise(RATE_HZ)
    desk.give(sound[:4000], block=1000)
    desk.heard(500)
    put = WavFile._put

    def full(self: WavFile, data: bytes, offset: int) -> None:
        put(self, data[:501], offset)  # half a sample is cut off
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(WavFile, "_put", full)
    monkeypatch.setattr(WavFile, "_put_sizes", lambda self: None)
    desk.give(sound[4000:5000], block=1000)
    recorded = desk.told.next(Recorded)
    assert recorded.reason is EndReason.DISK_FULL
    assert recorded.text == "The disk is full: the recording ended at 00:00."
    assert np.array_equal(samples_of(recorded.sound), sound[:4250])


def test_a_disk_that_fails_ends_the_recording_with_what_there_is(
    desk: Desk, samples_of: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.record()
    sound = noise(RATE_HZ)
    desk.give(sound[:4000])
    desk.heard(500)

    def broken(_descriptor: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(WavFile, "sync", lambda _: broken(0))
        desk.clock.advance(2.1)
        desk.give(sound[4000:4100])
        recorded = desk.told.next(Recorded)
    assert recorded.reason is EndReason.FAILED
    assert "Input/output error" in recorded.text
    kept = samples_of(recorded.sound)
    assert len(kept) >= 4000
    assert np.array_equal(kept, sound[: len(kept)])


def test_a_folder_with_a_recording_is_not_recorded_into(desk: Desk) -> None:
    desk.record()
    assert desk.recorder is not None
    desk.recorder.stop()
    with pytest.raises(CaptureError, match="holds a recording already"):
        desk.record()


def test_an_input_that_cannot_be_opened_leaves_no_folder(desk: Desk) -> None:
    with pytest.raises(CaptureError, match="not there"):
        desk.record(Source("Moon"))
    assert not desk.folder.exists()


def test_a_folder_that_cannot_be_made_is_said(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    desk.folder = tmp_path / "file" / "recording"
    with pytest.raises(CaptureError, match=r"file cannot be written \(Not a directory\)"):
        desk.record()
    assert desk.system.now.closed


def test_a_recorder_that_fails_inside_keeps_what_was_written(
    desk: Desk, samples_of: Read, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    recorder = desk.record()
    sound = noise(RATE_HZ)
    desk.give(sound)
    desk.heard(1000)
    monkeypatch.setattr("desktop_app.core.capture.recorder.one_channel", lambda _: 1 / 0)
    desk.give(sound)
    recorded = desk.told.next(Recorded)
    assert recorded.reason is EndReason.FAILED
    assert recorded.text.startswith("Something went wrong inside Diarist")
    assert "ZeroDivisionError" in caplog.text
    assert np.array_equal(samples_of(recorded.sound), sound)
    assert not recorder.is_recording


def test_recorders_leave_no_thread(desk: Desk) -> None:
    before = threading.active_count()
    recorder: Recorder = desk.record()
    recorder.stop()
    assert threading.active_count() == before
