"""Nothing is selected that nobody selected, and what somebody selected stays, however the text changes."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from scripted import (
    ANNA,
    BEN,
    CLEO,
    ScriptedLive,
    ScriptedService,
    final,
    found,
    partial,
    revision,
    transcript,
    turn,
)

from desktop_app.core.transcript.values import Transcript, Turn
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.look.appearance import Appearance, Choice
from desktop_app.ui.state.document import Document
from desktop_app.ui.transcript.transcript_text import TranscriptText

SENTENCE = "so before the second berth was built how did the shifts work when two ships came in"
MEETING = [
    turn("good morning have you seen the figures"),
    turn("I have they are worse than we thought", 4000, BEN),
    turn("which half do you mean", 9000, CLEO),
    turn("the second half of course", 12_000, BEN),
    turn("then we must talk to the harbour office", 15_000),
]


def choose(text: TranscriptText, words: str) -> None:
    """Select the words, as the mouse does."""
    cursor = text.document().find(words)
    assert not cursor.isNull()
    text.setTextCursor(cursor)


def selected(text: TranscriptText) -> str:
    return text.textCursor().selectedText()


def show(qtbot: QtBot, text: TranscriptText, *turns: Turn) -> Document:
    document = Document(transcript(*turns), text)
    text.show_document(document)
    qtbot.waitUntil(lambda: not text.is_filling())
    return document


def take(qtbot: QtBot, text: TranscriptText, document: Document, result: Transcript) -> None:
    document.finish(result)
    qtbot.waitUntil(lambda: not text.is_filling())


# Nobody selected anything.


def test_words_that_come_while_it_is_recorded_are_not_selected(text: TranscriptText, document: Document) -> None:
    for event in (
        partial(1, "good"),
        partial(1, "good morning"),
        partial(1, "Good morning, have"),
        final(1, "Good morning, have you seen it?"),
        partial(2, "well", 4000, BEN),
        final(2, "", 4000, BEN),
        partial(3, "earlier", 0, BEN),
        revision(1, BEN),
    ):
        document.hear(event)
        assert not text.textCursor().hasSelection(), event


@pytest.mark.parametrize("place", [QTextCursor.MoveOperation.Start, QTextCursor.MoveOperation.End])
def test_a_caret_selects_nothing_while_others_speak_before_and_behind_it(
    text: TranscriptText, document: Document, place: QTextCursor.MoveOperation
) -> None:
    document.hear(final(1, "second", 5000))
    text.moveCursor(place)
    for event in (partial(2, "third", 9000), final(3, "first", 1000), final(2, "a third", 9000), partial(4, "0th", 0)):
        document.hear(event)
        assert not text.textCursor().hasSelection(), event


@pytest.mark.parametrize(
    "result",
    [
        [turn(each.text, each.start_ms) for each in MEETING],
        [turn(" ".join(each.text for each in MEETING))],
        [turn(word, 1000 * n, (ANNA, BEN)[n % 2]) for n, word in enumerate(SENTENCE.split())],
        [turn("good morning"), turn("have you seen it", 2000), MEETING[2], turn("the rest", 12_000)],
        MEETING[1:],
        MEETING[:-1],
        [turn("before all others", 0, CLEO), *(turn(each.text, each.start_ms + 1000) for each in MEETING)],
        [],
    ],
    ids=["one speaker", "one turn", "other words", "all but one", "first gone", "last gone", "one before", "nothing"],
)
def test_another_result_selects_nothing(qtbot: QtBot, text: TranscriptText, result: list[Turn]) -> None:
    document = show(qtbot, text, *MEETING)
    take(qtbot, text, document, transcript(*result))
    assert text.toPlainText() == "\n".join(each.text for each in result)
    assert not text.textCursor().hasSelection()


@pytest.fixture
def reading(qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]) -> TranscriptText:
    """The text of the window, with a finished transcript that can be regrouped."""
    window.opening.open(recordings[:1])
    service.send(1, *MEETING[:2])
    service.finish(1, transcript(*MEETING), b"voices")
    text = window.centre.view.text
    qtbot.waitUntil(lambda: window.centre.view.is_reading() and not text.is_filling())
    return text


def regroup(qtbot: QtBot, window: MainWindow, service: ScriptedService, *turns: Turn) -> None:
    before = len(service.wishes)
    slider = window.speakers.grouping.slider
    slider.setValue(slider.value() + 1)
    qtbot.waitUntil(lambda: len(service.wishes) > before)
    service.grant(transcript(*turns))
    qtbot.waitUntil(lambda: not window.centre.view.text.is_filling())


def test_regrouping_undo_redo_and_another_theme_select_nothing(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, appearance: Appearance, reading: TranscriptText
) -> None:
    def nothing() -> bool:
        qtbot.waitUntil(lambda: not reading.is_filling())
        return not reading.textCursor().hasSelection()

    assert nothing()
    regroup(qtbot, window, service, turn(" ".join(each.text for each in MEETING)))
    assert nothing()
    regroup(qtbot, window, service, *(turn(each.text, each.start_ms, CLEO) for each in MEETING[1:]))
    assert nothing()
    window.actions_.undo.trigger()
    assert nothing()
    window.actions_.redo.trigger()
    assert nothing()
    for choice in (Choice.DARK, Choice.LIGHT):
        appearance.choose(choice)
        assert nothing()


def test_opening_another_recording_selects_nothing(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path], reading: TranscriptText
) -> None:
    reading.selectAll()
    second = window.opening.open(recordings[1:2])
    assert second is not None
    assert not reading.textCursor().hasSelection()
    for part in range(5):
        service.send(2, turn(f"part {part} of it", 60_000 - 10_000 * part, BEN))
        assert not reading.textCursor().hasSelection()
    service.finish(2, transcript(*MEETING))
    qtbot.waitUntil(lambda: not reading.is_filling())
    assert not reading.textCursor().hasSelection()


def test_a_recording_from_its_first_word_to_the_full_pass_selects_nothing(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, live: ScriptedLive
) -> None:
    window.live_views.record_or_stop()
    window.live_views.live.record(window.live_views.panel.choice.source)
    live.begin()
    text = window.centre.view.text
    for event in (found(ANNA), found(BEN), partial(1, "good"), partial(1, "good morning"), final(1, "Good morning.")):
        live.say(event)
        assert not text.textCursor().hasSelection()
    live.say(final(2, "yes", 4000, BEN), revision(2, ANNA))
    live.end()
    live.draft(transcript(turn("Good morning."), turn("Yes, yes", 4000)))
    qtbot.waitUntil(lambda: not text.is_filling())
    assert not text.textCursor().hasSelection()
    service.finish(len(service.submitted), transcript(*MEETING), b"voices")
    qtbot.waitUntil(lambda: text.toPlainText().startswith("good morning") and not text.is_filling())
    assert not text.textCursor().hasSelection()
    regroup(qtbot, window, service, turn(" ".join(each.text for each in MEETING)))
    assert not text.textCursor().hasSelection()
    window.actions_.undo.trigger()
    qtbot.waitUntil(lambda: not text.is_filling())
    assert not text.textCursor().hasSelection()


# Somebody selected something.


def test_what_is_selected_while_it_is_recorded_stays_selected(text: TranscriptText, document: Document) -> None:
    for event in (final(1, "good morning", 3000), partial(2, "we had one crane", 9000, BEN)):
        document.hear(event)
    choose(text, "had one")
    for event in (
        final(3, "before all", 0),
        partial(2, "We had one crane and", 9000, BEN),
        partial(4, "behind", 20_000),
        final(2, "So we had one crane, and whoever called first.", 9000, BEN),
        revision(2, ANNA),
        final(4, "", 20_000),
    ):
        document.hear(event)
        assert selected(text) == "had one", event


def test_words_that_come_at_the_end_of_a_selection_are_not_part_of_it(text: TranscriptText, document: Document) -> None:
    document.hear(partial(1, "we had"))
    text.selectAll()
    document.hear(partial(1, "we had one crane"))
    assert selected(text) == "we had"
    document.hear(final(2, "yes", 9000, BEN))
    assert selected(text) == "we had"


def test_words_that_are_gone_are_not_selected_any_more(text: TranscriptText, document: Document) -> None:
    document.hear(partial(1, "we had one crane"))
    choose(text, "crane")
    document.hear(partial(1, "we had one"))
    assert not text.textCursor().hasSelection()


@pytest.mark.parametrize("words", ["worse than we", "which half", "office", "good morning"])
def test_the_selected_words_stay_selected_when_turns_are_split_and_joined(
    qtbot: QtBot, text: TranscriptText, words: str
) -> None:
    document = show(qtbot, text, *MEETING)
    choose(text, words)
    whole = " ".join(each.text for each in MEETING)
    take(qtbot, text, document, transcript(turn(whole)))
    assert selected(text) == words
    halves = whole.split(" which ")
    take(qtbot, text, document, transcript(turn(halves[0]), turn(f"which {halves[1]}", 9000, BEN)))
    assert selected(text) == words
    document.undo()
    qtbot.waitUntil(lambda: not text.is_filling())
    assert selected(text) == words


@pytest.mark.parametrize("drift", [0, 700, -700])
def test_a_long_draft_becomes_the_full_pass_and_the_selection_stays(
    qtbot: QtBot, text: TranscriptText, drift: int
) -> None:
    draft = [turn(f"{SENTENCE} at number {n}", 6000 * n) for n in range(300)]
    document = show(qtbot, text, *draft)
    choose(text, "in at number 201")
    better = [
        turn(f"{each.text.capitalize()}.", max(0, each.start_ms + drift))
        for n, each in enumerate(draft)
        if n % 7 or n == 201
    ]
    document.finish(transcript(turn("I begin", 0), *better))
    qtbot.waitUntil(lambda: not text.is_filling())
    assert selected(text) == "in at number 201"


def test_a_selection_from_right_to_left_stays_one(qtbot: QtBot, text: TranscriptText) -> None:
    document = show(qtbot, text, *MEETING)
    cursor = text.document().find("second half")
    cursor.setPosition(cursor.selectionEnd())
    cursor.movePosition(QTextCursor.MoveOperation.WordLeft, QTextCursor.MoveMode.KeepAnchor, 2)
    text.setTextCursor(cursor)
    take(qtbot, text, document, transcript(turn(" ".join(each.text for each in MEETING))))
    assert selected(text) == "second half"
    assert text.textCursor().position() < text.textCursor().anchor()


def test_what_the_reader_selects_while_a_result_is_put_in_is_theirs(qtbot: QtBot, text: TranscriptText) -> None:
    document = show(qtbot, text, *(turn(f"{SENTENCE} {n}", 6000 * n) for n in range(1500)))
    choose(text, "how did")
    document.finish(transcript(*(turn(f"{SENTENCE}, {n}", 6000 * n) for n in range(1500))))
    qtbot.waitUntil(lambda: len(text._blocks._results._changes) > 0)
    choose(text, "second berth")
    qtbot.waitUntil(lambda: not text.is_filling())
    assert selected(text) == "second berth"


def test_everything_that_is_selected_stays_selected_in_another_result(qtbot: QtBot, text: TranscriptText) -> None:
    document = show(qtbot, text, *MEETING)
    text.selectAll()
    take(qtbot, text, document, transcript(turn(" ".join(each.text for each in MEETING))))
    assert selected(text) == " ".join(each.text for each in MEETING)


def test_the_view_does_not_move_when_a_selection_is_held(
    qtbot: QtBot, text: TranscriptText, document: Document
) -> None:
    for number in range(60):
        document.hear(final(number, SENTENCE, number * 5000))
    text.verticalScrollBar().setValue(0)
    qtbot.mouseDClick(
        text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(text.turn_layout.columns.text_left + 40, 20)
    )
    word = selected(text)
    assert word
    text.verticalScrollBar().setValue(900)
    for event in (
        partial(70, "more", 400_000),
        final(70, "more of it", 400_000),
        final(59, "another wording", 295_000),
    ):
        document.hear(event)
        assert text.verticalScrollBar().value() == 900
    assert selected(text) == word


def test_a_theme_leaves_the_selection(
    qtbot: QtBot, qapp: QApplication, appearance: Appearance, reading: TranscriptText
) -> None:
    choose(reading, "worse than")
    appearance.choose(Choice.DARK)
    assert selected(reading) == "worse than"


WORDS = st.sampled_from(["", "a", "a b", "A b c", "c d", "x"])


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 9), WORDS, st.booleans()), max_size=25), st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_told_a_caret_stays_a_caret(
    text: TranscriptText, told: list[tuple[int, int, str, bool]], data: st.DataObject
) -> None:
    document = Document(transcript(), text)
    document.begin_live()
    document.hear(found(ANNA))
    text.show_document(document)
    moves = [QTextCursor.MoveOperation[name] for name in ("NoMove", "Start", "End", "EndOfBlock", "NextBlock")]
    over: set[int] = set()
    for number, second, words, ends in told:
        if number in over or not (words or ends):
            continue
        document.hear((final if ends else partial)(number, words, second * 1000))
        over |= {number} if ends else set()
        assert not text.textCursor().hasSelection()
        text.moveCursor(data.draw(st.sampled_from(moves)))


STARTS_AND_WORDS = st.tuples(st.integers(0, 40), st.sampled_from(["a b", "a", "b c", "d"]))
TURNS = st.lists(STARTS_AND_WORDS, max_size=12, unique_by=lambda each: each[0]).map(
    lambda all_of_them: [turn(words, second * 1000) for second, words in sorted(all_of_them)]
)


@given(TURNS, TURNS, TURNS, TURNS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_words_that_every_result_has_stay_selected(
    qtbot: QtBot, text: TranscriptText, one: list[Turn], two: list[Turn], three: list[Turn], four: list[Turn]
) -> None:
    def around(before: list[Turn], behind: list[Turn]) -> Transcript:
        later = [turn(each.text, each.start_ms + 60_000, BEN) for each in behind]
        return transcript(*before, turn("the needle here", 50_000), *later)

    document = Document(around(one, two), text)
    text.show_document(document)
    qtbot.waitUntil(lambda: not text.is_filling())
    choose(text, "needle")
    take(qtbot, text, document, around(three, four))
    assert selected(text) == "needle"
