"""Words that are cut, copied, pasted and dragged in the text keep their times where they can."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from dragging import ScriptedDrag
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from scripted import BEN, transcript, turn

from desktop_app.core.editing.turn_edits import Act, Several
from desktop_app.core.transcript.values import Mark, Transcript, Turn, Word
from desktop_app.ui.state.document import Document
from desktop_app.ui.transcript.copied_words import FORMAT, mime_data, unpack
from desktop_app.ui.transcript.editing_keys import EditingKeys
from desktop_app.ui.transcript.text_dragging import TextDragging
from desktop_app.ui.transcript.text_editing import TextEditing
from desktop_app.ui.transcript.transcript_text import TranscriptText
from desktop_app.ui.transcript.turn_places import TurnPlaces
from desktop_app.ui.words.edit_words import edit_name

CONTROL = Qt.KeyboardModifier.ControlModifier
COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
Place = tuple[int, int]


def doubted(made: Turn) -> Turn:
    """The engine is not sure of its words, and somebody has marked the last."""
    *others, last = (replace(word, confidence=0.1 + 0.07 * place) for place, word in enumerate(made.words))
    return replace(made, words=(*others, replace(last, marks=frozenset({Mark.UNCERTAIN}))))


TALK = transcript(
    doubted(turn("we met at the harbour", 1000)), turn("and then it rained", 5000, BEN), turn("yes", 9000)
)

WHOLE = "\n".join(turn.text for turn in TALK.turns)


@pytest.fixture
def talk(qtbot: QtBot, text: TranscriptText) -> Document:
    EditingKeys(text)
    TextEditing(text, TurnPlaces(text.shown))
    TextDragging(text)
    document = Document(TALK, text)
    text.show_document(document)
    qtbot.waitUntil(lambda: not text.is_filling())
    text.setFocus()
    return document


def select(text: TranscriptText, first: Place, last: Place | None = None) -> None:
    find = text.document().findBlockByNumber
    caret = QTextCursor(text.document())
    caret.setPosition(find(first[0]).position() + first[1])
    if last is not None:
        caret.setPosition(find(last[0]).position() + last[1], QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(caret)


def key(qtbot: QtBot, text: TranscriptText, which: Qt.Key) -> None:
    qtbot.keyClick(text, which, CONTROL)


def words_of(made: Transcript) -> list[Word]:
    return [word for turn in made.turns for word in turn.words]


def require_one(text: TranscriptText, document: Document, *lines: str) -> None:
    """These turns stand in the transcript and in the text; all can be taken back."""
    spoken = list(document.transcript.spoken_turns())
    assert [each.text for each in spoken] == list(lines)
    assert [" ".join(line.split()) for line in text.toPlainText().split("\n")] == list(lines)
    assert [(each.start_ms, each.speaker) for each in text.shown] == [(each.start_ms, each.speaker) for each in spoken]
    while document.can_undo:
        document.undo()
    assert document.transcript == TALK


# Cutting, copying and pasting.


@pytest.mark.parametrize("first", [6, 7])
def test_words_that_are_cut_go_with_their_times_into_the_next_speakers_turn(
    qtbot: QtBot, text: TranscriptText, talk: Document, first: int
) -> None:
    select(text, (0, first), (0, 21))
    key(qtbot, text, Qt.Key.Key_X)
    select(text, (1, 0))
    key(qtbot, text, Qt.Key.Key_V)
    assert words_of(talk.transcript) == words_of(TALK)
    one, other, _ = talk.transcript.turns
    assert (one.end_ms, other.start_ms, other.speaker) == (1600, 1600, BEN.id)
    assert len(talk.history.done) == 2
    assert edit_name(talk.history.done[-1], talk.transcript) == "paste"
    require_one(text, talk, "we met", "at the harbour and then it rained", "yes")


def test_the_first_words_of_a_turn_go_to_the_end_of_the_one_before(
    qtbot: QtBot, text: TranscriptText, talk: Document
) -> None:
    select(text, (1, 0), (1, 9))
    key(qtbot, text, Qt.Key.Key_X)
    select(text, (0, 21))
    key(qtbot, text, Qt.Key.Key_V)
    assert words_of(talk.transcript) == words_of(TALK)
    assert talk.transcript.turns[0].end_ms == talk.transcript.turns[1].start_ms == 5600
    require_one(text, talk, "we met at the harbour and then", "it rained", "yes")


@pytest.mark.parametrize("first", range(len(WHOLE)))
def test_whatever_is_cut_and_put_back_is_as_it_was(
    qtbot: QtBot, text: TranscriptText, talk: Document, first: int
) -> None:
    for last in range(first + 1, len(WHOLE) + 1):
        caret = QTextCursor(text.document())
        caret.setPosition(first)
        caret.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        text.setTextCursor(caret)
        key(qtbot, text, Qt.Key.Key_X)
        key(qtbot, text, Qt.Key.Key_V)
        assert words_of(talk.transcript) == words_of(TALK), WHOLE[first:last]
        if WHOLE[first:last].strip():
            assert [" ".join(line.split()) for line in text.toPlainText().split("\n")] == WHOLE.split("\n")
        while talk.can_undo:
            talk.undo()
        assert talk.transcript == TALK
        assert text.toPlainText() == WHOLE


def test_a_whole_turn_is_pasted_without_its_name(qtbot: QtBot, text: TranscriptText, talk: Document) -> None:
    select(text, (1, 0), (1, 18))
    key(qtbot, text, Qt.Key.Key_X)
    assert QGuiApplication.clipboard().text().startswith("[00:05] Speaker 2: and then")
    select(text, (2, 0))
    key(qtbot, text, Qt.Key.Key_V)
    assert words_of(talk.transcript) == words_of(TALK)
    require_one(text, talk, "we met at the harbour", "and then it rained yes")


def test_words_of_several_turns_are_pasted_as_turns(qtbot: QtBot, text: TranscriptText, talk: Document) -> None:
    select(text, (0, 14), (1, 8))
    key(qtbot, text, Qt.Key.Key_C)
    select(text, (2, 3))
    key(qtbot, text, Qt.Key.Key_V)
    assert [each.text for each in talk.transcript.turns[2:]] == ["yes harbour", "and then"]
    assert all(word.estimated for word in words_of(talk.transcript)[10:])
    require_one(text, talk, "we met at the harbour", "and then it rained", "yes harbour", "and then")


def test_words_are_pasted_into_a_new_turn_with_their_times(qtbot: QtBot, text: TranscriptText, talk: Document) -> None:
    select(text, (0, 6), (0, 21))
    key(qtbot, text, Qt.Key.Key_X)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    key(qtbot, text, Qt.Key.Key_V)
    assert words_of(talk.transcript) == words_of(TALK)
    require_one(text, talk, "we met", "at the harbour", "and then it rained", "yes")


def test_what_does_not_fit_is_estimated(qtbot: QtBot, text: TranscriptText, talk: Document) -> None:
    select(text, (0, 0), (0, 6))
    key(qtbot, text, Qt.Key.Key_C)
    select(text, (2, 3))
    key(qtbot, text, Qt.Key.Key_V)
    pasted = talk.transcript.turns[2].words[1:]
    assert [(word.text, word.estimated) for word in pasted] == [("we", True), ("met", True)]
    assert words_of(talk.transcript)[:-2] == words_of(TALK)
    require_one(text, talk, "we met at the harbour", "and then it rained", "yes we met")


def test_a_part_of_a_word_is_text_unless_it_completes_the_word(
    qtbot: QtBot, text: TranscriptText, talk: Document
) -> None:
    select(text, (0, 21))
    qtbot.keyClicks(text, ".")
    select(text, (0, 12), (0, 21))
    key(qtbot, text, Qt.Key.Key_C)
    line = unpack(QGuiApplication.clipboard().mimeData().data(FORMAT).data()).lines[0]
    assert line.text == "e harbour"
    assert [word and word.text for word in line.words] == ["the", "harbour."]
    select(text, (0, 1))
    key(qtbot, text, Qt.Key.Key_V)
    assert talk.transcript.turns[0].text == "we harboure met at the harbour."
    assert talk.transcript.turns[0].words[0] == TALK.turns[0].words[0]
    assert talk.transcript.turns[0].words[1].estimated


def test_typing_and_pasting_are_two_steps(qtbot: QtBot, text: TranscriptText, talk: Document) -> None:
    select(text, (0, 14), (0, 21))
    key(qtbot, text, Qt.Key.Key_X)
    select(text, (1, 0))
    qtbot.keyClicks(text, "so ")
    key(qtbot, text, Qt.Key.Key_V)
    qtbot.keyClicks(text, "s")
    assert len(talk.history.done) == 4
    talk.undo()
    assert talk.transcript.turns[1].text == "so harbour and then it rained"
    talk.undo()
    assert talk.transcript.turns[1].text == "so and then it rained"
    require_one(text, talk, "we met at the", "so and then it rained", "yes")


def test_the_same_words_beside_their_copy_are_told_apart(qtbot: QtBot, text: TranscriptText, talk: Document) -> None:
    select(text, (2, 0))
    qtbot.keyClicks(text, "rained ")
    typed = talk.transcript.turns[2].words[0]
    select(text, (1, 12), (1, 18))
    key(qtbot, text, Qt.Key.Key_X)
    select(text, (2, 0))
    key(qtbot, text, Qt.Key.Key_V)
    assert talk.transcript.turns[2].words[:2] == (TALK.turns[1].words[3], typed)


def test_lines_that_are_pasted_before_the_same_line_are_told_apart(
    qtbot: QtBot, text: TranscriptText, talk: Document
) -> None:
    select(text, (1, 12), (2, 0))
    key(qtbot, text, Qt.Key.Key_X)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    select(text, (2, 0), (2, 3))
    qtbot.keyClicks(text, "rained")
    typed = talk.transcript.turns[2].words
    select(text, (2, 0))
    key(qtbot, text, Qt.Key.Key_V)
    assert [each.words for each in talk.transcript.turns[2:]] == [TALK.turns[1].words[3:], typed]


def test_lines_that_are_pasted_behind_the_same_line_are_told_apart(
    qtbot: QtBot, text: TranscriptText, talk: Document
) -> None:
    select(text, (0, 14), (1, 3))
    key(qtbot, text, Qt.Key.Key_C)
    select(text, (2, 0), (2, 3))
    qtbot.keyClicks(text, "and")
    typed = talk.transcript.turns[2].words
    key(qtbot, text, Qt.Key.Key_V)
    assert talk.transcript.turns[2].words[:1] == typed
    require_one(text, talk, "we met at the harbour", "and then it rained", "and harbour", "and")


def test_a_part_of_a_word_keeps_the_space_behind_it(qtbot: QtBot, text: TranscriptText, talk: Document) -> None:
    select(text, (0, 4), (0, 7))
    key(qtbot, text, Qt.Key.Key_C)
    select(text, (2, 0))
    key(qtbot, text, Qt.Key.Key_V)
    assert talk.transcript.turns[2].text == "et yes"


@pytest.mark.parametrize("change", ["recording", "text", "other", "broken"])
def test_of_another_recording_or_changed_on_the_way_it_is_text(
    qtbot: QtBot, text: TranscriptText, talk: Document, change: str
) -> None:
    select(text, (0, 14), (0, 21))
    key(qtbot, text, Qt.Key.Key_X)
    packed = json.loads(QGuiApplication.clipboard().mimeData().data(FORMAT).data())
    if change == "recording":
        packed["recording"] = "another"
    if change == "other":
        packed["lines"][0]["words"][0]["text"] = "port"
    data = QMimeData()
    data.setText("a harbour" if change == "text" else "harbour")
    data.setData(FORMAT, b"[" * 100_000 if change == "broken" else json.dumps(packed).encode())
    select(text, (1, 0))
    text.insertFromMimeData(data)
    assert talk.transcript.turns[1].text == data.text() + "and then it rained"
    assert talk.transcript.turns[1].words[0].estimated


@pytest.fixture
def packed(text: TranscriptText, talk: Document) -> dict[str, Any]:
    """What is in the clipboard when somebody has copied a word."""
    select(text, (0, 14), (0, 21))
    data = text.selected_data()
    assert data is not None
    found: dict[str, Any] = json.loads(data.data(FORMAT).data())
    return found


@pytest.mark.parametrize("wrong", [-1, 1.5, "1", None, True])
def test_times_that_are_none_are_refused(packed: dict[str, Any], wrong: object) -> None:
    packed["lines"][0]["words"][0]["start_ms"] = wrong
    with pytest.raises(ValueError, match="start_ms"):
        unpack(json.dumps(packed).encode())


def test_words_that_are_not_those_of_the_lines_are_refused(packed: dict[str, Any]) -> None:
    packed["lines"][0]["words"] *= 2
    with pytest.raises(ValueError, match="other words"):
        unpack(json.dumps(packed).encode())
    packed["lines"] = []
    with pytest.raises(ValueError, match="no lines"):
        unpack(json.dumps(packed).encode())


def test_what_was_copied_outlives_the_program() -> None:
    program = (
        "from PySide6.QtWidgets import QApplication\n"
        "from desktop_app.ui.transcript.copied_words import CopiedWords, mime_data\n"
        "app = QApplication([])\n"
        "app.clipboard().setMimeData(mime_data('yes', '<p>yes</p>', CopiedWords('', 'yes', ())))\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False, timeout=60).returncode == 0


# Dragging.


@pytest.fixture
def drag(text: TranscriptText, talk: Document, monkeypatch: pytest.MonkeyPatch) -> Callable[..., ScriptedDrag]:
    """Drags what is selected, by the mouse, to a place in the text's viewport."""

    def begin(to: QPoint, *, action: Qt.DropAction = MOVE) -> ScriptedDrag:
        return ScriptedDrag.by_mouse(text, to, action, monkeypatch)

    return begin


