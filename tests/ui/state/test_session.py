"""What becomes of the recordings."""

from pathlib import Path

import numpy as np
import pytest
import soundfile
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN, ScriptedService, transcript, turn

from desktop_app.core.export.formats import json_format
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.project.opening import open_project
from desktop_app.core.project.sound import SoundState
from desktop_app.core.store.settings import AsrEngine
from desktop_app.core.transcript.known_speakers import KnownSpeaker
from desktop_app.ui.state.playable import playable, why_silent
from desktop_app.ui.state.project_keeper import ProjectKeeper
from desktop_app.ui.state.recording import State
from desktop_app.ui.state.recording_lines import row_line
from desktop_app.ui.state.session import Session


@pytest.fixture
def session(qtbot: QtBot, service: ScriptedService, keeper: ProjectKeeper) -> Session:
    return Session(service, keeper)


def test_recordings_are_queued_and_listed_in_their_order(
    session: Session, service: ScriptedService, recordings: list[Path]
) -> None:
    first = session.open(recordings)
    assert [path for path, _ in service.submitted] == recordings
    assert [each.path for each in session.recordings] == recordings
    assert first is not None
    assert first.path == recordings[0]


def test_no_file_opens_nothing(session: Session) -> None:
    assert session.open([]) is None
    assert session.recordings == []


def test_a_recording_that_is_open_is_not_opened_again(
    session: Session, service: ScriptedService, recordings: list[Path]
) -> None:
    one = session.open(recordings[:1])
    assert session.open(recordings[:1]) is one
    assert len(service.submitted) == 1


