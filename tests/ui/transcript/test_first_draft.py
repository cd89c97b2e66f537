"""What the machine wrote, beside what a person made of it, by keys alone."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN, CLEO, ScriptedService, transcript, turn

from desktop_app.core.editing.differences import Kind
from desktop_app.core.pipeline.heard_turn import HeardTurn
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.store.settings import AsrEngine, AsrSettings
from desktop_app.core.transcript.values import Word
from desktop_app.ui.engines.turn_again_dialog import TurnAgainDialog
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.look.theme import LIGHT
from desktop_app.ui.state.document import Document
from desktop_app.ui.transcript.first_draft import FirstDraft
from desktop_app.ui.transcript.transcript_text import TranscriptText
from desktop_app.ui.words.difference_words import AS_WRITTEN

TALK = transcript(
    turn("we met at the harbour", 1000), turn("and then it rained", 5000, BEN), turn("yes", 9000), speakers=(ANNA, BEN)
)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def reading(qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]) -> MainWindow:
    window.opening.open(recordings[:1])
    service.finish(1, TALK)
    qtbot.waitUntil(lambda: len(window.centre.view.text.shown) == 3)
    window.activateWindow()
    window.centre.view.text.setFocus()
    return window


@pytest.fixture
def text(reading: MainWindow) -> TranscriptText:
    return reading.centre.view.text


@pytest.fixture
def draft(reading: MainWindow) -> FirstDraft:
    return reading.editing.first_draft


@pytest.fixture
def document(text: TranscriptText) -> Document:
    assert text.source is not None
    return text.source


def put_caret(text: TranscriptText, block: int, at: int, *, to: int | None = None) -> None:
    caret = QTextCursor(text.document().findBlockByNumber(block))
    begin = caret.position()
    caret.setPosition(begin + at)
    if to is not None:
        caret.setPosition(begin + to, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(caret)
    QApplication.processEvents()


def show(qtbot: QtBot, text: TranscriptText) -> None:
    qtbot.keyClick(text, Qt.Key.Key_T, CONTROL)
    QApplication.processEvents()


def retype(qtbot: QtBot, text: TranscriptText, block: int, at: int, to: int, typed: str) -> None:
    put_caret(text, block, at, to=to)
    qtbot.keyClicks(text, typed)
    QApplication.processEvents()


def spoken(document: Document) -> list[str]:
    return [each.text for each in document.transcript.spoken_turns()]


def to_button(qtbot: QtBot, text: TranscriptText, button: QPushButton) -> None:
    """By Tab from the text on."""
    text.setFocus()
    for _ in range(8):
        focused = QApplication.focusWidget()
        if focused is button:
            return
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    raise AssertionError(f"{button.text()} is out of the keyboard's reach")


def test_a_key_shows_the_first_draft_and_puts_it_away(qtbot: QtBot, text: TranscriptText, draft: FirstDraft) -> None:
    assert not draft.panel.isVisible()
    show(qtbot, text)
    assert draft.panel.isVisible()
    assert (draft.panel.count.text(), draft.panel.was.text()) == ("0 differences in this turn, 0 in all", AS_WRITTEN)
    assert not any(button.isEnabled() for button in (draft.panel.passage, draft.panel.turn, draft.panel.all))
    show(qtbot, text)
    assert not draft.panel.isVisible()


def test_what_was_typed_over_is_marked_and_told(
    qtbot: QtBot, text: TranscriptText, draft: FirstDraft, document: Document
) -> None:
    retype(qtbot, text, 0, 14, 21, "station")
    assert draft.marks.underlines(0) == []
    show(qtbot, text)
    assert draft.marks.underlines(0) == [(Kind.CHANGED, 14, 21)]
    assert draft.panel.was.text() == "was: we met at the harbour"
    assert draft.panel.count.text() == "1 difference in this turn, 1 in all"
    qtbot.keyClicks(text, "s")
    QApplication.processEvents()
    assert draft.marks.underlines(0) == [(Kind.CHANGED, 14, 22)]
    qtbot.keyClick(text, Qt.Key.Key_Down)
    QApplication.processEvents()
    assert (draft.panel.was.text(), draft.marks.underlines(1)) == (AS_WRITTEN, [])
    assert spoken(document)[0] == "we met at the stations"


def test_each_kind_of_difference_is_told_apart(qtbot: QtBot, reading: MainWindow, text: TranscriptText) -> None:
    show(qtbot, text)
    draft = reading.editing.first_draft
    retype(qtbot, text, 0, 3, 7, "")
    qtbot.keyClick(text, Qt.Key.Key_Delete)
    retype(qtbot, text, 1, 18, 18, " hard")
    put_caret(text, 2, 1)
    qtbot.keyClick(text, Qt.Key.Key_U, CONTROL)
    QApplication.processEvents()
    kinds = [[line.kind for line in draft.marks.underlines(block)] for block in range(3)]
    assert kinds == [[Kind.REMOVED], [Kind.ADDED], [Kind.MARKS]]
    assert draft.panel.was.text() == "was: the same words, marked otherwise"
    qtbot.keyClick(text, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    QApplication.processEvents()
    assert [line.kind for line in draft.marks.underlines(2)] == [Kind.SPEAKER]
    assert draft.panel.was.text() == "was: Speaker 1: yes"


def test_one_passage_is_restored_and_the_other_stays(
    qtbot: QtBot, text: TranscriptText, draft: FirstDraft, document: Document
) -> None:
    retype(qtbot, text, 0, 14, 21, "station")
    retype(qtbot, text, 0, 0, 2, "they")
    show(qtbot, text)
    put_caret(text, 0, 18)
    to_button(qtbot, text, draft.panel.passage)
    qtbot.keyClick(draft.panel.passage, Qt.Key.Key_Space)
    assert spoken(document)[0] == "they met at the harbour"
    assert text.hasFocus()
    assert text.toPlainText().split("\n") == spoken(document)
    qtbot.keyClick(text, Qt.Key.Key_Z, CONTROL)
    assert spoken(document)[0] == "they met at the station"


def test_a_passage_without_differences_is_not_restored(
    qtbot: QtBot, text: TranscriptText, draft: FirstDraft, document: Document
) -> None:
    retype(qtbot, text, 0, 14, 21, "station")
    show(qtbot, text)
    put_caret(text, 0, 4)
    assert not draft.panel.passage.isEnabled()
    assert draft.panel.turn.isEnabled()
    put_caret(text, 0, 4, to=16)
    assert draft.panel.passage.isEnabled()


def test_a_turn_is_restored_and_says_so_in_the_menu(
    qtbot: QtBot, reading: MainWindow, text: TranscriptText, draft: FirstDraft, document: Document
) -> None:
    retype(qtbot, text, 0, 14, 21, "station")
    retype(qtbot, text, 1, 0, 3, "but")
    show(qtbot, text)
    put_caret(text, 0, 0)
    to_button(qtbot, text, draft.panel.turn)
    qtbot.keyClick(draft.panel.turn, Qt.Key.Key_Space)
    assert spoken(document) == ["we met at the harbour", "but then it rained", "yes"]
    assert document.transcript.turns[0] is document.original.turns[0]
    assert reading.actions_.undo.text() == "Undo restoring the first draft"


@pytest.mark.parametrize("agreed", [True, False])
def test_all_is_restored_after_a_question(
    qtbot: QtBot, text: TranscriptText, draft: FirstDraft, document: Document, agreed: bool
) -> None:
    retype(qtbot, text, 0, 14, 21, "station")
    put_caret(text, 1, 0)
    qtbot.keyClick(text, Qt.Key.Key_Backspace)
    show(qtbot, text)
    to_button(qtbot, text, draft.panel.all)
    qtbot.keyClick(draft.panel.all, Qt.Key.Key_Space)
    question = text.window().findChild(QMessageBox)
    assert question.isVisible()
    before = spoken(document)
    chosen = next(each for each in question.buttons() if (each.text() == "Restore all") is agreed)
    qtbot.keyClick(chosen, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not question.isVisible())
    assert spoken(document) == ([each.text for each in TALK.turns] if agreed else before)
    qtbot.waitUntil(lambda: text.toPlainText().split("\n") == spoken(document))


def test_the_pointer_is_told_the_machine_s_words(qtbot: QtBot, text: TranscriptText, draft: FirstDraft) -> None:
    retype(qtbot, text, 0, 14, 21, "station")
    show(qtbot, text)
    put_caret(text, 0, 16)
    assert draft.marks.tip(text.cursorRect().center()) == "was: harbour"
    put_caret(text, 0, 1)
    assert draft.marks.tip(text.cursorRect().center()) == ""
    assert draft.marks.tip(QPoint(1, 1)) == ""


def test_differences_are_painted_under_the_letters(qtbot: QtBot, text: TranscriptText) -> None:
    def painted() -> bool:
        image = text.viewport().grab().toImage()
        edge = QColor(LIGHT.match_edge).rgb()
        return any(image.pixel(x, y) == edge for x in range(image.width()) for y in range(80))

    retype(qtbot, text, 0, 14, 21, "station")
    assert not painted()
    show(qtbot, text)
    assert painted()


def test_other_speakers_that_were_asked_for_are_the_machine_s(
    qtbot: QtBot, text: TranscriptText, draft: FirstDraft, document: Document
) -> None:
    show(qtbot, text)
    document.regroup(transcript(*(turn(each.text, each.start_ms, CLEO) for each in TALK.turns)), JobOptions(1, 1), 1)
    qtbot.waitUntil(lambda: text.shown[0].speaker == CLEO.id)
    QApplication.processEvents()
    assert draft.panel.was.text() == AS_WRITTEN


def test_what_cannot_be_changed_can_be_compared(
    qtbot: QtBot, reading: MainWindow, text: TranscriptText, draft: FirstDraft, document: Document
) -> None:
    retype(qtbot, text, 0, 14, 21, "station")
    document.is_frozen = True
    text.text_changed.emit()
    show(qtbot, text)
    assert draft.panel.was.text() == "was: we met at the harbour"
    assert not any(button.isEnabled() for button in (draft.panel.passage, draft.panel.turn, draft.panel.all))


def test_without_a_recording_there_is_no_first_draft(make_window: Callable[[], MainWindow]) -> None:
    window = make_window()
    assert not window.actions_.first_draft.isEnabled()
    assert window.editing.first_draft.panel.isHidden()


def test_only_turns_in_view_are_looked_at(
    qtbot: QtBot, text: TranscriptText, draft: FirstDraft, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = Document(transcript(*(turn(f"turn number {n} and more", 3000 * n) for n in range(2000))), text)
    text.show_document(document)
    qtbot.waitUntil(lambda: not text.is_filling(), timeout=20_000)
    show(qtbot, text)
    looked = set[int]()
    underlines = draft.marks.underlines
    monkeypatch.setattr(draft.marks, "underlines", lambda number: (looked.add(number), underlines(number))[1])
    text.viewport().grab()
    assert 0 < len(looked) < 40


@pytest.mark.parametrize("agreed", [True, False])
def test_all_can_be_transcribed_again_after_a_question(
    qtbot: QtBot, reading: MainWindow, text: TranscriptText, service: ScriptedService, agreed: bool
) -> None:
    retype(qtbot, text, 0, 14, 21, "station")
    action = reading.actions_.hear_all_again
    assert action.isEnabled()
    qtbot.keyClick(text, Qt.Key.Key_A, CONTROL | SHIFT)
    question = reading.findChild(QMessageBox)
    chosen = next(each for each in question.buttons() if (each.text() == "Transcribe again") is agreed)
    qtbot.keyClick(chosen, Qt.Key.Key_Space)
    assert len(service.submitted) == 1 + agreed
    if agreed:
        assert not action.isEnabled()
        service.finish(2, transcript(turn("we met in a harbour", 1000), turn("yes", 9000), speakers=(ANNA, BEN)))
        qtbot.waitUntil(lambda: text.toPlainText() == "we met in a station\nyes")
        assert reading.actions_.undo.text() == "Undo corrections of the earlier text"


def test_the_turn_at_the_caret_is_transcribed_again_by_keys(
    qtbot: QtBot, reading: MainWindow, text: TranscriptText, service: ScriptedService, document: Document
) -> None:
    put_caret(text, 1, 3)
    qtbot.keyClick(text, Qt.Key.Key_T, CONTROL | Qt.KeyboardModifier.AltModifier)
    dialog = reading.findChild(TurnAgainDialog)
    dialog.activateWindow()
    dialog.engine.setFocus()
    qtbot.keyClick(dialog.engine, Qt.Key.Key_End)
    qtbot.keyClick(dialog.engine, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.language
    qtbot.keyClicks(dialog.language, "Jap")
    qtbot.keyClick(dialog.language, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.vocabulary
    qtbot.keyClicks(dialog.vocabulary, " Kragsand ")
    dialog.begin.setFocus()
    qtbot.keyClick(dialog.begin, Qt.Key.Key_Space)
    ((_, speech, asr),) = service.heard
    assert speech == TALK.turns[1].speech
    assert asr == AsrSettings(engine=AsrEngine.WHISPER, language="ja", vocabulary=("Kragsand",))
    service.turn_heard.emit(2, HeardTurn((Word("later", 5000, 5200),), "Parakeet"))
    qtbot.waitUntil(lambda: text.toPlainText().split("\n")[1] == "later")
    assert reading.actions_.undo.text() == "Undo transcribing again"
    reading.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is reading)
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_Z, CONTROL)
    assert spoken(document)[1] == "and then it rained"


def test_the_language_of_a_turn_is_asked_where_the_engine_can_be_told_and_begins_with_the_recordings(
    reading: MainWindow, text: TranscriptText
) -> None:
    recording = reading.recording
    assert recording is not None
    recording.options = replace(recording.options, language="ja")
    put_caret(text, 1, 3)
    reading.actions_.hear_turn_again.trigger()
    dialog = reading.findChild(TurnAgainDialog)
    assert dialog.asr().language == "ja"
    told = {}
    for engine in AsrEngine:
        dialog.engine.setCurrentIndex(list(AsrEngine).index(engine))
        told[engine] = (dialog.language.isEnabled(), dialog.asr().language)
    assert told.pop(AsrEngine.AUTO) == told.pop(AsrEngine.WHISPER) == (True, "ja")
    assert set(told.values()) == {(False, "auto")}
    dialog.reject()
