"""Recording and captions as the window has them: real processes, a virtual microphone, the real models."""

import os
import signal
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest
import soundfile
from dialogue import wrong_words
from PySide6.QtCore import QCoreApplication, QThread
from pytestqt.qtbot import QtBot
from virtual_microphone import VirtualMicrophone, microphone  # noqa: F401

from desktop_app.core.capture.recordings_folder import recordings_folder
from desktop_app.core.capture.values import Recorded, Source
from desktop_app.core.live.events import Final, Partial, SpeakerFound
from desktop_app.core.models.packaged_models import sample_recording
from desktop_app.core.store.settings_file import change_settings
from desktop_app.core.transcript.values import Transcript
from desktop_app.jobs.live_messages import Draft
from desktop_app.jobs.live_service import LiveService

pytestmark = pytest.mark.slow

TIMEOUT_MS = 60_000


class Heard:
    """Everything a service says of a recording, and in which thread."""

    def __init__(self, service: LiveService) -> None:
        self.captions: list[object] = []
        self.levels: list[object] = []
        self.failures: list[object] = []
        self.threads: set[QThread] = set()
        service.captioned.connect(lambda event: self._keep(self.captions, event))
        service.levelled.connect(lambda event: self._keep(self.levels, event))
        for bad in (service.failed, service.captions_failed):
            bad.connect(lambda event: self._keep(self.failures, event))

    def _keep(self, where: list[object], event: object) -> None:
        self.threads.add(QThread.currentThread())
        where.append(event)

    def of(self, kind: type) -> list[object]:
        return [event for event in self.captions if isinstance(event, kind)]


@pytest.fixture
def service(
    qtbot: QtBot,
    microphone: VirtualMicrophone,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    prepared_models: Path,
) -> Iterator[LiveService]:
    microphone.use(monkeypatch)
    made = LiveService()
    yield made
    made.shutdown()
    assert [child.name for child in active_children() if child.name.startswith("diarist")] == []


def pid_of(name: str) -> int:
    (found,) = [child.pid for child in active_children() if child.name == name]
    assert found is not None
    return found


def test_a_dialogue_is_captioned_while_it_is_recorded(
    qtbot: QtBot,
    service: LiveService,
    microphone: VirtualMicrophone,  # noqa: F811
) -> None:
    heard = Heard(service)
    with qtbot.waitSignal(service.started, timeout=TIMEOUT_MS):
        service.record(Source())
    assert service.is_recording
    with microphone.playing(sample_recording()) as player:
        qtbot.waitUntil(lambda: player.poll() is not None, timeout=TIMEOUT_MS)
    with qtbot.waitSignal(service.drafted, timeout=TIMEOUT_MS) as drafted:
        with qtbot.waitSignal(service.recorded, timeout=TIMEOUT_MS) as ended:
            service.stop()
        assert not drafted.signal_triggered
    assert not service.is_recording
    recorded, draft = ended.args[0], drafted.args[0]

    assert heard.failures == []
    assert heard.threads == {QCoreApplication.instance().thread()}
    assert isinstance(recorded, Recorded)
    assert recorded.folder.parent == recordings_folder()
    assert abs(soundfile.info(recorded.sound).duration * 1000 - recorded.duration_ms) < 2
    assert recorded.duration_ms > 28_000
    assert wrong_words(" ".join(event.text for event in heard.of(Final))) < 0.2  # type: ignore[attr-defined]
    assert len(heard.of(SpeakerFound)) >= 2
    shown, settled = ({event.turn for event in heard.of(kind)} for kind in (Partial, Final))  # type: ignore[attr-defined]
    assert shown <= settled
    assert isinstance(draft, Draft)
    assert isinstance(draft.transcript, Transcript)
    assert draft.file is not None
    assert draft.file.parent == recorded.folder
    assert wrong_words(" ".join(turn.text for turn in draft.transcript.turns)) < 0.2


def test_captions_are_in_the_language_that_was_chosen_whatever_the_settings_say(
    qtbot: QtBot, service: LiveService
) -> None:
    change_settings({"asr.language": "fi"})
    some_sound = {"timeout": TIMEOUT_MS, "check_params_cb": lambda level: level.at_ms > 0}
    with qtbot.waitSignal(service.levelled, **some_sound):
        service.record(Source(), "en")
    with qtbot.waitSignal(service.drafted, timeout=TIMEOUT_MS) as drafted:
        service.stop()
    assert drafted.args[0].transcript.language == "en"

    with qtbot.waitSignal(service.captions_failed, timeout=TIMEOUT_MS) as failed:
        service.record(Source(), "de")
    assert failed.args[0].reason.endswith("no model on this computer writes down German.")
    assert service.is_recording


