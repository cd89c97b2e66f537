"""A job that is run again costs nothing that was corrected."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN, ScriptedService, transcript, turn

from desktop_app.core.editing import turn_acts, word_acts
from desktop_app.core.editing.rewriting import rewrite
from desktop_app.core.editing.turn_acts import WordStretch
from desktop_app.core.editing.turn_edits import Act, ChangeTurns
from desktop_app.core.pipeline.heard_turn import HeardTurn
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.project.opening import open_project
from desktop_app.core.store.settings import AsrEngine, AsrSettings
from desktop_app.core.transcript.edits import Edit
from desktop_app.core.transcript.values import Mark, Transcript, Word
from desktop_app.ui.state.document import Document
from desktop_app.ui.state.project_keeper import ProjectKeeper
from desktop_app.ui.state.recording import Recording, State
from desktop_app.ui.state.session import Session

TALK = transcript(turn("we met at the harbour", 1000), turn("and then it rained", 5000, BEN))
AGAIN = transcript(turn("we met at the arbour", 1010), turn("and then it reigned", 5010, BEN))


@pytest.fixture
def session(qtbot: QtBot, service: ScriptedService, keeper: ProjectKeeper) -> Session:
    return Session(service, keeper)


@pytest.fixture
def talk(qtbot: QtBot, session: Session, service: ScriptedService, recordings: list[Path]) -> Recording:
    recording = session.open(recordings[:1])
    assert recording is not None
    service.finish(1, TALK, b"voices")
    qtbot.waitUntil(lambda: recording.state is State.DONE)
    return recording


def correct(document: Document, edit: Edit | None) -> None:
    assert edit is not None
    document.edit(edit)


def texts(document: Document) -> list[str]:
    return [each.text for each in document.transcript.turns]


def test_corrections_are_one_edit_on_the_new_text(
    qtbot: QtBot, session: Session, service: ScriptedService, talk: Recording
) -> None:
    document = talk.document
    correct(document, rewrite(document.transcript, [0], ["we sailed from the harbour"]))
    correct(document, word_acts.mark(document.transcript, WordStretch(1, 3, 1, 4), Mark.OFF_RECORD))
    document.rename(BEN.id, "Ben")
    session.hear_again(talk)
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
    session.hear_again(talk)
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
    session.hear_again(talk)
    assert service.known[-1] == ()
    service.finish(2, AGAIN)
    qtbot.waitUntil(lambda: talk.state is State.DONE)
    assert (texts(talk.document), talk.document.can_undo) == ([each.text for each in AGAIN.turns], False)


@pytest.mark.parametrize("ready", [True, False])
@pytest.mark.parametrize("fails", [True, False])
def test_a_job_that_is_not_finished_gives_the_corrected_text_back(
    qtbot: QtBot, session: Session, service: ScriptedService, talk: Recording, ready: bool, fails: bool
) -> None:
    document = talk.document
    correct(document, rewrite(document.transcript, [0], ["we sailed from the harbour"]))
    before, history = document.transcript, document.history
    session.hear_again(talk)
    service.work(2)
    if ready:
        service.send(2, turn("we met", 1010))
        qtbot.waitUntil(document.has_words)
    told = []
    session.regroup_failed.connect(told.append)
    if fails:
        service.fail(2, "The engine stopped.", "Try again.")
    else:
        session.cancel(talk)
    qtbot.waitUntil(lambda: talk.state is State.DONE)
    assert (document.transcript, document.history, talk.voices) == (before, history, b"voices")
    assert len(told) == fails
    assert document.can_edit
    document.undo()
    assert document.transcript == TALK


def test_a_cancelled_recording_that_was_corrected_is_tried_again_with_its_corrections(
    qtbot: QtBot, session: Session, service: ScriptedService, recordings: list[Path]
) -> None:
    recording = session.open(recordings[:1])
    assert recording is not None
    service.work(1)
    service.send(1, TALK.turns[0], speakers=(ANNA,))
    qtbot.waitUntil(recording.document.has_words)
    session.cancel(recording)
    qtbot.waitUntil(lambda: recording.state is State.CANCELLED)
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
    session.hear_again(talk)
    service.finish(2, AGAIN)
    qtbot.waitUntil(lambda: talk.state is State.DONE)
    assert [(each.speaker, each.text) for each in document.transcript.turns] == [
        (ANNA.id, "we sailed from the arbour"),
        (BEN.id, "and then it reigned"),
    ]


def test_what_is_at_work_or_a_draft_is_not_heard_again(
    session: Session, service: ScriptedService, talk: Recording
) -> None:
    session.hear_again(talk)
    session.hear_again(talk)
    assert len(service.submitted) == 2
    empty: Transcript = transcript()
    talk.document.finish(empty)
    assert not talk.can_hear_again


PARAKEET = AsrSettings(engine=AsrEngine.PARAKEET, vocabulary=("Kragsand",))
HEARD = HeardTurn((Word("we", 1000, 1200, 0.9), Word("meet", 1300, 1500, 0.9)), "Parakeet", ("It was faint.",))


def test_a_turn_that_was_heard_again_has_other_words_as_one_edit(
    qtbot: QtBot, session: Session, service: ScriptedService, talk: Recording
) -> None:
    document = talk.document
    session.hear_turn_again(talk, document.transcript.turns[0], PARAKEET)
    assert service.heard == [(talk.path, TALK.turns[0].speech, PARAKEET)]
    assert talk.state is State.DONE
    with qtbot.waitSignal(session.turns.told) as told:
        service.turn_heard.emit(2, HEARD)
    assert told.args == ["The turn is as Parakeet heard it. It was faint."]
    assert texts(document) == ["we meet", "and then it rained"]
    document.undo()
    assert document.transcript == TALK


def test_a_turn_that_was_changed_meanwhile_stays(
    qtbot: QtBot, session: Session, service: ScriptedService, talk: Recording
) -> None:
    document = talk.document
    session.hear_turn_again(talk, document.transcript.turns[0], PARAKEET)
    correct(document, rewrite(document.transcript, [0], ["we sailed from the harbour"]))
    with qtbot.waitSignal(session.turns.told):
        service.turn_heard.emit(2, HEARD)
    assert texts(document)[0] == "we sailed from the harbour"


def test_one_that_cannot_be_heard_is_told_and_nothing_else_is(
    qtbot: QtBot, session: Session, service: ScriptedService, talk: Recording
) -> None:
    checks = []
    session.check_failed.connect(checks.append)
    session.hear_turn_again(talk, talk.document.transcript.turns[0], PARAKEET)
    with qtbot.waitSignal(session.turns.failed):
        service.fail(2, "Parakeet: it is not installed.", "Fetch it.")
    assert (talk.state, talk.document.transcript, checks) == (State.DONE, TALK, [])


def test_of_a_recording_that_is_gone_no_turn_is_heard(
    session: Session, service: ScriptedService, talk: Recording
) -> None:
    session.hear_turn_again(talk, talk.document.transcript.turns[0], PARAKEET)
    session.remove(talk)
    assert service.cancel_asked == [2]
    service.turn_heard.emit(2, HEARD)
