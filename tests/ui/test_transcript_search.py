"""Search in the text."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from scripted import ANNA, ScriptedService, transcript, turn

from desktop_app.ui.document import Document
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.text_painting import Match
from desktop_app.ui.theme import LIGHT
from desktop_app.ui.transcript_search import TranscriptSearch, find_matches
from desktop_app.ui.transcript_text import TranscriptText


def test_matches_are_found_whatever_the_case() -> None:
    assert find_matches(["One and one", "none"], "ONE") == [Match(0, 0, 3), Match(0, 8, 11), Match(1, 1, 4)]


def test_a_blank_query_matches_nothing() -> None:
    assert find_matches(["one"], "  ") == []


def test_a_query_is_taken_literally() -> None:
    assert find_matches(["what (really)? yes"], "(really)?") == [Match(0, 5, 14)]


def test_positions_count_as_qt_counts() -> None:
    assert find_matches(["😀 one"], "one") == [Match(0, 3, 6)]


@pytest.fixture
def text(qtbot: QtBot) -> TranscriptText:
    made = TranscriptText()
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.show()
    made.show_document(Document(transcript(*(turn(f"number {i} here", i * 1000) for i in range(100))), made))
    return made


def test_steps_go_around_both_ends(qtbot: QtBot, text: TranscriptText) -> None:
    search = TranscriptSearch(text)
    with qtbot.waitSignal(search.counted) as counted:
        search.look_for("number 9")
    assert counted.args == [1, 11]
    search.step(-1)
    assert search.current == Match(99, 0, 8)
    search.step(1)
    assert search.current == Match(9, 0, 8)


def test_the_search_begins_where_the_reader_is(text: TranscriptText) -> None:
    text.verticalScrollBar().setValue(text.turn_layout.top_of(50))
    search = TranscriptSearch(text)
    search.look_for("here")
    assert search.current is not None
    assert search.current.block == 50


def test_the_current_match_is_scrolled_into_view(text: TranscriptText) -> None:
    search = TranscriptSearch(text)
    search.look_for("number 87")
    assert search.current is not None
    top = text.cursorRect(text.cursor_at(search.current)).top()
    assert 0 <= top <= text.viewport().height()


def test_matches_are_painted_in_their_colours(text: TranscriptText) -> None:
    TranscriptSearch(text).look_for("here")
    picture = text.viewport().grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(180, 400) for y in range(10, 120)}
    assert {LIGHT.accent, LIGHT.match} <= colours


def test_leaving_selects_the_match_and_clears_the_marks(text: TranscriptText) -> None:
    search = TranscriptSearch(text)
    search.look_for("number 3")
    search.leave()
    assert text.textCursor().selectedText() == "number 3"
    assert search.current is None


def test_turns_that_come_later_are_searched_too(qtbot: QtBot, text: TranscriptText) -> None:
    search = TranscriptSearch(text)
    search.look_for("needle")
    document = Document(transcript(turn("hay")), text)
    text.show_document(document)
    with qtbot.waitSignal(search.counted, check_params_cb=lambda current, total: (current, total) == (1, 1)):
        document.add_turns((turn("a needle", 2000),), (ANNA,))


def test_search_needs_only_the_keyboard(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[object]
) -> None:
    window.open_files(recordings[:1])
    service.finish(1, transcript(turn("one two one"), turn("three one", 5000)))
    qtbot.waitUntil(lambda: window.centre.view.is_reading())
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = window.bar.search
    assert field.hasFocus()
    qtbot.keyClicks(field, "one")
    assert field.count.text() == "1 of 3"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.count.text() == "2 of 3"
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert field.count.text() == "1 of 3"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert window.centre.view.text.hasFocus()
    assert window.centre.view.text.textCursor().selectedText() == "one"


def test_a_query_without_match_says_so(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[object]
) -> None:
    window.open_files(recordings[:1])
    service.finish(1, transcript(turn("one")))
    qtbot.waitUntil(lambda: window.centre.view.is_reading())
    window.bar.search.setText("elephant")
    assert window.bar.search.count.text() == "not found"
    window.bar.search.clear()
    assert window.bar.search.count.text() == ""
