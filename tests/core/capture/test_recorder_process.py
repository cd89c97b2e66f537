import os
import signal
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray
from recorder_process import recorder_process
from recordings_on_disk import broken_off
from virtual_microphone import SINK, VirtualMicrophone

from desktop_app.core.capture.commands import (
    CaptureFailed,
    FindUnfinished,
    Inputs,
    ListInputs,
    Pause,
    Record,
    Recover,
    Resume,
    Stop,
    Switch,
    UnfinishedFound,
    Unwatch,
    Watch,
)
from desktop_app.core.capture.growing_sound import GrowingSound
from desktop_app.core.capture.recovery import unfinished
from desktop_app.core.capture.sidecar import RecordingState, read_sidecar
from desktop_app.core.capture.values import (
    InputDevice,
    Level,
    Notice,
    NoticeKind,
    Recorded,
    RecordingStarted,
    Room,
    Source,
    SourceKind,
)

Read = Callable[[Path], NDArray[np.int16]]
MONITOR = f"pulse:{SINK}.monitor"


@pytest.fixture
def beeps(tmp_path: Path) -> Path:
    """Two seconds of a loud 440 Hz tone."""
    path = tmp_path / "beeps.wav"
    soundfile.write(path, 0.5 * np.sin(2 * np.pi * 440 * np.arange(96_000) / 48_000), 48_000, subtype="PCM_16")
    return path


def test_it_finds_and_recovers_what_was_not_finished(tmp_path: Path, samples_of: Read) -> None:
    sound = np.arange(5000, dtype=np.int16)
    broken_off(tmp_path / "Talk", sound, segment_samples=2000)
    with recorder_process() as recorder:
        recorder.tell(FindUnfinished(tmp_path))
        (found,) = recorder.next(UnfinishedFound).recordings
        recorder.tell(Recover(found))
        assert np.array_equal(samples_of(recorder.next(Recorded).sound), sound)
        recorder.tell(FindUnfinished(tmp_path))
        assert recorder.next(UnfinishedFound).recordings == ()


def test_what_cannot_be_done_is_said_and_it_goes_on(tmp_path: Path) -> None:
    with recorder_process() as recorder:
        for command in (Pause(), Resume(), Stop(), Unwatch(), Switch(Source("Moon"))):
            recorder.tell(command)  # there is nothing that they could concern
        recorder.tell(Record(Source("Moon"), tmp_path / "Talk"))
        assert recorder.next(CaptureFailed).hint
        recorder.tell(Watch(Source("Moon")))
        assert recorder.next(CaptureFailed).hint
        recorder.tell(FindUnfinished(tmp_path))
        assert recorder.next(UnfinishedFound).recordings == ()
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_in_the_terminal_does_not_end_it(tmp_path: Path) -> None:
    with recorder_process() as recorder:
        recorder.tell(FindUnfinished(tmp_path))
        recorder.next(UnfinishedFound)
        assert recorder.process.pid is not None
        os.kill(recorder.process.pid, signal.SIGINT)
        recorder.tell(FindUnfinished(tmp_path))
        recorder.next(UnfinishedFound)


@pytest.mark.slow
def test_it_lists_what_the_system_has(microphone: VirtualMicrophone) -> None:
    with recorder_process() as recorder:
        recorder.tell(ListInputs())
        name = "What this computer plays (Null Output)"
        monitor = InputDevice(MONITOR, name, SourceKind.SYSTEM_AUDIO, 1, 48_000, default=True)
        assert recorder.next(Inputs).devices == (monitor,)
        plugged = microphone.add_microphone("usb", "Headset")
        try:
            recorder.tell(ListInputs())
            headset = InputDevice("pulse:usb", "Headset", SourceKind.MICROPHONE, 1, 48_000)
            assert recorder.next(Inputs).devices == (monitor, headset)
        finally:
            microphone.unplug(plugged)


@pytest.mark.slow
def test_it_records_what_is_played(
    microphone: VirtualMicrophone, tmp_path: Path, beeps: Path, samples_of: Read
) -> None:
    folder = tmp_path / "Talk"
    with recorder_process() as recorder:
        recorder.tell(Record(Source(), folder))
        assert recorder.next(RecordingStarted).folder == folder
        microphone.play(beeps)
        recorder.tell(Stop())
        recorded = recorder.next(Recorded)
        assert any(isinstance(event, Room) for event in recorder.told)
    samples = samples_of(recorded.sound)
    loud = np.flatnonzero(np.abs(samples) > 1000)
    assert 1.9 * 48_000 < loud[-1] - loud[0] < 2.1 * 48_000
    assert abs(int(np.abs(samples).max()) - 16_384) < 50
    assert recorded.lost_samples == 0
    levels = [event.peak_db for event in recorder.told if isinstance(event, Level)]
    assert max(levels) == pytest.approx(-6.0, abs=0.1)