def test_one_file_by_several_paths_is_one_recording_with_a_whole_path(
    session: Session, service: ScriptedService, recordings: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = recordings[0].parent
    monkeypatch.chdir(folder)
    (folder / "link.wav").symlink_to(recordings[0])
    one = session.open([Path(recordings[0].name)])
    assert session.open([recordings[0], Path("link.wav"), folder / ".." / folder.name / recordings[0].name]) is one
    assert [path for path, _ in service.submitted] == recordings[:1]


def test_the_number_of_speakers_goes_with_the_job(
    session: Session, service: ScriptedService, recordings: list[Path]
) -> None:
    session.options = JobOptions(3, 3)
    session.open(recordings[:1])
    assert service.submitted == [(recordings[0], JobOptions(3, 3))]


def test_a_job_goes_from_waiting_over_working_to_done(
    qtbot: QtBot, session: Session, service: ScriptedService, recordings: list[Path]
) -> None:
    one = session.open(recordings[:1])
    assert one is not None
    assert one.state is State.WAITING
    service.work(1, overall=0.5)
    qtbot.waitUntil(lambda: one.progress is not None and one.progress.overall == 0.5)
    assert session.working() is one
    service.send(1, turn("hello"))
    service.finish(1, transcript(turn("hello"), turn("yes", 2000, BEN)))
    qtbot.waitUntil(lambda: one.state is State.DONE)
    assert one.document.transcript.audio.duration_ms == 2300
    assert session.busy() == []
    qtbot.waitUntil(lambda: one.saved)


def test_a_service_that_speaks_before_it_returns_is_understood(
    qtbot: QtBot, recordings: list[Path], keeper: ProjectKeeper
) -> None:
    class Hasty(ScriptedService):
        def submit(
            self,
            path: Path,
            options: JobOptions,
            known: tuple[KnownSpeaker, ...] = (),
            engine: AsrEngine | None = None,
            **more: object,
        ) -> int:
            job_id = super().submit(path, options, known, engine, **more)
            self.job_started.emit(job_id)
            return job_id

    session = Session(Hasty(), keeper)
    one = session.open(recordings[:1])
    assert one is not None
    qtbot.waitUntil(lambda: one.state is State.WORKING and one.project is not None)


def test_a_cancelled_job_keeps_what_is_there(
    qtbot: QtBot, session: Session, service: ScriptedService, recordings: list[Path]
) -> None:
    one = session.open(recordings[:1])
    assert one is not None
    service.work(1)
    service.send(1, turn("hello"))
    qtbot.waitUntil(one.document.has_words)
    session.cancel(one)
    qtbot.waitUntil(lambda: one.state is State.CANCELLED)
    assert service.cancel_asked == [1]
    assert one.document.has_words()


def test_a_failed_job_is_tried_again_from_nothing_with_the_current_number_of_speakers(
    qtbot: QtBot, session: Session, service: ScriptedService, recordings: list[Path]
) -> None:
    one = session.open(recordings[:1])
    assert one is not None
    service.work(1)
    service.send(1, turn("hello"))
    service.fail(1, "The engine stopped.", "Try again.")
    qtbot.waitUntil(lambda: one.state is State.FAILED)
    assert one.failure is not None
    assert one.failure.reason == "The engine stopped."
    session.options = JobOptions(2, 2)
    session.retry(one)
    assert one.state is State.WAITING
    assert not one.document.has_words()
    assert service.submitted[1] == (recordings[0], JobOptions(2, 2))
    service.finish(2, transcript(turn("hello")))
    qtbot.waitUntil(lambda: one.state is State.DONE)


def test_late_words_of_an_earlier_try_are_not_taken_in(
    qtbot: QtBot, session: Session, service: ScriptedService, recordings: list[Path]
) -> None:
    one = session.open(recordings[:1])
    assert one is not None
    session.cancel(one)
    qtbot.waitUntil(lambda: one.state is State.CANCELLED)
    session.retry(one)
    service.send(1, turn("late"))
    service.send(2, turn("right"))
    qtbot.waitUntil(one.document.has_words)
    assert [each.text for each in one.document.transcript.turns] == ["right"]


def test_removing_a_recording_cancels_its_job(
    qtbot: QtBot, session: Session, service: ScriptedService, recordings: list[Path]
) -> None:
    one = session.open(recordings[:1])
    assert one is not None
    with qtbot.waitSignal(session.removed):
        session.remove(one)
    assert service.cancel_asked == [1]
    assert session.recordings == []
    assert recordings[0].exists()


def test_a_failure_that_belongs_to_no_recording_is_about_the_engines(
    qtbot: QtBot, session: Session, service: ScriptedService
) -> None:
    with qtbot.waitSignal(session.check_failed) as failed:
        service.fail(99, "The engine did not start.")
    assert failed.args[0].reason == "The engine did not start."


def test_a_transcript_file_is_shown_without_any_job(
    qtbot: QtBot, session: Session, service: ScriptedService, tmp_path: Path
) -> None:
    path = tmp_path / "old.json"
    path.write_text(json_format.render(transcript(turn("hello", 0, ANNA))), encoding="utf-8")
    one = session.open([path])
    assert one is not None
    assert one.state is State.OPENING
    qtbot.waitUntil(lambda: one.state is State.DONE)
    assert one.document.transcript == transcript(turn("hello", 0, ANNA))
    assert service.submitted == []
    assert not session.keeper.has(one)


def test_a_transcript_file_becomes_a_project_when_something_is_changed(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "old.json"
    path.write_text(json_format.render(transcript(turn("hello"))), encoding="utf-8")
    one = session.open([path])
    assert one is not None
    qtbot.waitUntil(lambda: one.state is State.DONE)
    one.document.rename(ANNA.id, "Anna")
    qtbot.waitUntil(lambda: one.project is not None and one.saved)
    with open_project(one.project, read_only=True) as project:
        assert project.text is not None
        assert project.text.base.transcript == transcript(turn("hello"))
        assert project.text.transcript.speaker(ANNA.id).name == "Anna"
        assert project.facts.sound is not None
        assert project.facts.sound.absolute == "talk.wav"


@pytest.mark.parametrize("content", ["not json", "{}", None], ids=["text", "other json", "missing"])
def test_a_file_that_is_no_transcript_says_why(
    qtbot: QtBot, session: Session, tmp_path: Path, content: str | None
) -> None:
    path = tmp_path / "strange.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    one = session.open([path])
    assert one is not None
    qtbot.waitUntil(lambda: one.state is State.FAILED)
    assert one.failure is not None
    assert one.failure.reason.startswith("It cannot be opened: ")
    assert "Traceback" not in one.failure.reason


def test_recordings_opened_while_something_is_recorded_wait_for_its_end(
    session: Session, service: ScriptedService, recordings: list[Path]
) -> None:
    session.open(recordings[:1])
    session.hold(True)
    session.open(recordings[1:2])
    assert [row_line(each) for each in session.recordings] == ["Starts after Stop"] * 2
    session.hold(False)
    assert [row_line(each) for each in session.recordings] == ["Waiting"] * 2
    assert service.held is False


def test_subtitles_are_shown_with_the_recording_beside_them(
    qtbot: QtBot, session: Session, service: ScriptedService, tmp_path: Path
) -> None:
    sound = tmp_path / "talk.wav"
    soundfile.write(sound, np.zeros(32_000, np.float32), 16_000)
    path = tmp_path / "talk.srt"
    path.write_text("1\n00:00:00,500 --> 00:00:01,500\nAnna: Hello.\n", encoding="utf-8")
    one = session.open([path])
    assert one is not None
    qtbot.waitUntil(lambda: one.state is State.DONE)
    assert [turn.text for turn in one.document.transcript.turns] == ["Hello."]
    assert service.submitted == []
    assert (one.sound, one.sound_state, why_silent(one)) == (sound, SoundState.THERE, "")
    one.document.rename("S1", "Anna Berg")
    qtbot.waitUntil(lambda: one.project is not None and one.saved)
    with open_project(one.project, read_only=True) as project:
        assert project.facts.sound is not None
        assert project.facts.sound.absolute == str(sound)


def test_which_recording_subtitles_want_is_said(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    path = tmp_path / "talk.srt"
    path.write_text("1\n00:00:00,500 --> 00:00:01,500\nAnna: Hello.\n", encoding="utf-8")
    one = session.open([path])
    assert one is not None
    qtbot.waitUntil(lambda: one.state is State.DONE)
    assert why_silent(one) == "No recording “talk” was found. Everything but hearing it works."
    assert playable(one) is None
    one.take_sound(tmp_path / "found.wav")
    assert (one.sound, why_silent(one)) == (tmp_path / "found.wav", "")


def test_what_is_wrong_in_subtitles_is_said_with_its_line(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    path = tmp_path / "talk.srt"
    path.write_text("1\n00:00:00,500 --> soon\nAnna: Hello.\n", encoding="utf-8")
    one = session.open([path])
    assert one is not None
    qtbot.waitUntil(lambda: one.state is State.FAILED)
    assert one.failure is not None
    assert one.failure.reason == "It cannot be opened: line 2: “00:00:00,500 --> soon” are no times of a cue."
