"""Typing in the text, by real keys: blocks and turns stay one."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN, CLEO, transcript, turn

from desktop_app.core.transcript.values import Transcript, Turn
from desktop_app.ui.state.document import Document
from desktop_app.ui.transcript.editing_keys import EditingKeys
from desktop_app.ui.transcript.text_editing import TextEditing
from desktop_app.ui.transcript.transcript_text import TranscriptText
from desktop_app.ui.transcript.turn_places import TurnPlaces

Open = Callable[..., Document]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def editing(text: TranscriptText) -> TextEditing:
    EditingKeys(text)
    return TextEditing(text, TurnPlaces(text.shown))


@pytest.fixture
def open_talk(qtbot: QtBot, text: TranscriptText, editing: TextEditing) -> Open:
    def show(*turns: Turn) -> Document:
        document = Document(transcript(*turns, speakers=(ANNA, BEN, CLEO)), text)
        text.show_document(document)
        qtbot.waitUntil(lambda: not text.is_filling())
        text.setFocus()
        return document

    return show


@pytest.fixture
def talk(open_talk: Open) -> Document:
    return open_talk(turn("we met at the harbour", 1000), turn("and then it rained", 5000, BEN), turn("yes", 9000))


def put_caret(text: TranscriptText, block: int, at: int, *, to: tuple[int, int] | None = None) -> None:
    caret = QTextCursor(text.document().findBlockByNumber(block))
    caret.setPosition(caret.position() + at)
    if to is not None:
        end = text.document().findBlockByNumber(to[0]).position() + to[1]
        caret.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(caret)


def spoken(document: Document) -> list[str]:
    return [each.text for each in document.transcript.spoken_turns()]


def blocks(text: TranscriptText) -> list[str]:
    return text.toPlainText().split("\n")


def speakers(document: Document) -> list[str]:
    return [each.speaker for each in document.transcript.spoken_turns()]


def place(text: TranscriptText) -> tuple[int, int]:
    return text.textCursor().blockNumber(), text.textCursor().positionInBlock()


def require_same(text: TranscriptText, document: Document) -> None:
    assert blocks(text) == spoken(document) or (blocks(text) == [""] and not spoken(document))
    assert [each.text for each in text.shown] == spoken(document)
    assert [(each.start_ms, each.speaker) for each in text.shown] == [
        (each.start_ms, each.speaker) for each in document.transcript.spoken_turns()
    ]


def test_typed_letters_are_one_step_and_leave_the_times_of_all_other_words(
    qtbot: QtBot, text: TranscriptText, talk: Document
) -> None:
    before = talk.transcript
    put_caret(text, 0, 3, to=(0, 6))
    qtbot.keyClicks(text, "sailed in")
    assert spoken(talk)[0] == "we sailed in at the harbour"
    assert len(talk.history.done) == 1
    words = talk.transcript.turns[0].words
    assert (words[0], *words[3:]) == (before.turns[0].words[0], *before.turns[0].words[2:])
    assert all(word.estimated for word in words[1:3])
    assert (words[1].start_ms, words[2].end_ms) == (before.turns[0].words[1].start_ms, before.turns[0].words[1].end_ms)
    require_same(text, talk)
    talk.undo()
    assert talk.transcript == before
    require_same(text, talk)
    talk.redo()
    require_same(text, talk)


def test_a_caret_that_was_moved_begins_another_step(qtbot: QtBot, text: TranscriptText, talk: Document) -> None:
    put_caret(text, 0, 2)
    qtbot.keyClicks(text, "x")
    qtbot.keyClick(text, Qt.Key.Key_Right)
    qtbot.keyClicks(text, "y")
    assert len(talk.history.done) == 2


def test_spaces_while_typing_stay_until_the_turn_is_left(qtbot: QtBot, text: TranscriptText, talk: Document) -> None:
    put_caret(text, 2, 3)
    qtbot.keyClicks(text, "  so ")
    assert blocks(text)[2] == "yes  so "
    assert spoken(talk)[2] == "yes so"
    qtbot.keyClick(text, Qt.Key.Key_Up)
    assert blocks(text)[2] == "yes so"
    require_same(text, talk)


def test_enter_splits_a_turn(qtbot: QtBot, text: TranscriptText, talk: Document) -> None:
    put_caret(text, 0, 6)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert spoken(talk) == ["we met", "at the harbour", "and then it rained", "yes"]
    assert speakers(talk)[:2] == [ANNA.id, ANNA.id]
    assert place(text) == (1, 0)
    require_same(text, talk)
    talk.undo()
    require_same(text, talk)


def test_backspace_at_its_beginning_joins_a_turn_with_the_one_before(
    qtbot: QtBot, text: TranscriptText, talk: Document
) -> None:
    put_caret(text, 1, 0)
    qtbot.keyClick(text, Qt.Key.Key_Backspace)
    assert spoken(talk) == ["we met at the harbour and then it rained", "yes"]
    assert speakers(talk) == [ANNA.id, ANNA.id]
    assert place(text) == (0, 21)
    require_same(text, talk)


def test_delete_at_its_end_joins_it_with_the_next(qtbot: QtBot, text: TranscriptText, talk: Document) -> None:
    put_caret(text, 1, 18)
    qtbot.keyClick(text, Qt.Key.Key_Delete)
    assert spoken(talk) == ["we met at the harbour", "and then it rained yes"]
    require_same(text, talk)


def test_nothing_is_joined_beyond_the_ends(qtbot: QtBot, text: TranscriptText, talk: Document) -> None:
    put_caret(text, 0, 0)
    qtbot.keyClick(text, Qt.Key.Key_Backspace)
    put_caret(text, 2, 3)
    qtbot.keyClick(text, Qt.Key.Key_Delete)
    assert talk.history.done == ()


def test_a_stretch_over_several_turns_is_typed_over(qtbot: QtBot, text: TranscriptText, talk: Document) -> None:
    put_caret(text, 0, 7, to=(1, 4))
    qtbot.keyClicks(text, "so ")
    assert spoken(talk) == ["we met so then it rained", "yes"]
    require_same_after_leaving(qtbot, text, talk)


def require_same_after_leaving(qtbot: QtBot, text: TranscriptText, talk: Document) -> None:
    qtbot.keyClick(text, Qt.Key.Key_End, CONTROL)
    qtbot.keyClick(text, Qt.Key.Key_Home, CONTROL)
    require_same(text, talk)


def test_a_turn_whose_words_are_all_deleted_waits_for_others_and_gives_them_its_time(
    qtbot: QtBot, text: TranscriptText, talk: Document
) -> None:
    put_caret(text, 1, 0, to=(1, 18))
    qtbot.keyClick(text, Qt.Key.Key_Delete)
    assert blocks(text) == ["we met at the harbour", "", "yes"]
    qtbot.keyClicks(text, "it snowed")
    assert spoken(talk) == ["we met at the harbour", "it snowed", "yes"]
    assert talk.transcript.turns[1].start_ms == 5000
    assert speakers(talk)[1] == BEN.id
    assert len(talk.history.done) == 1
    require_same(text, talk)


def test_one_that_is_left_without_words_is_deleted(qtbot: QtBot, text: TranscriptText, talk: Document) -> None:
    put_caret(text, 1, 0, to=(1, 18))
    qtbot.keyClick(text, Qt.Key.Key_Backspace)
    qtbot.keyClick(text, Qt.Key.Key_Up)
    assert spoken(talk) == ["we met at the harbour", "yes"]
    require_same(text, talk)
    talk.undo()
    assert spoken(talk)[1] == "and then it rained"
    require_same(text, talk)


def test_enter_at_the_end_begins_a_new_turn_of_the_same_speaker(
    qtbot: QtBot, text: TranscriptText, talk: Document
) -> None:
    put_caret(text, 1, 18)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    qtbot.keyClicks(text, "a lot")
    assert spoken(talk) == ["we met at the harbour", "and then it rained", "a lot", "yes"]
    assert speakers(talk)[2] == BEN.id
    assert len(talk.history.done) == 1
    require_same(text, talk)
    talk.undo()
    require_same(text, talk)


def test_a_new_turn_into_which_nothing_is_typed_is_gone(qtbot: QtBot, text: TranscriptText, talk: Document) -> None:
    put_caret(text, 1, 18)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert len(blocks(text)) == 4
    qtbot.keyClick(text, Qt.Key.Key_Down)
    require_same(text, talk)
    assert talk.history.done == ()


def test_pasted_lines_are_turns(text: TranscriptText, talk: Document) -> None:
    data = QMimeData()
    data.setText("one two\n\n  three \r\nfour ")
    put_caret(text, 0, 7)
    text.insertFromMimeData(data)
    assert spoken(talk)[:3] == ["we met one two", "three", "four at the harbour"]
    require_same(text, talk)


def test_what_is_cut_is_in_the_clipboard_and_can_be_pasted(qtbot: QtBot, text: TranscriptText, talk: Document) -> None:
    put_caret(text, 1, 0, to=(1, 4))
    qtbot.keyClick(text, Qt.Key.Key_X, CONTROL)
    assert QGuiApplication.clipboard().text() == "and "
    assert spoken(talk)[1] == "then it rained"
    put_caret(text, 2, 0)
    qtbot.keyClick(text, Qt.Key.Key_V, CONTROL)
    assert spoken(talk)[2] == "and yes"


def test_whole_turns_are_deleted_with_their_selection(qtbot: QtBot, text: TranscriptText, talk: Document) -> None:
    put_caret(text, 0, 0, to=(2, 0))
    qtbot.keyClick(text, Qt.Key.Key_Delete)
    assert spoken(talk) == ["yes"]
    require_same(text, talk)
    talk.undo()
    require_same(text, talk)


def test_everything_can_be_deleted_and_comes_back(qtbot: QtBot, text: TranscriptText, talk: Document) -> None:
    before = talk.transcript
    qtbot.keyClick(text, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(text, Qt.Key.Key_Delete)
    qtbot.keyClicks(text, "new")
    assert spoken(talk) == ["new"]
    talk.undo()
    assert talk.transcript == before
    require_same(text, talk)


def test_what_an_input_method_composes_is_an_edit_only_when_it_is_committed(
    text: TranscriptText, talk: Document
) -> None:
    put_caret(text, 2, 3)
    QApplication.sendEvent(text, QInputMethodEvent(" に", []))
    assert talk.history.done == ()
    commit = QInputMethodEvent()
    commit.setCommitString(" 日本")
    QApplication.sendEvent(text, commit)
    assert spoken(talk)[2] == "yes 日本"


def test_letters_of_several_code_units_are_split_nowhere(qtbot: QtBot, open_talk: Open, text: TranscriptText) -> None:
    talk = open_talk(turn("مرحبا 👩🏽\u200d🚀 e\u0301tat", 1000), turn("שלום abc", 5000, BEN))
    put_caret(text, 0, len("مرحبا ".encode("utf-16-le")) // 2)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert spoken(talk) == ["مرحبا", "👩🏽\u200d🚀 e\u0301tat", "שלום abc"]
    put_caret(text, 2, 5)
    qtbot.keyClicks(text, "x")
    assert spoken(talk)[2] == "שלום xabc"
    require_same(text, talk)


def test_in_reading_mode_nothing_is_typed(
    qtbot: QtBot, text: TranscriptText, talk: Document, editing: TextEditing
) -> None:
    editing.set_reading_mode(True)
    put_caret(text, 0, 2)
    qtbot.keyClicks(text, "x")
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert talk.history.done == ()
    editing.set_reading_mode(False)
    qtbot.keyClicks(text, "x")
    assert len(talk.history.done) == 1


def test_a_draft_cannot_be_edited(qtbot: QtBot, text: TranscriptText, talk: Document) -> None:
    talk.open_draft(talk.transcript)
    qtbot.waitUntil(text.isReadOnly)


def value(document: Document) -> Transcript:
    return document.transcript
