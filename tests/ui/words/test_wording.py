"""The window's sentences."""

from dataclasses import replace
from pathlib import Path

import pytest
from scripted import ANNA, BEN, transcript, turn

from desktop_app.core.pipeline.stages import JobOptions, Stage
from desktop_app.core.transcript.values import HeardTrack
from desktop_app.jobs.messages import Failed, Progress
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.recording_lines import header_line, row_line
from desktop_app.ui.state.recording_state import State
from desktop_app.ui.state.situation import Action, situation
from desktop_app.ui.words.wording import language_and_words, progress_line, rough_size


@pytest.fixture
def recording(qtbot: object, tmp_path: Path) -> Recording:
    path = tmp_path / "talk.wav"
    path.write_bytes(b"")
    return Recording(path, JobOptions())


def spaced(text: str) -> str:
    return text.replace("\u202f", " ")


def test_progress_says_stage_share_and_time_left() -> None:
    progress = Progress(Stage.SEGMENTATION, 0.9, 0.62, 61.0)
    assert spaced(progress_line(progress)) == "Finding speech · 62 % · 1 min left"
    assert spaced(progress_line(Progress(Stage.LOADING, 0.0, 0.0, None))) == "Loading models · 0 %"
    assert progress_line(None) == "Starting"


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (667_849_000, "0.7 GB"),
        (2_549_000_000, "2.5 GB"),
        (500_000_000, "0.5 GB"),
        (499_999_999, "500 MB"),
        (146_000_000, "150 MB"),
        (26_645_418, "27 MB"),
        (3_400_000, "3 MB"),
    ],
)
def test_a_rough_size_has_two_figures_at_most(size: int, said: str) -> None:
    assert rough_size(size) == said


def test_a_transcript_has_its_language_and_words() -> None:
    assert language_and_words(transcript(turn("one two"))) == "English (en) · 2 words"


def test_a_row_says_how_a_recording_is(recording: Recording) -> None:
    assert row_line(recording) == "Waiting"
    recording.enter(State.WORKING)
    recording.move_on(Progress(Stage.TRANSCRIPTION, 0.5, 0.5, None))
    assert spaced(row_line(recording)) == "Writing down the words · 50 %"
    recording.enter(State.FAILED, failure=Failed("No sound."))
    assert row_line(recording) == "No sound."
    recording.document.finish(transcript(turn("one", 0, ANNA), turn("two", 61_000, BEN)))
    recording.enter(State.DONE)
    assert row_line(recording) == "01:01 · 2 speakers"
    recording.enter(State.CANCELLED)
    assert row_line(recording) == "Cancelled"


def test_the_header_says_what_is_known(recording: Recording) -> None:
    recording.document.finish(transcript(turn("one")))
    duration, date, engine, speakers = header_line(recording).split(" · ")
    assert (duration, engine, speakers) == ("00:00", "Moonshine tiny (English)", "1 speaker")
    assert date.split()[-1].isdigit()


def test_the_header_says_what_of_the_file_was_heard_where_that_is_not_all(recording: Recording) -> None:
    made = transcript(turn("one"))
    audio = replace(made.audio, tracks=3, heard=(HeardTrack(1, (1,), 1), HeardTrack(3, (2,), 2)))
    recording.document.finish(replace(made, audio=audio))
    assert header_line(recording).split(" · ")[1] == "sound tracks 1 and 3 of 3, channel 2 of 2 of track 3"


def test_the_header_knows_the_date_of_a_file_that_is_gone(recording: Recording) -> None:
    recording.document.finish(transcript(turn("one")))
    before = header_line(recording)
    recording.path.unlink()
    assert header_line(recording) == before


def test_a_finished_recording_without_words_says_that_nobody_speaks(recording: Recording) -> None:
    recording.enter(State.DONE)
    now = situation(recording)
    assert now is not None
    assert now.title == "No speech found"
    assert now.actions == (Action.FOLDER, Action.OPEN, Action.REMOVE)


def test_a_finished_recording_with_words_needs_no_comment(recording: Recording) -> None:
    recording.document.finish(transcript(turn("one")))
    recording.enter(State.DONE)
    assert situation(recording) is None


def test_every_other_state_can_be_acted_on(recording: Recording) -> None:
    for state, actions in (
        (State.WAITING, (Action.CANCEL,)),
        (State.WORKING, (Action.CANCEL,)),
        (State.CANCELLED, (Action.RETRY,)),
        (State.FAILED, (Action.RETRY, Action.OPEN, Action.REMOVE)),
    ):
        recording.enter(state)
        now = situation(recording)
        assert now is not None
        assert now.actions == actions


def test_what_waits_for_a_recording_to_end_says_so(recording: Recording) -> None:
    recording.wait(held=True)
    waiting = situation(recording)
    assert (row_line(recording), waiting and waiting.text) == (
        "Starts after Stop",
        "It starts when you stop recording.",
    )
    recording.wait(held=False)
    waiting = situation(recording)
    assert (row_line(recording), waiting and waiting.title) == ("Waiting", "Waiting")