def point(text: TranscriptText, block: int, at: int) -> QPoint:
    caret = QTextCursor(text.document().findBlockByNumber(block))
    caret.setPosition(caret.position() + at)
    return text.cursorRect(caret).center()


Drag = Callable[..., ScriptedDrag]


@pytest.mark.parametrize("first", [6, 7])
def test_words_are_dragged_with_their_times_into_the_next_speakers_turn_in_one_step(
    text: TranscriptText, talk: Document, drag: Drag, first: int
) -> None:
    select(text, (0, first), (0, 21))
    drag(point(text, 1, 0))
    assert words_of(talk.transcript) == words_of(TALK)
    assert (talk.transcript.turns[0].end_ms, talk.transcript.turns[1].start_ms) == (1600, 1600)
    (step,) = talk.history.done
    assert isinstance(step, Several)
    assert step.act is Act.MOVE
    assert edit_name(step, talk.transcript) == "moving words"
    require_one(text, talk, "we met", "at the harbour and then it rained", "yes")


def test_words_around_those_that_are_dragged_do_not_run_together(
    text: TranscriptText, talk: Document, drag: Drag
) -> None:
    select(text, (0, 2), (0, 7))
    drag(point(text, 1, 0))
    require_one(text, talk, "we at the harbour", "met and then it rained", "yes")