def test_captions_that_are_killed_do_not_touch_the_recording(qtbot: QtBot, service: LiveService) -> None:
    with qtbot.waitSignal(service.started, timeout=TIMEOUT_MS):
        service.record(Source())
    with qtbot.waitSignal(service.levelled, timeout=TIMEOUT_MS, check_params_cb=lambda level: level.at_ms > 500):
        pass  # what is stopped before there is any sound is no recording
    with qtbot.waitSignal(service.captions_failed, timeout=TIMEOUT_MS) as failed:
        os.kill(pid_of("diarist-captions"), signal.SIGKILL)
    assert "SIGKILL" in failed.args[0].reason
    assert service.is_recording
    with qtbot.waitSignal(service.recorded, timeout=TIMEOUT_MS) as recorded:
        service.stop()
    assert recorded.args[0].sound.exists()


def test_captions_that_are_dropped_leave_the_next_recording_its_own(qtbot: QtBot, service: LiveService) -> None:
    heard = Heard(service)
    for _ in range(2):
        with qtbot.waitSignal(service.started, timeout=TIMEOUT_MS) as started:
            service.record(Source())
        with qtbot.waitSignal(service.recorded, timeout=TIMEOUT_MS):
            service.stop()
        service.drop_captions()
    with qtbot.waitSignal(service.started, timeout=TIMEOUT_MS) as started:
        service.record(Source())
    with qtbot.waitSignal(service.levelled, timeout=TIMEOUT_MS, check_params_cb=lambda level: level.at_ms > 0):
        pass  # a recording without sound leaves nothing
    with qtbot.waitSignal(service.drafted, timeout=TIMEOUT_MS) as drafted:
        service.stop()
    assert drafted.args[0].file.parent == started.args[0].folder
    assert heard.failures == []


def test_a_killed_recorder_s_recording_is_found_and_made_whole(qtbot: QtBot, service: LiveService) -> None:
    with qtbot.waitSignal(service.started, timeout=TIMEOUT_MS) as started:
        service.record(Source())
    with qtbot.waitSignal(service.levelled, timeout=TIMEOUT_MS, check_params_cb=lambda level: level.at_ms > 1500):
        pass
    with qtbot.waitSignal(service.unfinished_found, timeout=TIMEOUT_MS) as found:
        with qtbot.waitSignal(service.failed, timeout=TIMEOUT_MS) as failed:
            os.kill(pid_of("diarist-recorder"), signal.SIGKILL)
    assert not service.is_recording
    assert "SIGKILL" in failed.args[0].reason
    (unfinished,) = found.args[0]
    assert unfinished.folder == started.args[0].folder
    with qtbot.waitSignal(service.recovered, timeout=TIMEOUT_MS) as recovered:
        service.recover(unfinished)
    assert recovered.args[0].duration_ms >= 1000
    assert soundfile.info(recovered.args[0].sound).frames > 0


def test_a_recording_that_runs_when_the_window_closes_is_finished(qtbot: QtBot, service: LiveService) -> None:
    with qtbot.waitSignal(service.started, timeout=TIMEOUT_MS) as started:
        service.record(Source())
    service.shutdown()
    (sound,) = started.args[0].folder.glob("Recording*.wav")
    assert soundfile.info(sound).samplerate > 0


def test_an_input_that_is_not_there_is_said_and_another_can_be_tried(qtbot: QtBot, service: LiveService) -> None:
    with qtbot.waitSignal(service.failed, timeout=TIMEOUT_MS) as failed:
        service.record(Source("no such thing"))
    assert failed.args[0].reason
    assert not service.is_recording
    with qtbot.waitSignal(service.started, timeout=TIMEOUT_MS):
        service.record(Source())


def test_nothing_is_begun_after_the_end(service: LiveService, tmp_path: Path) -> None:
    service.shutdown()
    service.settle(tmp_path)
    service.list_inputs()
    assert active_children() == []


def test_inputs_are_listed_with_the_default_marked(qtbot: QtBot, service: LiveService) -> None:
    with qtbot.waitSignal(service.inputs_listed, timeout=TIMEOUT_MS) as listed:
        service.start()
    assert [each.default for each in listed.args[0]].count(True) == 1


def test_an_input_is_watched_until_it_is_let_go(qtbot: QtBot, service: LiveService) -> None:
    with qtbot.waitSignal(service.room_told, timeout=TIMEOUT_MS) as room:
        with qtbot.waitSignal(service.levelled, timeout=TIMEOUT_MS) as level:
            service.watch(Source())
    assert level.args[0].at_ms == 0
    assert room.args[0].left_s > 0
    service.unwatch()
    with qtbot.waitSignal(service.started, timeout=TIMEOUT_MS):
        service.record(Source())
