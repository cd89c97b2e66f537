"""One turn that is heard again."""

from harbour_talk import TALK, correct, texts
from pytestqt.qtbot import QtBot
from scripted import ScriptedService

from desktop_app.core.editing.rewriting import rewrite
from desktop_app.core.pipeline.heard_turn import HeardTurn
from desktop_app.core.store.settings import AsrEngine, AsrSettings
from desktop_app.core.transcript.values import Word
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.recording_state import State
from desktop_app.ui.state.session import Session

PARAKEET = AsrSettings(engine=AsrEngine.PARAKEET, vocabulary=("Kragsand",))
HEARD = HeardTurn((Word("we", 1000, 1200, 0.9), Word("meet", 1300, 1500, 0.9)), "Parakeet", ("It was faint.",))


def test_a_turn_that_was_heard_again_has_other_words_as_one_edit(
    qtbot: QtBot, session: Session, service: ScriptedService, talk: Recording
) -> None:
    document = talk.document
    session.turns.hear(talk, document.transcript.turns[0], PARAKEET)
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
    session.turns.hear(talk, document.transcript.turns[0], PARAKEET)
    correct(document, rewrite(document.transcript, [0], ["we sailed from the harbour"]))
    with qtbot.waitSignal(session.turns.told):
        service.turn_heard.emit(2, HEARD)
    assert texts(document)[0] == "we sailed from the harbour"


def test_one_that_cannot_be_heard_is_told_and_nothing_else_is(
    qtbot: QtBot, session: Session, service: ScriptedService, talk: Recording
) -> None:
    session.turns.hear(talk, talk.document.transcript.turns[0], PARAKEET)
    with qtbot.waitSignal(session.turns.failed):
        service.fail(2, "Parakeet: it is not installed.", "Fetch it.")
    assert (talk.state, talk.document.transcript) == (State.DONE, TALK)


def test_of_a_recording_that_is_gone_no_turn_is_heard(
    session: Session, service: ScriptedService, talk: Recording
) -> None:
    session.turns.hear(talk, talk.document.transcript.turns[0], PARAKEET)
    session.remove(talk)
    assert service.cancel_asked == [2]
    service.turn_heard.emit(2, HEARD)