def test_a_whole_turn_is_dragged_into_another(text: TranscriptText, talk: Document, drag: Drag) -> None:
    select(text, (1, 0), (1, 18))
    drag(point(text, 0, 21))
    assert words_of(talk.transcript) == words_of(TALK)
    assert len(talk.history.done) == 1
    require_one(text, talk, "we met at the harbour and then it rained", "yes")


def test_with_ctrl_a_copy_is_dragged(text: TranscriptText, talk: Document, drag: Drag) -> None:
    select(text, (0, 14), (0, 21))
    drag(point(text, 1, 0), action=COPY)
    assert talk.transcript.turns[0] == TALK.turns[0]
    assert talk.transcript.turns[1].words[0].estimated
    require_one(text, talk, "we met at the harbour", "harbour and then it rained", "yes")


def test_words_in_another_order_are_estimated(text: TranscriptText, talk: Document, drag: Drag) -> None:
    select(text, (0, 0), (0, 3))
    drag(point(text, 0, 21))
    assert talk.transcript.turns[0].text == "met at the harbour we"
    assert talk.transcript.turns[0].words[4].estimated
    require_one(text, talk, "met at the harbour we", "and then it rained", "yes")


@pytest.mark.parametrize("at", [3, 5, 10])
def test_nothing_happens_to_what_is_dropped_onto_itself(
    text: TranscriptText, talk: Document, drag: Drag, at: int
) -> None:
    select(text, (0, 3), (0, 10))
    drag(point(text, 0, at))
    assert talk.transcript is TALK
    assert talk.history.done == ()


