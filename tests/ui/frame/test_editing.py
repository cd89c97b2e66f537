"""Correcting in the window as a whole, by keys."""

from dataclasses import replace
from pathlib import Path

import pytest
from outputs import TIMEOUT_MS, sound
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN, ScriptedService, transcript, turn

from desktop_app.core.transcript.values import DECIDED_MARGIN, Mark, Transcript
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.frame.text_modules import TextModules
from desktop_app.ui.state.document import Document
from desktop_app.ui.state.recording_facts import facts_of
from desktop_app.ui.transcript.doubt_bar import NONE_LEFT

ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def doubted(made: Transcript) -> Transcript:
    """The engine is unsure of three words of the last turn."""
    *others, last = made.turns
    words = tuple(replace(word, confidence=0.2 if 1 <= n <= 3 else 0.98) for n, word in enumerate(last.words))
    sure = (replace(each, words=tuple(replace(word, confidence=0.98) for word in each.words)) for each in others)
    return replace(made, turns=(*sure, replace(last, words=words)))


TALK = doubted(
    transcript(
        turn("good morning have you seen it", 1000),
        turn("I have", 6000, BEN),
        turn("and what did you think of it all", 9000),
    )
)


@pytest.fixture
def correcting(qtbot: QtBot, window: MainWindow, service: ScriptedService, tmp_path: Path) -> MainWindow:
    """A window with a finished transcript, the caret at its beginning."""
    window.opening.open([sound(tmp_path / "talk.wav", 20)])
    service.finish(1, TALK)
    text = window.centre.view.text
    qtbot.waitUntil(lambda: len(text.shown) == 3 and not text.isReadOnly())
    qtbot.waitUntil(lambda: window.playing.listening.duration_ms == 20_000, timeout=TIMEOUT_MS)
    window.activateWindow()
    text.setFocus()
    return window


def document(window: MainWindow) -> Document:
    assert window.recording is not None
    return window.recording.document


def put_caret(window: MainWindow, block: int, at: int, *, to: int | None = None) -> None:
    text = window.centre.view.text
    caret = QTextCursor(text.document().findBlockByNumber(block))
    start = caret.position()
    caret.setPosition(start + at)
    if to is not None:
        caret.setPosition(start + to, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(caret)


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = CONTROL) -> None:
    qtbot.keyClick(window.centre.view.text, key, modifiers)


def said(window: MainWindow) -> list[tuple[str, str]]:
    now = document(window).transcript
    return [(now.speaker(each.speaker).name, each.text) for each in now.spoken_turns()]


def test_a_number_gives_the_turn_to_that_speaker(qtbot: QtBot, correcting: MainWindow) -> None:
    put_caret(correcting, 2, 4)
    press(qtbot, correcting, Qt.Key.Key_2, ALT)
    assert said(correcting)[2] == (BEN.name, "and what did you think of it all")
    assert document(correcting).transcript.turns[2].margin == DECIDED_MARGIN


def test_what_is_selected_is_given_alone(qtbot: QtBot, correcting: MainWindow) -> None:
    put_caret(correcting, 2, 4, to=8)
    press(qtbot, correcting, Qt.Key.Key_2, ALT)
    assert said(correcting)[2:] == [
        (ANNA.name, "and"),
        (BEN.name, "what"),
        (ANNA.name, "did you think of it all"),
    ]


def test_with_control_the_turn_is_split_and_the_caret_goes_on_in_the_second_part(
    qtbot: QtBot, correcting: MainWindow
) -> None:
    put_caret(correcting, 0, 12)
    press(qtbot, correcting, Qt.Key.Key_2)
    assert said(correcting)[:2] == [(ANNA.name, "good morning"), (BEN.name, "have you seen it")]
    caret = correcting.centre.view.text.textCursor()
    assert (caret.blockNumber(), caret.positionInBlock()) == (1, 0)


def test_with_shift_all_later_turns_of_the_speaker_go(qtbot: QtBot, correcting: MainWindow) -> None:
    put_caret(correcting, 0, 0)
    press(qtbot, correcting, Qt.Key.Key_2, ALT | SHIFT)
    assert {name for name, _ in said(correcting)} == {BEN.name}


def test_a_number_that_nobody_has_is_told(qtbot: QtBot, correcting: MainWindow) -> None:
    press(qtbot, correcting, Qt.Key.Key_7, ALT)
    assert correcting.status.message.text() == "There is no speaker 7."
    assert document(correcting).history.done == ()


def test_somebody_new_gets_what_is_selected(qtbot: QtBot, correcting: MainWindow) -> None:
    put_caret(correcting, 1, 0)
    press(qtbot, correcting, Qt.Key.Key_0, ALT)
    assert said(correcting)[1] == ("Speaker 3", "I have")
    qtbot.waitUntil(lambda: len(correcting.speakers.cards) == 2)


def test_borders_move_by_a_word(qtbot: QtBot, correcting: MainWindow) -> None:
    put_caret(correcting, 1, 0)
    press(qtbot, correcting, Qt.Key.Key_Left, ALT)
    assert [text for _, text in said(correcting)][:2] == ["good morning have you seen", "it I have"]
    press(qtbot, correcting, Qt.Key.Key_Right, ALT)
    assert [text for _, text in said(correcting)][:2] == ["good morning have you seen it", "I have"]


def test_turns_are_joined_and_deleted(qtbot: QtBot, correcting: MainWindow) -> None:
    put_caret(correcting, 1, 0)
    press(qtbot, correcting, Qt.Key.Key_M)
    assert said(correcting)[0] == (ANNA.name, "good morning have you seen it I have")
    put_caret(correcting, 1, 0)
    press(qtbot, correcting, Qt.Key.Key_D)
    assert len(said(correcting)) == 1


