"""Search in the text."""

import pytest
from cost import calls
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from scripted import ANNA, ScriptedService, transcript, turn

from desktop_app.core.transcript.values import Speaker
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.look.theme import LIGHT
from desktop_app.ui.state.document import Document
from desktop_app.ui.transcript.finder import Finder
from desktop_app.ui.transcript.search_matches import Match, Matches
from desktop_app.ui.transcript.transcript_search import TranscriptSearch, find_matches
from desktop_app.ui.transcript.transcript_text import TranscriptText


def test_matches_are_found_whatever_the_case() -> None:
    assert find_matches(["One and one", "none"], "ONE") == [Match(0, 0, 3), Match(0, 8, 11), Match(1, 1, 4)]


def test_a_blank_query_matches_nothing() -> None:
    assert find_matches(["one"], "  ") == []


def test_a_query_is_taken_literally() -> None:
    assert find_matches(["what (really)? yes"], "(really)?") == [Match(0, 5, 14)]


def test_positions_count_as_qt_counts() -> None:
    assert find_matches(["😀 one"], "one") == [Match(0, 3, 6)]


def test_positions_are_those_of_the_text_where_folding_changes_its_length() -> None:
    assert find_matches(["😀 die Straße – Müller"], "muller") == [Match(0, 16, 22)]
    assert find_matches(["😀 die Straße"], "STRASSE") == [Match(0, 7, 13)]


def test_a_name_is_found_at_every_turn_of_its_speaker() -> None:
    finder = Finder()
    finder.look_for("mull")
    found = Matches(finder, ["no", "müller came", "yes"], ["Ben", "Frau Müller", "Ben"])
    assert list(found) == [Match(1, 5, 9, in_name=True), Match(1, 0, 4)]


@given(st.lists(st.text("sßaü ’'", max_size=8), max_size=6), st.sampled_from(["s", "ss", "u", "'", "a s"]))
def test_what_is_counted_is_what_is_found(texts: list[str], query: str) -> None:
    finder = Finder()
    finder.look_for(query)
    found = Matches(finder, texts, [text[:2] for text in texts])
    assert [found[place] for place in range(len(found))] == [
        match for block in range(len(texts)) for match in found.in_block(block)
    ]
    found.look_again(2, texts[2:], [text[:2] for text in texts[2:]])
    assert list(found) == sorted(found, key=lambda match: match.block)


def test_a_query_of_marks_alone_finds_nothing() -> None:
    assert find_matches(["é"], "\u0301") == []


def test_another_letter_in_ten_thousand_turns_folds_nothing_again_and_works_nothing_out() -> None:
    texts = [f"Straße {number}, und Frau Müller sagt, daß wir’s tun" for number in range(10_000)]
    finder, costs = Finder(), []
    for query in ("e", "er"):
        finder.look_for(query)
        costs.append(calls(lambda: Matches(finder, texts, ["Frau Müller"] * len(texts))))
    assert costs[1] < 7 * len(texts) < costs[0]


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
    top = text.cursorRect(text.navigation.cursor_at(search.current)).top()
    assert 0 <= top <= text.viewport().height()


def test_matches_are_painted_in_their_colours(text: TranscriptText) -> None:
    TranscriptSearch(text).look_for("here")
    picture = text.viewport().grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(180, 400) for y in range(10, 120)}
    assert {LIGHT.accent, LIGHT.match} <= colours


@pytest.mark.parametrize("said", ["MÜLLER", "ÅÄÖ", "Ấ Ǻ", "gjpqy"])
def test_every_dot_of_the_current_match_can_be_seen(text: TranscriptText, said: str) -> None:
    text.show_document(Document(transcript(turn(f"xx {said} xx")), text))
    columns = text.turn_layout.columns
    line = text.document().firstBlock().layout().lineAt(0)
    left, right = (int(line.cursorToX(place)[0]) for place in (3, 3 + len(said)))
    plain = text.viewport().grab().toImage()
    TranscriptSearch(text).look_for(said)
    marked = text.viewport().grab().toImage()
    across, rows = range(left + 1, right), range(columns.lead, columns.lead + 44)
    boxed = {y for y in rows if any(marked.pixelColor(x, y).name() == LIGHT.accent for x in across)}
    outside = [(x, y) for y in rows if y not in boxed for x in across]
    assert boxed
    assert [at for at in outside if marked.pixelColor(*at) != plain.pixelColor(*at)] == []
    dots = [(x, y) for y in boxed for x in across if plain.pixelColor(x, y).lightness() < 60]
    assert [at for at in dots if marked.pixelColor(*at).lightness() < 180] == []


def test_a_match_at_the_start_of_a_line_leaves_no_mark_on_the_line_before(text: TranscriptText) -> None:
    text.show_document(Document(transcript(turn(" ".join(f"w{number}." for number in range(40)))), text))
    layout = text.document().firstBlock().layout()
    start = layout.lineAt(1).textStart()
    finder = Finder()
    finder.look_for(text.shown[0].text[start:].split()[0])
    text.turn_layout.painting.mark(Matches(finder, [turn.text for turn in text.shown]), None)
    end_px = int(layout.lineAt(0).cursorToX(start)[0])
    picture = text.viewport().grab().toImage()
    beside = {picture.pixelColor(x, y).name() for x in range(end_px - 6, end_px + 6) for y in range(8, 32)}
    assert LIGHT.match not in beside


def test_a_name_that_is_found_is_marked_beside_its_turns(text: TranscriptText) -> None:
    search = TranscriptSearch(text)
    search.look_for("speaker")
    assert search.current == Match(0, 0, 7, in_name=True)
    columns = text.turn_layout.columns
    picture = text.viewport().grab().toImage()
    names = range(columns.page_left + 28, columns.text_left - 8)
    colours = {picture.pixelColor(x, y).name() for x in names for y in range(10, 120)}
    assert {LIGHT.accent, LIGHT.match, LIGHT.match_edge} <= colours
    search.step(1)
    search.leave()
    assert text.textCursor().blockNumber() == 1
    assert not text.textCursor().hasSelection()


def test_a_name_that_is_cut_is_marked_where_it_is_cut(text: TranscriptText) -> None:
    long = Speaker("S1", "W" * 40 + " Østergaard", 0)
    text.show_document(Document(transcript(turn("one"), speakers=(long,)), text))
    TranscriptSearch(text).look_for("ostergaard")
    columns = text.turn_layout.columns
    picture = text.viewport().grab().toImage()
    names = range(columns.text_left - 40, columns.text_left - 8)
    assert LIGHT.accent in {picture.pixelColor(x, y).name() for x in names for y in range(10, 30)}


def test_another_name_is_searched_at_once(qtbot: QtBot, text: TranscriptText) -> None:
    document = Document(transcript(turn("one")), text)
    text.show_document(document)
    search = TranscriptSearch(text)
    search.look_for("anna")
    with qtbot.waitSignal(search.counted) as counted:
        document.rename(ANNA.id, "Änna")
    assert counted.args == [1, 1]


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
    window.opening.open(recordings[:1])
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
    window.opening.open(recordings[:1])
    service.finish(1, transcript(turn("one")))
    qtbot.waitUntil(lambda: window.centre.view.is_reading())
    window.bar.search.setText("elephant")
    assert window.bar.search.count.text() == "not found"
    window.bar.search.clear()
    assert window.bar.search.count.text() == ""