def test_what_is_dropped_beside_the_letters_is_in_the_turn_there(
    text: TranscriptText, talk: Document, drag: Drag
) -> None:
    select(text, (0, 6), (0, 21))
    drag(QPoint(5, point(text, 1, 0).y()))
    assert words_of(talk.transcript) == words_of(TALK)
    require_one(text, talk, "we met", "at the harbour and then it rained", "yes")


def test_what_is_dropped_below_the_text_is_at_its_end(text: TranscriptText, talk: Document, drag: Drag) -> None:
    select(text, (1, 9), (1, 18))
    drag(QPoint(300, text.viewport().height() - 3))
    assert words_of(talk.transcript)[:-2] == [*words_of(TALK)[:7], TALK.turns[2].words[0]]
    require_one(text, talk, "we met at the harbour", "and then", "yes it rained")


def test_what_is_dropped_outside_is_a_copy(text: TranscriptText, talk: Document, drag: Drag) -> None:
    select(text, (0, 3), (0, 10))
    dragged = drag(QPoint(-500, -500))
    assert dragged.data.text() == "met at "
    assert dragged.data.hasFormat(FORMAT)
    assert talk.transcript is TALK
    assert text.toPlainText().startswith("we met at")


def test_what_is_scrolled_to_is_dragged(text: TranscriptText, talk: Document, drag: Drag) -> None:
    text.resize(300, 60)
    select(text, (2, 0), (2, 3))
    text.ensureCursorVisible()
    assert text.verticalScrollBar().value() > 0
    assert drag(QPoint(-500, -500)).data.text() == "[00:09] Speaker 1: yes"


