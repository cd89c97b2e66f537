"""The text: one block per turn, whatever order they come in."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QTextCursor
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN, CLEO, transcript, turn

from desktop_app.core.transcript.values import Speaker, Turn
from desktop_app.ui.state.batches import BATCH
from desktop_app.ui.state.document import Document
from desktop_app.ui.transcript.transcript_text import TranscriptText

SENTENCE = "so before the second berth was built how did the shifts work when two ships came in on the same tide"


def blocks(text: TranscriptText) -> list[str]:
    block, found = text.document().firstBlock(), []
    while block.isValid():
        found.append(block.text())
        block = block.next()
    return found


def show(
    qtbot: QtBot, text: TranscriptText, *turns: Turn, speakers: tuple[Speaker, ...] = (ANNA, BEN, CLEO)
) -> Document:
    document = Document(transcript(*turns, speakers=speakers), text)
    text.show_document(document)
    qtbot.waitUntil(lambda: not text.is_filling())
    return document


def test_every_turn_with_words_is_one_block(qtbot: QtBot, text: TranscriptText) -> None:
    show(qtbot, text, turn("good morning"), turn("", 1000, BEN), turn("have you seen it", 2000, BEN))
    assert blocks(text) == ["good morning", "have you seen it"]


def test_the_text_is_one_a_screen_reader_reads(qtbot: QtBot, text: TranscriptText) -> None:
    show(qtbot, text, turn("good morning"), turn("yes", 2000, BEN))
    assert text.accessibleName() == "Transcript"
    assert text.accessibleDescription()
    assert text.toPlainText() == "good morning\nyes"


def test_turns_that_come_while_the_job_runs_are_appended(qtbot: QtBot, text: TranscriptText) -> None:
    document = show(qtbot, text, turn("one"))
    document.add_turns((turn("two", 2000, BEN), turn("three", 4000)), (ANNA, BEN))
    qtbot.waitUntil(lambda: blocks(text) == ["one", "two", "three"])


def test_an_early_turn_is_inserted_before_later_ones(qtbot: QtBot, text: TranscriptText) -> None:
    document = show(qtbot, text, turn("one"), turn("four", 9000))
    document.add_turns((turn("two", 2000, BEN), turn("three", 4000)), (ANNA, BEN))
    qtbot.waitUntil(lambda: blocks(text) == ["one", "two", "three", "four"])
    document.add_turns((replace(turn("zero"), start_ms=0),), (ANNA,))
    qtbot.waitUntil(lambda: len(blocks(text)) == 5)
    assert sorted(blocks(text)[:2]) == ["one", "zero"]


@given(
    starts=st.lists(st.lists(st.integers(0, 50), max_size=5), max_size=6),
    final=st.lists(st.integers(0, 50), max_size=9),
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_blocks_are_the_documents_turns_in_order(
    qtbot: QtBot, text: TranscriptText, starts: list[list[int]], final: list[int]
) -> None:
    document = Document(transcript(), text)
    text.show_document(document)
    for group in starts:
        document.add_turns(tuple(turn(f"word {start}", start * 100) for start in sorted(group)), (ANNA,))
    qtbot.waitUntil(lambda: not text.is_filling())
    expected = [each.text for each in document.transcript.turns]
    assert [block for block in blocks(text) if block] == expected
    assert [shown.text for shown in text.shown] == expected
    document.finish(transcript(*(turn(f"word {start}", start * 100) for start in sorted(final))))
    qtbot.waitUntil(lambda: not text.is_filling())
    assert [block for block in blocks(text) if block] == [f"word {start}" for start in sorted(final)]
    tops = [text.turn_layout.blockBoundingRect(text.document().findBlockByNumber(i)).top() for i in range(len(final))]
    assert tops == sorted(tops)


def test_ten_thousand_turns_come_in_batches(qtbot: QtBot, text: TranscriptText) -> None:
    document = show(qtbot, text)
    sizes: list[int] = [0]
    text.text_changed.connect(lambda: sizes.append(len(text.shown)))
    document.add_turns(tuple(turn(SENTENCE, i * 5000) for i in range(10_000)), (ANNA,))
    assert not text.shown
    qtbot.waitUntil(lambda: not text.is_filling(), timeout=20_000)
    assert len(text.shown) == text.document().blockCount() == 10_000
    assert max(after - before for before, after in pairwise(sizes)) == BATCH


def test_only_blocks_in_view_are_laid_out_and_painted(qtbot: QtBot, text: TranscriptText) -> None:
    show(qtbot, text, *(turn(SENTENCE, i * 5000) for i in range(600)))
    seen = text.turn_layout.blocks_between(0, text.viewport().height())
    assert seen.start == 0
    assert 4 < len(seen) < 20


def test_a_word_is_never_split_over_two_turns(qtbot: QtBot, text: TranscriptText) -> None:
    odd = replace(turn("x"), words=tuple(replace(w, text="a\u2029b\nc\ufdd0d") for w in turn("x").words))
    show(qtbot, text, odd, turn("next", 2000))
    assert blocks(text) == ["a b c d", "next"]


def test_the_result_leaves_the_reader_where_they_are(qtbot: QtBot, text: TranscriptText) -> None:
    turns = [turn(f"{SENTENCE} {i}", i * 5000) for i in range(300)]
    document = show(qtbot, text, *turns)
    caret = QTextCursor(text.document().findBlockByNumber(200))
    caret.movePosition(QTextCursor.MoveOperation.NextWord)
    text.setTextCursor(caret)
    before = text.cursorRect().top()
    turns[3] = replace(turns[3], speaker=BEN.id)
    document.finish(transcript(*turns))
    qtbot.waitUntil(lambda: not text.is_filling())
    assert text.shown[3].speaker == BEN.id
    assert text.textCursor().blockNumber() == 200
    assert abs(text.cursorRect().top() - before) <= 48


def talk(*, torn: bool) -> list[Turn]:
    """300 turns of Anna's; torn: the second half of every third is Ben's."""
    turns = []
    for start_ms in range(0, 1_500_000, 5000):
        whole = turn(f"{SENTENCE} {start_ms}", start_ms)
        if torn and start_ms % 15_000 == 0:
            first, second = (replace(whole, words=words) for words in (whole.words[:9], whole.words[9:]))
            turns += [first, replace(second, speaker=BEN.id, start_ms=second.words[0].start_ms)]
        else:
            turns.append(whole)
    return turns


def test_other_speakers_leave_the_reader_where_they_are(qtbot: QtBot, text: TranscriptText) -> None:
    document = show(qtbot, text, *talk(torn=False))
    top = text.turn_layout.top_of(151)
    text.verticalScrollBar().setValue(top)
    qtbot.waitUntil(lambda: text.verticalScrollBar().value() == top)
    document.regroup(transcript(*talk(torn=True)), document.options, 1)
    qtbot.waitUntil(lambda: not text.is_filling())
    assert blocks(text) == [each.text for each in talk(torn=True)]
    first = text.turn_layout.block_at(text.verticalScrollBar().value())
    assert text.shown[first].start_ms == 151 * 5000
    document.undo()
    qtbot.waitUntil(lambda: not text.is_filling())
    assert blocks(text) == [each.text for each in talk(torn=False)]


def test_turns_whose_speaker_has_gone_can_be_painted_until_they_are_changed(qtbot: QtBot, text: TranscriptText) -> None:
    document = show(qtbot, text, *talk(torn=True))
    document.regroup(transcript(*talk(torn=False)), document.options, 1)
    assert text.is_filling()
    text.grab()
    assert text.speaker_and_time(1).startswith(BEN.name)
    qtbot.waitUntil(lambda: not text.is_filling())
    assert {each.speaker for each in text.shown} == {ANNA.id}


def test_other_speakers_asked_for_before_the_last_are_all_shown_end_as_they_should(
    qtbot: QtBot, text: TranscriptText
) -> None:
    document = show(qtbot, text, *talk(torn=False))
    for number, torn in enumerate((True, False, True)):
        document.regroup(transcript(*talk(torn=torn)), document.options, number + 1)
    qtbot.waitUntil(lambda: not text.is_filling())
    assert blocks(text) == [each.text for each in talk(torn=True)]
    assert [each.speaker for each in text.shown] == [each.speaker for each in talk(torn=True)]


def test_turns_inserted_above_do_not_move_what_is_read(qtbot: QtBot, text: TranscriptText) -> None:
    document = show(qtbot, text, *(turn(SENTENCE, 100_000 + i * 5000) for i in range(100)))
    text.verticalScrollBar().setValue(1500)
    qtbot.waitUntil(lambda: text.verticalScrollBar().value() == 1500)
    first = text.turn_layout.block_at(1500)
    start_ms = text.shown[first].start_ms
    document.add_turns(tuple(turn("short", i * 1000) for i in range(20)), (ANNA,))
    qtbot.waitUntil(lambda: len(text.shown) == 120)
    assert text.shown[text.turn_layout.block_at(text.verticalScrollBar().value())].start_ms == start_ms


def test_another_width_keeps_the_first_turn_in_view(qtbot: QtBot, text: TranscriptText) -> None:
    show(qtbot, text, *(turn(SENTENCE, i * 5000) for i in range(200)))
    text.verticalScrollBar().setValue(4000)
    first = text.turn_layout.block_at(4000)
    text.resize(420, 600)
    qtbot.waitUntil(lambda: text.turn_layout.columns.lead > 0)
    assert text.turn_layout.block_at(text.verticalScrollBar().value()) == first


def test_the_caret_stays_in_its_turn_while_others_come(qtbot: QtBot, text: TranscriptText) -> None:
    document = show(qtbot, text, turn("one two"))
    text.moveCursor(QTextCursor.MoveOperation.End)
    position = text.textCursor().position()
    document.add_turns((turn("three", 5000),), (ANNA,))
    qtbot.waitUntil(lambda: len(text.shown) == 2)
    assert text.textCursor().position() == position


def test_the_keyboard_walks_through_the_turns(qtbot: QtBot, text: TranscriptText) -> None:
    show(qtbot, text, turn("one"), turn("two", 2000, BEN), turn("three", 4000))
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_Down)
    assert text.textCursor().blockNumber() == 1
    qtbot.keyClick(text, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert text.textCursor().blockNumber() == 2
    qtbot.keyClick(text, Qt.Key.Key_X)
    assert text.toPlainText() == "one\ntwo\nthree"


def test_the_caret_can_be_seen(qtbot: QtBot, text: TranscriptText) -> None:
    show(qtbot, text, turn("one two three"))
    text.setFocus()
    text.moveCursor(QTextCursor.MoveOperation.EndOfLine)
    rect = text.cursorRect()
    bare = text.viewport().grab(rect).toImage()
    text.moveCursor(QTextCursor.MoveOperation.StartOfLine)
    assert text.viewport().grab(rect).toImage() != bare


def test_a_letter_is_where_a_screen_reader_is_told_that_it_is(qtbot: QtBot, text: TranscriptText) -> None:
    show(qtbot, text, *(turn(f"{SENTENCE} {SENTENCE}", i * 5000) for i in range(100)))
    told = QAccessible.queryAccessibleInterface(text)
    letters = told.textInterface() if told is not None else None
    assert letters is not None
    for number in (0, 1, 97):
        text.navigation.go_to_word(number * 5000, 30)  # in a later line of its turn
        caret = text.textCursor().selectionStart()
        cursor = text.textCursor()
        cursor.setPosition(caret)
        place = text.viewport().mapToGlobal(text.cursorRect(cursor).center())
        assert abs(letters.characterRect(caret).left() - place.x()) <= 2
        assert letters.characterRect(caret).top() < place.y() < letters.characterRect(caret).bottom()
        assert letters.offsetAtPoint(letters.characterRect(caret).center()) in {caret, caret + 1}


def test_the_mouse_selects_words_and_they_are_copied_plain(qtbot: QtBot, text: TranscriptText) -> None:
    show(qtbot, text, turn("one two three"))
    block = text.document().firstBlock()
    line = block.layout().lineAt(0)
    x, _ = line.cursorToX(5)
    qtbot.mouseDClick(text.viewport(), Qt.MouseButton.LeftButton, pos=QPointF(x, 20).toPoint())
    text.copy()
    assert QGuiApplication.clipboard().text() == "two"


def test_a_click_in_the_margin_puts_the_caret_into_its_turn(qtbot: QtBot, text: TranscriptText) -> None:
    show(qtbot, text, turn("one"), turn("two", 2000), turn("three", 4000))
    y = text.turn_layout.top_of(1) + 12
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=QPointF(60, y).toPoint())
    assert text.textCursor().blockNumber() == 1


def test_the_whole_transcript_is_copied_with_names_and_times(qtbot: QtBot, text: TranscriptText) -> None:
    show(qtbot, text, turn("one"), turn("two", 62_000, BEN))
    menu = text.make_menu()
    next(action for action in menu.actions() if action.text() == "Copy transcript").trigger()
    copied = QGuiApplication.clipboard().text()
    assert "[00:00] Speaker 1: one" in copied
    assert "[01:02] Speaker 2: two" in copied


def copy_between(text: TranscriptText, start: tuple[int, int], end: tuple[int, int]) -> str:
    """Select from one place, a block and an offset, to another, and copy."""
    find = text.document().findBlockByNumber
    cursor = QTextCursor(text.document())
    cursor.setPosition(find(start[0]).position() + start[1])
    cursor.setPosition(find(end[0]).position() + end[1], QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    text.copy()
    return QGuiApplication.clipboard().text()


def test_turns_are_copied_with_who_says_them_and_words_of_one_turn_alone(qtbot: QtBot, text: TranscriptText) -> None:
    show(qtbot, text, turn("good morning"), turn("well yes", 62_000, BEN), turn("🙂 so then", 70_000))
    whole = "[00:00] Speaker 1: good morning\n\n[01:02] Speaker 2: well yes\n\n[01:10] Speaker 1: 🙂 so then"
    text.selectAll()
    qtbot.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == whole
    assert copy_between(text, (2, 10), (0, 0)) == whole
    assert copy_between(text, (0, 5), (1, 4)) == "[00:00] Speaker 1: morning\n\n[01:02] Speaker 2: well"
    assert copy_between(text, (1, 0), (1, 8)) == "[01:02] Speaker 2: well yes"
    assert copy_between(text, (1, 0), (2, 0)) == "[01:02] Speaker 2: well yes"
    assert copy_between(text, (1, 0), (1, 4)) == "well"
    assert copy_between(text, (2, 0), (2, 2)) == "🙂"


def test_turns_of_namesakes_are_copied_as_they_are_exported(qtbot: QtBot, text: TranscriptText) -> None:
    others = [replace(speaker, name="Anna") for speaker in (ANNA, BEN)]
    show(qtbot, text, turn("one"), turn("two", 2000, BEN), speakers=tuple(others))
    text.selectAll()
    text.copy()
    assert QGuiApplication.clipboard().text() == "[00:00] Anna: one\n\n[00:02] Anna (2): two"


def test_copying_is_offered_only_for_a_selection(qtbot: QtBot, text: TranscriptText) -> None:
    show(qtbot, text, turn("one"))
    assert not text.make_menu().actions()[0].isEnabled()
    text.selectAll()
    assert text.make_menu().actions()[0].isEnabled()


def test_the_column_of_names_grows_with_a_name_that_is_given(qtbot: QtBot, text: TranscriptText) -> None:
    text.resize(1200, 600)
    document = show(qtbot, text, turn("one"), turn("two", 2000, BEN))
    before = text.turn_layout.columns.name_width
    document.rename(BEN.id, "Doctor Poissonnier-Lefebvre")
    assert text.turn_layout.columns.name_width > before
    assert text.turn_layout.columns.text_left == text.cursorRect(QTextCursor(text.document())).left()
    document.undo()
    assert text.turn_layout.columns.name_width == before


def test_the_margin_says_the_whole_name(qtbot: QtBot, text: TranscriptText) -> None:
    long = Speaker("S1", "Dr. Wilhelmina van der Heuvel-Østergaard from the ministry of transport", 0)
    show(qtbot, text, turn("one"), speakers=(long,))
    assert text.margins.tip(50, 20) == f"{long.name}, 00:00"
    assert text.margins.tip(text.turn_layout.columns.text_left + 4, 20) == ""


def test_a_long_name_does_not_run_into_the_text(qtbot: QtBot, text: TranscriptText) -> None:
    long = Speaker("S1", "W" * 60, 0)
    show(qtbot, text, turn("one"), speakers=(long,))
    columns = text.turn_layout.columns
    gap = text.viewport().grab().toImage().copy(columns.text_left - 10, 10, 8, 20)
    assert {gap.pixelColor(x, y).name() for x in range(gap.width()) for y in range(gap.height())} == {
        text.palette().base().color().name()
    }


def test_another_name_shows_at_once(qtbot: QtBot, text: TranscriptText) -> None:
    document = show(qtbot, text, turn("one"))
    before = text.viewport().grab().toImage()
    document.rename(ANNA.id, "Anna Lind")
    assert text.viewport().grab().toImage() != before
    assert text.speaker_and_time(0) == "Anna Lind, 00:00"


def test_an_overlapping_turn_takes_a_row_more_only_where_its_tag_finds_no_room(
    qtbot: QtBot, text: TranscriptText
) -> None:
    show(qtbot, text, turn("short", overlap=True), turn("short", 1000))
    heights = [text.turn_layout.blockBoundingRect(text.document().findBlockByNumber(i)).height() for i in range(2)]
    assert heights[0] == heights[1]
    filled = "m"
    while text.fontMetrics().horizontalAdvance(filled + "m") < text.turn_layout.columns.text_width - 20:
        filled += "m"
    show(qtbot, text, turn(filled, overlap=True), turn(filled, 1000))
    heights = [text.turn_layout.blockBoundingRect(text.document().findBlockByNumber(i)).height() for i in range(2)]
    assert heights[0] == heights[1] + 24


def test_showing_another_document_begins_at_its_top(qtbot: QtBot, text: TranscriptText) -> None:
    first = show(qtbot, text, *(turn(SENTENCE, i * 5000) for i in range(200)))
    text.verticalScrollBar().setValue(3000)
    show(qtbot, text, turn("other"))
    assert blocks(text) == ["other"]
    assert text.verticalScrollBar().value() == 0
    first.add_turns((turn("late", 9_000_000),), (ANNA,))
    assert not text.is_filling()


def test_heights_become_exact_in_idle_time(qtbot: QtBot, text: TranscriptText) -> None:
    show(qtbot, text, *(turn("w " * (i % 60), i * 5000) for i in range(1, 400)))
    size = text.turn_layout.documentSize
    exact = sum(text.turn_layout.blockBoundingRect(text.document().findBlockByNumber(i)).height() for i in range(399))
    qtbot.waitUntil(lambda: text.verticalScrollBar().maximum() == size().height() - text.viewport().height())
    assert size().height() == exact + 8 - 20 + 40


def test_many_turns_may_go_while_heights_are_still_estimated(qtbot: QtBot, text: TranscriptText) -> None:
    show(qtbot, text, turn("one"), turn("two", 2000))
    qtbot.waitUntil(text.turn_layout.is_exact)
    one, two = text.shown
    text.exchange_blocks(2, 2, [two] * 6)
    text.exchange_blocks(0, 8, [one])
    qtbot.waitUntil(text.turn_layout.is_exact)
    assert blocks(text) == ["one"]
