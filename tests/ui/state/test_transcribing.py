"""A job that is run again costs nothing that was corrected."""

from pathlib import Path

import pytest
from harbour_talk import TALK, correct, texts
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN, ScriptedService, transcript, turn

from desktop_app.core.editing import turn_acts, word_acts
from desktop_app.core.editing.rewriting import rewrite
from desktop_app.core.editing.turn_acts import WordStretch
from desktop_app.core.editing.turn_edits import Act, ChangeTurns
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.project.opening import open_project
from desktop_app.core.transcript.values import Mark, Transcript
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.recording_state import State
from desktop_app.ui.state.session import Session

AGAIN = transcript(turn("we met at the arbour", 1010), turn("and then it reigned", 5010, BEN))


def texts_of(made: Transcript) -> list[str]:
    return [each.text for each in made.turns]


def cancelled_in_the_middle(
    qtbot: QtBot, session: Session, service: ScriptedService, recordings: list[Path]
) -> Recording:
    """A new recording whose job was cancelled when the first turn was there."""
    recording = session.open(recordings[:1])
    assert recording is not None
    service.work(1)
    service.send(1, TALK.turns[0], speakers=(ANNA,))
    qtbot.waitUntil(recording.document.has_words)
    session.jobs.cancel(recording)
    qtbot.waitUntil(lambda: recording.state is State.CANCELLED)
    return recording


def test_corrections_are_one_edit_on_the_new_text(
    qtbot: QtBot, session: Session, service: ScriptedService, talk: Recording
) -> None:
    document = talk.document
    correct(document, rewrite(document.transcript, [0], ["we sailed from the harbour"]))
    correct(document, word_acts.mark(document.transcript, WordStretch(1, 3, 1, 4), Mark.OFF_RECORD))
    document.rename(BEN.id, "Ben")
    session.transcribing.hear_again(talk)
    assert talk.state is State.WAITING
    assert {each.speaker.name for each in service.known[-1]} == {"Speaker 1", "Ben"}
    service.finish(2, AGAIN, b"other voices")
    qtbot.waitUntil(lambda: talk.state is State.DONE)
    assert texts(document) == ["we sailed from the arbour", "and then it reigned"]
    assert document.transcript.turns[1].words[3].marks == {Mark.OFF_RECORD}
    assert document.transcript.speaker(BEN.id).name == "Ben"
    assert document.original == AGAIN
    last = document.history.done[-1]
    assert isinstance(last, ChangeTurns)
    assert last.act is Act.CARRY
    document.undo()
    assert document.transcript.turns == AGAIN.turns
    document.redo()
    assert texts(document)[0] == "we sailed from the arbour"


def test_it_is_all_in_the_project(qtbot: QtBot, session: Session, service: ScriptedService, talk: Recording) -> None:
    correct(talk.document, turn_acts.give(talk.document.transcript, WordStretch(0, 0, 0, 2), BEN.id))
    session.transcribing.hear_again(talk)
    service.finish(2, AGAIN)
    qtbot.waitUntil(lambda: talk.state is State.DONE and talk.saved and talk.project is not None)
    assert talk.project is not None
    with open_project(talk.project, read_only=True) as project:
        assert project.text is not None
        words = [each.text for each in project.text.transcript.turns]
        assert words == ["we met", "at the arbour", "and then it reigned"]
        assert project.text.original.transcript.turns == AGAIN.turns


def test_a_text_that_nobody_corrected_is_written_anew(
    qtbot: QtBot, session: Session, service: ScriptedService, talk: Recording
) -> None:
    session.transcribing.hear_again(talk)
    assert service.known[-1] == ()
    service.finish(2, AGAIN)
    qtbot.waitUntil(lambda: talk.state is State.DONE)
    assert (texts(talk.document), talk.document.can_undo) == ([each.text for each in AGAIN.turns], False)