def test_a_third_click_selects_the_turn_and_begins_no_drag(
    qtbot: QtBot, text: TranscriptText, talk: Document, drag: Drag
) -> None:
    select(text, (0, 3))
    qtbot.mouseDClick(text.viewport(), Qt.MouseButton.LeftButton, pos=text.cursorRect().center() + QPoint(2, 0))
    assert text.textCursor().selectedText() == "met"
    assert drag(point(text, 1, 0)).actions is None
    assert text.textCursor().selectedText().startswith("we met at the harbour")
    assert talk.transcript is TALK


def test_a_text_that_is_only_read_is_dragged_as_a_copy(
    qtbot: QtBot, text: TranscriptText, talk: Document, drag: Drag
) -> None:
    talk.open_draft(TALK)
    qtbot.waitUntil(text.isReadOnly)
    select(text, (0, 3), (0, 10))
    dragged = drag(point(text, 1, 0))
    assert dragged.actions == COPY
    assert talk.transcript is TALK


def test_files_over_the_text_are_left_to_the_window(text: TranscriptText, talk: Document) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/talk.wav")])
    data.setText("/tmp/talk.wav")
    enter = QDragEnterEvent(QPoint(300, 30), COPY, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(text.viewport(), enter)
    assert not enter.isAccepted()


def test_text_of_another_program_is_dropped_as_it_is_pasted(text: TranscriptText, talk: Document) -> None:
    ScriptedDrag.of(mime_data("a\nb", "", None)).drop_on(text.viewport(), point(text, 1, 0), COPY)
    require_one(text, talk, "we met at the harbour", "a", "band then it rained", "yes")


def test_a_click_on_what_is_selected_puts_the_caret_there(qtbot: QtBot, text: TranscriptText, talk: Document) -> None:
    select(text, (0, 3), (0, 10))
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=QPointF(point(text, 0, 5)).toPoint())
    assert not text.textCursor().hasSelection()
    assert text.textCursor().position() == 5