def test_words_are_marked(qtbot: QtBot, correcting: MainWindow) -> None:
    put_caret(correcting, 0, 5)
    press(qtbot, correcting, Qt.Key.Key_U)
    put_caret(correcting, 0, 0, to=4)
    press(qtbot, correcting, Qt.Key.Key_O, CONTROL | SHIFT)
    words = document(correcting).transcript.turns[0].words
    assert [word.marks for word in words[:3]] == [{Mark.OFF_RECORD}, {Mark.UNCERTAIN}, set()]
    put_caret(correcting, 1, 2, to=6)
    press(qtbot, correcting, Qt.Key.Key_I)
    assert said(correcting)[1][1] == "I (inaudible)"


def test_undo_and_redo_say_what_they_would_do(qtbot: QtBot, correcting: MainWindow) -> None:
    put_caret(correcting, 1, 0)
    press(qtbot, correcting, Qt.Key.Key_1, ALT)
    document(correcting).rename(BEN.id, "Ben")
    assert correcting.actions_.undo.text() == f"Undo rename {BEN.name} to Ben"
    press(qtbot, correcting, Qt.Key.Key_Z)
    assert correcting.actions_.undo.text() == f"Undo give 1 turn to {ANNA.name}"
    assert correcting.actions_.redo.text() == f"Redo rename {BEN.name} to Ben"
    press(qtbot, correcting, Qt.Key.Key_Z)
    assert document(correcting).transcript == TALK
    assert not correcting.actions_.undo.isEnabled()


def test_while_it_is_a_draft_nothing_can_be_corrected(correcting: MainWindow) -> None:
    document(correcting).open_draft(TALK)
    correcting._refresh_actions()
    assert not correcting.actions_.give[0].isEnabled()
    assert not correcting.actions_.join.isEnabled()


def test_what_is_done_is_noted_kept_and_gone_to(qtbot: QtBot, correcting: MainWindow) -> None:
    put_caret(correcting, 1, 2)
    press(qtbot, correcting, Qt.Key.Key_D, CONTROL | SHIFT)
    recording = correcting.recording
    assert recording is not None
    assert recording.notes.done_to_ms == TALK.turns[1].end_ms
    assert facts_of(recording).reading.view == {"done to ms": TALK.turns[1].end_ms}
    put_caret(correcting, 0, 0)
    press(qtbot, correcting, Qt.Key.Key_G, CONTROL | SHIFT)
    assert correcting.centre.view.text.textCursor().blockNumber() == 2
    correcting.grab()  # the line is painted
    put_caret(correcting, 1, 0)
    press(qtbot, correcting, Qt.Key.Key_D, CONTROL | SHIFT)
    assert recording.notes.done_to_ms is None


def test_text_modules_come_by_their_keys(qtbot: QtBot, correcting: MainWindow) -> None:
    put_caret(correcting, 1, 6)
    press(qtbot, correcting, Qt.Key.Key_3, CONTROL | ALT)
    assert "no text module 3" in correcting.status.message.text()
    correcting.editing.ask_for_modules()
    (dialog,) = correcting.findChildren(TextModules)
    dialog.fields[2].setText(" Müller-Lüdenscheidt")
    dialog.accept()
    press(qtbot, correcting, Qt.Key.Key_3, CONTROL | ALT)
    assert said(correcting)[1][1] == "I have Müller-Lüdenscheidt"


# Doubtful passages.


def test_a_doubtful_passage_is_selected_loops_and_is_confirmed(qtbot: QtBot, correcting: MainWindow) -> None:
    press(qtbot, correcting, Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)
    bar = correcting.centre.view.doubt_bar
    qtbot.waitUntil(lambda: correcting.doubting.doubts.passage is not None)
    selected = correcting.centre.view.text.textCursor().selectedText()
    assert "did" in selected
    doubtful = correcting.doubting.doubts.left()
    assert bar.count.text() == f"{doubtful} left"
    assert bar.accessibleDescription() == f"{selected}. {bar.reason.text()}. {doubtful} left"
    assert correcting.playing.listening.loop is not None
    press(qtbot, correcting, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    words = document(correcting).transcript.turns[2].words
    assert {word.text for word in words if word.confidence == 1} == set(selected.split())
    assert said(correcting) == [
        (ANNA.name, each.text) if each.speaker == ANNA.id else (BEN.name, each.text) for each in TALK.turns
    ]
    assert correcting.doubting.doubts.left() == doubtful - 1
    for _ in range(doubtful - 1):
        press(qtbot, correcting, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert bar.reason.text() == bar.accessibleDescription() == NONE_LEFT
    press(qtbot, correcting, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert bar.isHidden()
    assert correcting.playing.listening.loop is None


def test_enter_once_too_often_changes_no_word(qtbot: QtBot, correcting: MainWindow) -> None:
    press(qtbot, correcting, Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)
    qtbot.waitUntil(lambda: correcting.doubting.doubts.passage is not None)
    for _ in range(correcting.doubting.doubts.left() + 1):
        press(qtbot, correcting, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert not correcting.doubting.is_on
    assert not correcting.centre.view.text.textCursor().hasSelection()
    assert [text for _, text in said(correcting)] == [each.text for each in TALK.turns]


def test_typing_corrects_it(qtbot: QtBot, correcting: MainWindow) -> None:
    press(qtbot, correcting, Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)
    qtbot.waitUntil(lambda: correcting.doubting.doubts.passage is not None)
    doubtful, first = correcting.doubting.doubts.left(), correcting.doubting.doubts.passage
    qtbot.keyClicks(correcting.centre.view.text, "how do you")
    assert correcting.doubting.doubts.left() == doubtful - 1
    press(qtbot, correcting, Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)
    assert correcting.doubting.doubts.passage is not first
