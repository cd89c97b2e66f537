"""A real engine process finds out what transcripts of others lack, and puts the recorders of a meeting together."""

from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from real_service import TIMEOUT_MS, service  # noqa: F401

from desktop_app.core.models.packaged_models import sample_recording
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.library.meeting_dialog import MeetingDialog
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.recording_state import State
from desktop_app.ui.state.situation import Action

pytestmark = pytest.mark.slow


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    samples, rate_hz = soundfile.read(sample_recording(), dtype="float32")
    soundfile.write(tmp_path / "talk.wav", samples, rate_hz)
    return tmp_path / "talk.wav"


def done(qtbot: QtBot, window: MainWindow, path: Path) -> Recording:
    window.opening.open([path])
    recording = window.recording
    assert recording is not None
    wait_until_done(qtbot, recording)
    return recording


def wait_until_done(qtbot: QtBot, recording: Recording) -> None:
    ended = {State.DONE, State.FAILED, State.CANCELLED}
    qtbot.waitUntil(lambda: recording.state in ended, timeout=TIMEOUT_MS)
    assert (recording.state, recording.failure) == (State.DONE, None)


def words(recording: Recording) -> list[str]:
    return [word.text for turn in recording.document.transcript.turns for word in turn.words]


def test_what_one_job_knew_is_found_again_from_half_of_it(qtbot: QtBot, window: MainWindow, talk: Path) -> None:
    whole = done(qtbot, window, talk)
    turns, speakers = whole.document.transcript.spoken_turns(), whole.document.speaking()
    turns = list(turns)
    assert speakers == 2

    subtitles = talk.with_suffix(".srt")
    subtitles.write_text("\n".join(_cue(n, t.start_ms, t.end_ms, t.text) for n, t in enumerate(turns, 1)))
    of_others = done(qtbot, window, subtitles)
    assert of_others.document.speaking() == 1
    qtbot.mouseClick(window.missing.note.act, Qt.MouseButton.LeftButton)
    assert of_others.state is State.WAITING
    wait_until_done(qtbot, of_others)
    assert of_others.document.speaking() == 2
    assert words(of_others) == words(whole)
    assert of_others.can_regroup
    changes = [turn.speaker for turn in of_others.document.transcript.turns]
    assert len(set(changes)) == 2

    spans = talk.with_suffix(".rttm")
    lines = (
        f"SPEAKER talk 1 {t.start_ms / 1000:.3f} {(t.end_ms - t.start_ms) / 1000:.3f} <NA> <NA> {t.speaker} <NA> <NA>\n"
        for t in turns
    )
    spans.write_text("".join(lines).replace(" S1 ", " Anna ").replace(" S2 ", " Ben "))
    wordless = done(qtbot, window, spans)
    qtbot.mouseClick(window.centre.view.page.buttons[Action.WRITE], Qt.MouseButton.LeftButton)
    wait_until_done(qtbot, wordless)
    assert {each.name for each in wordless.document.speakers} == {"Anna", "Ben"}
    assert len(set(words(wordless)) & set(words(whole))) > 0.7 * len(set(words(whole)))
    assert wordless.document.speaking() == 2


def test_two_recorders_are_put_together_and_two_of_other_meetings_are_not(
    qtbot: QtBot, window: MainWindow, talk: Path
) -> None:
    whole = done(qtbot, window, talk)
    samples, rate_hz = soundfile.read(talk, dtype="float32")
    noise = np.random.default_rng(1).normal(0, 0.0003, (2, len(samples))).astype(np.float32)
    files = [talk.with_name("anna.wav"), talk.with_name("ben.wav")]
    for number, (file, speaker) in enumerate(zip(files, ("S1", "S2"), strict=True)):
        gain = np.full(len(samples), 0.1, np.float32)
        for turn in whole.document.transcript.turns:
            for span in turn.speech if turn.speaker == speaker else ():
                gain[span.start_ms * rate_hz // 1000 : span.end_ms * rate_hz // 1000] = 1
        soundfile.write(file, samples * gain + noise[number], rate_hz)
    window.opening.ask_for_meeting_of([])
    dialog = next(each for each in window.findChildren(MeetingDialog) if each.isVisible())
    dialog.add(files)
    qtbot.mouseClick(dialog.open_button, Qt.MouseButton.LeftButton)
    meeting = window.recording
    assert meeting is not None
    assert meeting is not whole
    wait_until_done(qtbot, meeting)
    assert {each.name for each in meeting.document.speakers} == {"anna", "ben"}
    assert len(set(words(meeting)) & set(words(whole))) > 0.7 * len(set(words(whole)))

    stranger = talk.with_name("stranger.wav")
    soundfile.write(stranger, np.random.default_rng(2).normal(0, 0.1, len(samples)).astype(np.float32), rate_hz)
    failed = window.session.open_meeting([files[0], stranger])
    qtbot.waitUntil(lambda: failed.state is State.FAILED, timeout=TIMEOUT_MS)
    assert failed.failure is not None
    assert failed.failure.reason.startswith("stranger.wav: it is not of the same meeting as anna.wav")
    assert not failed.document.has_words()


def _cue(number: int, start_ms: int, end_ms: int, text: str) -> str:
    return f"{number}\n{_time(start_ms)} --> {_time(end_ms)}\n{text}\n"


def _time(at_ms: int) -> str:
    seconds, ms = divmod(at_ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    return f"00:{minutes:02}:{seconds:02},{ms:03}"