@pytest.mark.parametrize("fails", [True, False])
def test_a_job_that_is_not_finished_gives_back_a_text_that_nobody_corrected(
    qtbot: QtBot, session: Session, service: ScriptedService, talk: Recording, fails: bool
) -> None:
    session.transcribing.hear_again(talk)
    service.work(2)
    service.send(2, turn("we met", 1010))
    qtbot.waitUntil(talk.document.has_words)
    if fails:
        service.fail(2, "The engine stopped.", "Try again.")
    else:
        session.jobs.cancel(talk)
    qtbot.waitUntil(lambda: talk.state is State.DONE)
    assert (talk.document.transcript, talk.document.can_undo, talk.voices) == (TALK, False, b"voices")


def test_a_cancelled_recording_that_is_tried_again_and_cancelled_keeps_what_it_had(
    qtbot: QtBot, session: Session, service: ScriptedService, recordings: list[Path]
) -> None:
    recording = cancelled_in_the_middle(qtbot, session, service, recordings)
    before = recording.document.transcript
    session.retry(recording)
    service.work(2)
    assert not recording.document.has_words()
    session.jobs.cancel(recording)
    qtbot.waitUntil(lambda: recording.state is State.CANCELLED)
    assert recording.document.transcript == before
    session.retry(recording)
    service.work(3)
    service.send(3, *TALK.turns, speakers=(ANNA, BEN))
    qtbot.waitUntil(lambda: len(texts(recording.document)) == 2)
    session.jobs.cancel(recording)
    qtbot.waitUntil(lambda: recording.state is State.CANCELLED)
    assert texts(recording.document) == texts_of(TALK)


@pytest.mark.parametrize("ready", [True, False])
@pytest.mark.parametrize("fails", [True, False])
def test_a_job_that_is_not_finished_gives_the_corrected_text_back(
    qtbot: QtBot, session: Session, service: ScriptedService, talk: Recording, ready: bool, fails: bool
) -> None:
    document = talk.document
    correct(document, rewrite(document.transcript, [0], ["we sailed from the harbour"]))
    before, history = document.transcript, document.history
    session.transcribing.hear_again(talk)
    service.work(2)
    if ready:
        service.send(2, turn("we met", 1010))
        qtbot.waitUntil(document.has_words)
    told = []
    session.jobs.brought_back.connect(told.append)
    if fails:
        service.fail(2, "The engine stopped.", "Try again.")
    else:
        session.jobs.cancel(talk)
    qtbot.waitUntil(lambda: talk.state is State.DONE)
    assert (document.transcript, document.history, talk.voices) == (before, history, b"voices")
    assert len(told) == fails
    assert document.can_edit
    document.undo()
    assert document.transcript == TALK


def test_a_cancelled_recording_that_was_corrected_is_tried_again_with_its_corrections(
    qtbot: QtBot, session: Session, service: ScriptedService, recordings: list[Path]
) -> None:
    recording = cancelled_in_the_middle(qtbot, session, service, recordings)
    correct(recording.document, rewrite(recording.document.transcript, [0], ["we sailed from the harbour"]))
    session.retry(recording)
    service.finish(2, AGAIN)
    qtbot.waitUntil(lambda: recording.state is State.DONE)
    assert texts(recording.document) == ["we sailed from the arbour", "and then it reigned"]


def test_other_speakers_that_were_asked_for_are_no_corrections(
    qtbot: QtBot, session: Session, service: ScriptedService, talk: Recording
) -> None:
    document = talk.document
    document.regroup(transcript(*(turn(each.text, each.start_ms) for each in TALK.turns)), JobOptions(1, 1), 1)
    correct(document, rewrite(document.transcript, [0], ["we sailed from the harbour"]))
    session.transcribing.hear_again(talk)
    service.finish(2, AGAIN)
    qtbot.waitUntil(lambda: talk.state is State.DONE)
    assert [(each.speaker, each.text) for each in document.transcript.turns] == [
        (ANNA.id, "we sailed from the arbour"),
        (BEN.id, "and then it reigned"),
    ]


def test_what_is_at_work_or_a_draft_is_not_heard_again(
    session: Session, service: ScriptedService, talk: Recording
) -> None:
    session.transcribing.hear_again(talk)
    session.transcribing.hear_again(talk)
    assert len(service.submitted) == 2
    empty: Transcript = transcript()
    talk.document.finish(empty)
    assert not talk.can_hear_again
