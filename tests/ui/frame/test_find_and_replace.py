"""Finding and replacing in the whole window, by its keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN, ScriptedService, transcript, turn

from desktop_app.core.editing.turn_edits import Several
from desktop_app.core.store.settings_file import load_settings
from desktop_app.core.store.settings_path import settings_file
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.state.document import Document
from desktop_app.ui.transcript.equal_words_dialog import EqualWordsDialog

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TALK = transcript(
    turn("Mosly came, and Mosly went", 1000),
    turn("did mosly? The speaker said so", 9000, BEN),
    turn("“Mosly!”", 15_000, BEN),
)
SPOKEN = [each.text for each in TALK.turns]


@pytest.fixture
def talk(qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[object]) -> Document:
    window.opening.open(recordings[:1])
    service.finish(1, TALK)
    qtbot.waitUntil(lambda: window.centre.view.is_reading() and window.editing.typing.is_allowed)
    window.activateWindow()
    recording = window.recording
    assert recording is not None
    return recording.document


def spoken(document: Document) -> list[str]:
    return [each.text for each in document.transcript.spoken_turns()]


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(focused(), key, modifiers)


def begin(qtbot: QtBot, window: MainWindow, query: str, new: str) -> None:
    """Look for this, and write what is to stand there."""
    qtbot.keyClick(window, Qt.Key.Key_H, CONTROL)
    assert focused() is window.bar.search
    qtbot.keyClicks(focused(), query)
    press(qtbot, Qt.Key.Key_Tab)
    assert focused() is window.centre.view.replace_bar.field
    qtbot.keyClicks(focused(), new)


def test_each_match_is_replaced_in_turn_and_each_is_a_step(qtbot: QtBot, window: MainWindow, talk: Document) -> None:
    begin(qtbot, window, "mosly", "Mosley")
    press(qtbot, Qt.Key.Key_Return)
    assert spoken(talk)[0] == "Mosley came, and Mosly went"
    assert window.bar.search.count.text() == "1 of 3"
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    assert spoken(talk) == ["Mosley came, and Mosly went", "did Mosley? The speaker said so", "“Mosly!”"]
    assert len(talk.history.done) == 2
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert spoken(talk)[1] == SPOKEN[1]


def test_what_was_put_there_is_not_found_again_at_once(qtbot: QtBot, window: MainWindow, talk: Document) -> None:
    begin(qtbot, window, "mosly", "Mosly-Mosly")
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)
    assert spoken(talk)[0] == "Mosly-Mosly came, and Mosly-Mosly went"


def test_all_are_replaced_in_one_step_and_untouched_words_keep_their_times(
    qtbot: QtBot, window: MainWindow, talk: Document
) -> None:
    begin(qtbot, window, "mosly", "Moss Lea")
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    assert spoken(talk) == ["Moss Lea came, and Moss Lea went", "did Moss Lea? The speaker said so", "“Moss Lea!”"]
    assert window.centre.view.replace_bar.said.text() == "Replaced in 4 places."
    assert len(talk.history.done) == 1
    words = talk.transcript.turns[0].words
    assert (words[2], words[3], words[6]) == tuple(TALK.turns[0].words[place] for place in (1, 2, 4))
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert talk.transcript == TALK


def test_names_are_replaced_with_words_and_come_back_with_them(
    qtbot: QtBot, window: MainWindow, talk: Document
) -> None:
    begin(qtbot, window, "speaker", "Guest")
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    assert [each.name for each in talk.speakers] == ["Guest 1", "Guest 2"]
    assert spoken(talk)[1] == "did mosly? The Guest said so"
    assert window.centre.view.replace_bar.said.text() == "Replaced in 1 place and 2 names."
    assert window.centre.view.text.names_from(0) == ["Guest 1", "Guest 2", "Guest 2"]
    assert window.speakers.cards[0].speaker.name == "Guest 1"
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert window.centre.view.text.names_from(0) == ["Speaker 1", "Speaker 2", "Speaker 2"]
    assert window.speakers.cards[0].speaker.name == "Speaker 1"
    assert window.bar.search.count.text().endswith(" of 4")


def test_one_name_is_replaced_at_all_its_turns(qtbot: QtBot, window: MainWindow, talk: Document) -> None:
    begin(qtbot, window, "speaker 2", "Ben")
    assert window.bar.search.count.text() == "1 of 2"
    press(qtbot, Qt.Key.Key_Return)
    assert [each.name for each in talk.speakers] == ["Speaker 1", "Ben"]
    assert window.bar.search.count.text() == "not found"


def test_a_speaker_keeps_a_name(qtbot: QtBot, window: MainWindow, talk: Document) -> None:
    begin(qtbot, window, "speaker 2", "")
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    assert talk.transcript == TALK
    assert window.centre.view.replace_bar.trouble.text() == "Speaker 2 keeps the name: a speaker needs one."


def test_words_are_deleted_and_a_turn_of_which_nothing_is_left_goes(
    qtbot: QtBot, window: MainWindow, talk: Document
) -> None:
    begin(qtbot, window, ", and mosly", "")
    press(qtbot, Qt.Key.Key_Return)
    assert spoken(talk)[0] == "Mosly came went"
    window.bar.search.setText('"mosly!"')
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Return)
    assert spoken(talk) == ["Mosly came went", SPOKEN[1]]
    assert len(talk.history.done) == 2


def choose(qtbot: QtBot, window: MainWindow, *keys: Qt.Key) -> None:
    """By the keyboard: with Tab to the options, then these keys in their menu; and back."""
    choices = window.centre.view.replace_bar.choices
    for _ in range(4):
        if focused() is not choices:
            press(qtbot, Qt.Key.Key_Tab)
    assert focused() is choices
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(choices.menu_.isVisible)
    for key in keys:
        qtbot.keyClick(choices.menu_, key)
    assert choices.menu_.isHidden()
    window.centre.view.replace_bar.field.setFocus()


def tick(qtbot: QtBot, box: QWidget) -> None:
    """By the keyboard: from what has it, with Tab, until the box has it."""
    for _ in range(4):
        if focused() is not box:
            press(qtbot, Qt.Key.Key_Tab)
    assert focused() is box
    press(qtbot, Qt.Key.Key_Space)


def test_an_expression_replaces_with_its_groups(qtbot: QtBot, window: MainWindow, talk: Document) -> None:
    begin(qtbot, window, r"(\w+) (came|went)", r"\2 \1")
    choose(qtbot, window, Qt.Key.Key_R)
    assert window.bar.search.count.text() == "1 of 2"
    press(qtbot, Qt.Key.Key_Return)
    assert spoken(talk)[0] == "came Mosly, and Mosly went"
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    assert spoken(talk)[0] == "came Mosly, and went Mosly"


def test_what_is_wrong_with_an_expression_is_told_in_place(qtbot: QtBot, window: MainWindow, talk: Document) -> None:
    bar = window.centre.view.replace_bar
    begin(qtbot, window, "(mosly", "")
    choose(qtbot, window, Qt.Key.Key_R)
    assert bar.trouble.isVisible()
    assert bar.trouble.text().startswith("This is no regular expression: missing )")
    assert window.bar.search.count.text() == "not found"
    qtbot.keyClicks(window.bar.search, ")")
    assert not bar.trouble.isVisible()
    assert window.bar.search.count.text() == "1 of 4"
    qtbot.keyClicks(bar.field, r"\7")
    bar.field.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert bar.trouble.text().startswith("Nothing can be replaced by this: invalid group reference 7")
    assert talk.transcript == TALK


def test_an_expression_that_takes_for_ever_is_told_and_the_window_goes_on(
    qtbot: QtBot, window: MainWindow, talk: Document
) -> None:
    bar = window.centre.view.replace_bar
    qtbot.keyClick(window, Qt.Key.Key_H, CONTROL)
    bar.choices.pattern.setChecked(True)
    window.bar.search.setText(r"((.|.)+)+#")
    assert bar.trouble.text().startswith("This expression takes too long")
    window.bar.search.setText("mosl.")
    assert window.bar.search.count.text() == "1 of 4"


def test_whole_words_and_case_narrow_what_is_found(qtbot: QtBot, window: MainWindow, talk: Document) -> None:
    choices = window.centre.view.replace_bar.choices
    begin(qtbot, window, "Mosl", "")
    assert window.bar.search.count.text() == "1 of 4"
    choose(qtbot, window, Qt.Key.Key_C)
    assert window.bar.search.count.text() == "1 of 3"
    assert choices.text() == "Options (1)…"
    choose(qtbot, window, Qt.Key.Key_W)
    assert window.bar.search.count.text() == "not found"
    assert choices.toolTip() == "How to search: Whole words, Match case"


def test_only_one_speakers_words_are_found_and_replaced(qtbot: QtBot, window: MainWindow, talk: Document) -> None:
    choices = window.centre.view.replace_bar.choices
    begin(qtbot, window, "mosly", "Otto")
    assert [each.text() for each in choices.whose()] == ["All speakers", "Speaker 1", "Speaker 2"]
    choose(qtbot, window, Qt.Key.Key_End, Qt.Key.Key_Return)
    assert window.bar.search.count.text() == "1 of 2"
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    assert spoken(talk) == ["Mosly came, and Mosly went", "did Otto? The speaker said so", "“Otto!”"]


def test_esc_leaves_and_looks_plainly_again(qtbot: QtBot, window: MainWindow, talk: Document) -> None:
    bar = window.centre.view.replace_bar
    begin(qtbot, window, "mosly", "")
    choose(qtbot, window, Qt.Key.Key_C)
    press(qtbot, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert focused() is window.centre.view.text
    assert window.bar.search.text() == ""
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    qtbot.keyClicks(focused(), "MOSLY")
    assert window.bar.search.count.text().endswith(" of 4")


def test_what_is_selected_is_looked_for(qtbot: QtBot, window: MainWindow, talk: Document) -> None:
    text = window.centre.view.text
    text.setFocus()
    caret = QTextCursor(text.document())
    caret.setPosition(6)
    caret.setPosition(10, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(caret)
    qtbot.keyClick(text, Qt.Key.Key_H, CONTROL)
    assert window.bar.search.text() == "came"
    assert focused() is window.centre.view.replace_bar.field


def test_where_nothing_can_be_changed_there_is_no_bar(qtbot: QtBot, window: MainWindow, talk: Document) -> None:
    qtbot.keyClick(window, Qt.Key.Key_H, CONTROL)
    assert window.centre.view.replace_bar.isVisible()
    talk.open_draft(talk.transcript)
    window.session.changed.emit(window.recording)
    assert window.centre.view.replace_bar.isHidden()
    qtbot.keyClick(window, Qt.Key.Key_H, CONTROL)
    assert window.centre.view.replace_bar.isHidden()


def test_who_only_reads_has_no_bar_and_who_replaces_reads_no_more(
    qtbot: QtBot, window: MainWindow, talk: Document
) -> None:
    bar = window.centre.view.replace_bar
    qtbot.keyClick(window, Qt.Key.Key_H, CONTROL)
    qtbot.keyClick(window, Qt.Key.Key_F12)
    assert bar.isHidden()
    qtbot.keyClick(window, Qt.Key.Key_H, CONTROL)
    assert bar.isVisible()
    assert not window.reading.is_on


# A word wherever it stands.


def ask(qtbot: QtBot, window: MainWindow, at: int) -> EqualWordsDialog:
    text = window.centre.view.text
    text.setFocus()
    caret = QTextCursor(text.document())
    caret.setPosition(at)
    text.setTextCursor(caret)
    qtbot.keyClick(text, Qt.Key.Key_H, CONTROL | SHIFT)
    dialog = window.findChild(EqualWordsDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.field.hasFocus())
    return dialog


@pytest.mark.parametrize("at", [2, 5])
def test_a_word_is_replaced_wherever_it_stands_but_where_it_was_unticked(
    qtbot: QtBot, window: MainWindow, talk: Document, at: int
) -> None:
    dialog = ask(qtbot, window, at)
    assert (dialog.field.text(), dialog.count.text()) == ("Mosly", "in 4 places")
    assert dialog.list.item(2).text() == "Speaker 2, 00:09 · did mosly? The speaker said so"
    assert not dialog.replace.isEnabled()
    qtbot.keyClicks(dialog.field, "Mosley")
    press(qtbot, Qt.Key.Key_Tab)
    assert focused() is dialog.list
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Space)
    assert dialog.count.text() == "in 3 places"
    press(qtbot, Qt.Key.Key_Return)
    assert spoken(talk) == ["Mosley came, and Mosly went", "did Mosley? The speaker said so", "“Mosley!”"]
    assert len(talk.history.done) == 1
    assert isinstance(talk.history.done[0], Several)
    assert load_settings().asr.vocabulary == ()


def test_a_word_comes_into_the_vocabulary_where_that_is_ticked(
    qtbot: QtBot, window: MainWindow, talk: Document
) -> None:
    dialog = ask(qtbot, window, 2)
    qtbot.keyClicks(dialog.field, "Mosley")
    tick(qtbot, dialog.vocabulary)
    press(qtbot, Qt.Key.Key_Return)
    assert load_settings().asr.vocabulary == ("Mosley",)
    assert spoken(talk)[2] == "“Mosley!”"


def test_a_vocabulary_that_cannot_be_written_is_told_and_nothing_is_replaced(
    qtbot: QtBot, window: MainWindow, talk: Document
) -> None:
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text("asr = [")
    dialog = ask(qtbot, window, 2)
    qtbot.keyClicks(dialog.field, "Mosley")
    tick(qtbot, dialog.vocabulary)
    press(qtbot, Qt.Key.Key_Return)
    assert dialog.error.text().startswith("The vocabulary cannot be written: ")
    assert talk.transcript == TALK
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Return)
    assert spoken(talk)[2] == "“Mosley!”"


def test_without_a_word_it_is_told_what_to_do(qtbot: QtBot, window: MainWindow, talk: Document) -> None:
    text = window.centre.view.text
    text.setFocus()
    text.selectAll()
    with qtbot.waitSignal(window.finding.told) as told:
        qtbot.keyClick(text, Qt.Key.Key_H, CONTROL | SHIFT)
    assert told.args == ["Select one word, or put the caret into it."]


def test_what_was_changed_meanwhile_is_not_replaced(qtbot: QtBot, window: MainWindow, talk: Document) -> None:
    dialog = ask(qtbot, window, 2)
    talk.rename(ANNA.id, "Anna")
    qtbot.keyClicks(dialog.field, "Mosley")
    with qtbot.waitSignal(window.finding.told) as told:
        press(qtbot, Qt.Key.Key_Return)
    assert told.args == ["The transcript has changed meanwhile: nothing was replaced."]
    assert spoken(talk) == SPOKEN