@pytest.mark.slow
def test_levels_are_told_before_anything_is_recorded(
    microphone: VirtualMicrophone, tmp_path: Path, beeps: Path
) -> None:
    with recorder_process() as recorder, microphone.playing(beeps):
        recorder.tell(Watch(Source(MONITOR)))
        while recorder.next(Level).peak_db < -7:
            pass
        assert all(event.at_ms == 0 for event in recorder.told if isinstance(event, Level))
        recorder.tell(Record(Source(MONITOR), tmp_path / "Talk"))  # which ends the watching
        recorder.next(RecordingStarted)
        recorder.tell(Stop())
        recorder.next(Recorded)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("way", "cause"),
    [("the window is gone", "Diarist was gone"), ("it is told to end", "The recorder was told to end")],
)
def test_a_recording_is_finished_and_offered_when(
    microphone: VirtualMicrophone, tmp_path: Path, samples_of: Read, way: str, cause: str
) -> None:
    folder = tmp_path / "Talk"
    with recorder_process() as recorder:
        recorder.tell(Record(Source(), folder))
        recorder.next(RecordingStarted)
        while recorder.next(Level).at_ms < 500:
            pass
        if way == "the window is gone":
            recorder.connection.close()
        else:
            recorder.process.terminate()
        assert recorder.ended() == 0
    sidecar = read_sidecar(folder)
    assert sidecar is not None
    assert sidecar.state is RecordingState.FINISHED
    assert sidecar.ended.startswith(f"{cause}: the recording ended at 00:0")
    assert len(samples_of(folder / "Talk.wav")) >= 24_000
    (found,) = unfinished(tmp_path)
    assert found.duration_ms >= 500


@pytest.mark.slow
def test_recordings_of_two_processes_never_share_a_name(microphone: VirtualMicrophone, tmp_path: Path) -> None:
    with recorder_process() as one, recorder_process() as other:
        for recorder in (one, other):
            recorder.tell(Record(Source(), tmp_path / "Talk"))
        folders = {recorder.next(RecordingStarted).folder.name for recorder in (one, other)}
        assert folders == {"Talk", "Talk (2)"}


@pytest.mark.slow
def test_stopped_at_once_it_tells_whether_there_is_anything(microphone: VirtualMicrophone, tmp_path: Path) -> None:
    with recorder_process() as recorder:
        recorder.tell(Record(Source(), tmp_path / "Talk", to_offer=True))
        recorder.tell(Pause())
        recorder.tell(Stop())
        recorded = recorder.next(Recorded)
        assert recorded.sound.exists() == (recorded.duration_ms > 0) == (recorded.text == "")
        assert (tmp_path / "Talk").exists() == recorded.sound.exists()


@pytest.mark.slow
def test_a_listener_that_hears_nothing_does_not_keep_it_from_recording(
    microphone: VirtualMicrophone, tmp_path: Path
) -> None:
    with recorder_process() as recorder:
        recorder.tell(Record(Source(), tmp_path / "Talk"))
        recorder.next(RecordingStarted)
        growing = GrowingSound(tmp_path / "Talk")
        while growing.recorded_ms < 3000:  # nothing is taken from the pipe meanwhile
            growing.read()
        recorder.tell(Stop())
        assert recorder.next(Recorded).duration_ms >= 3000


@pytest.mark.slow
def test_other_microphones_take_over_and_one_that_is_unplugged_is_waited_for(
    microphone: VirtualMicrophone, tmp_path: Path
) -> None:
    headset, desk = (microphone.add_microphone(name.lower(), name) for name in ("Headset", "Desk"))
    try:
        with recorder_process() as recorder:
            recorder.tell(Record(Source("pulse:headset"), tmp_path / "Talk"))
            assert recorder.next(RecordingStarted).device == "Headset"
            recorder.tell(Pause())
            assert recorder.next(Notice).kind is NoticeKind.PAUSED
            recorder.tell(Switch(Source("pulse:desk")))
            assert recorder.next(Notice).text == "The recording goes on with 'Desk'."
            recorder.tell(Switch(Source("pulse:headset")))
            assert recorder.next(Notice).text == "The recording goes on with 'Headset'."
            recorder.tell(Resume())
            assert recorder.next(Notice).kind is NoticeKind.RESUMED
            microphone.unplug(headset)
            assert recorder.next(Notice).text == "'Headset' is gone: the recording waits for it."
            headset = microphone.add_microphone("headset", "Headset")
            notice = recorder.next(Notice)
            assert notice.text == "The recording goes on with 'Headset'."
            while recorder.next(Level).at_ms <= notice.at_ms:
                pass
            recorder.tell(Stop())
            assert recorder.next(Recorded).duration_ms > notice.at_ms
    finally:
        microphone.unplug(headset)
        microphone.unplug(desk)
