"""The text at other sizes."""

import pytest
from cost import calls
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QTextCharFormat, QTextCursor
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN, transcript, turn

from desktop_app.ui.look.text_look import TextLook, Width
from desktop_app.ui.look.theme import LIGHT
from desktop_app.ui.state.document import Document
from desktop_app.ui.transcript.text_rows import row_px, row_top
from desktop_app.ui.transcript.transcript_text import TranscriptText

SENTENCE = "so before the second berth was built how did the shifts work when two ships came in on the same tide"
OF_ALL_SCRIPTS = "Übergrößen ậ Ắ فَارِسِيٌّ ที่นี่กั้น 日本語 한국어 देवनागरी 🙂"
LONG = 8000


def show(qtbot: QtBot, text: TranscriptText, *words: str) -> None:
    turns = [turn(each, 5000 * place, (ANNA, BEN)[place % 2]) for place, each in enumerate(words)]
    text.show_document(Document(transcript(*turns, speakers=(ANNA, BEN)), text))
    qtbot.waitUntil(lambda: not text.is_filling(), timeout=20_000)


def rows(text: TranscriptText, number: int) -> list[tuple[float, float]]:
    """Top and bottom of a block's rows."""
    layout = text.document().findBlockByNumber(number).layout()
    lines = [layout.lineAt(place) for place in range(layout.lineCount())]
    usual = text.turn_layout.text_look.line_px
    return [(row_top(line, usual), row_top(line, usual) + row_px(line, usual)) for line in lines]


@pytest.mark.parametrize("size_px", [12, 15, 24, 40])
def test_letters_of_all_scripts_are_whole_at_every_size(qtbot: QtBot, text: TranscriptText, size_px: int) -> None:
    show(qtbot, text, " ".join([OF_ALL_SCRIPTS] * 8))
    text.take_look(TextLook(size_px))
    text.repaint()
    layout = text.document().firstBlock().layout()
    places = rows(text, 0)
    assert len(places) > 1
    for number, (top, bottom) in enumerate(places):
        line = layout.lineAt(number)
        assert top <= line.y()
        assert line.y() + line.height() <= bottom
    assert all(above[1] == below[0] for above, below in zip(places, places[1:], strict=False))
    height = text.turn_layout.blockBoundingRect(text.document().firstBlock()).height()
    assert height >= places[-1][1]


def test_a_taller_line_has_a_higher_row_in_which_it_is_hit(qtbot: QtBot, text: TranscriptText) -> None:
    show(qtbot, text, f"{SENTENCE} {SENTENCE}", "next")
    plain = text.turn_layout.blockBoundingRect(text.document().firstBlock()).height()
    tall = QTextCharFormat()
    tall.setProperty(QTextCharFormat.Property.FontPixelSize, 60)
    cursor = QTextCursor(text.document())
    cursor.movePosition(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(tall)
    block = text.document().firstBlock()
    first, second, *_ = rows(text, 0)
    assert text.turn_layout.blockBoundingRect(block).height() > plain
    assert first[1] - first[0] > 60
    assert second[0] == first[1]
    top = text.turn_layout.top_of(0)
    second_line = block.layout().lineAt(1)
    for y, line in ((first[1] - 2, block.layout().lineAt(0)), (second[0] + 2, second_line)):
        point = QPointF(text.turn_layout.columns.text_left + 1, top + y)
        assert text.turn_layout.hitTest(point, Qt.HitTestAccuracy.FuzzyHit) == line.textStart()


@pytest.mark.parametrize("size_px", [12, 40])
def test_what_is_selected_is_marked_over_the_whole_row(qtbot: QtBot, text: TranscriptText, size_px: int) -> None:
    show(qtbot, text, SENTENCE)
    text.take_look(TextLook(size_px))
    cursor = QTextCursor(text.document())
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    image = QImage(text.viewport().size(), QImage.Format.Format_RGB32)
    text.viewport().render(image)
    left, top = text.turn_layout.columns.text_left + 2, text.turn_layout.top_of(0)
    places = rows(text, 0)
    assert image.pixelColor(left, round(top + places[0][0]) + 1) == QColor(LIGHT.accent)
    assert image.pixelColor(left, round(top + places[1][1]) - 2) == QColor(LIGHT.accent)


def test_the_caret_goes_on_where_it_was_and_words_are_hit_where_they_are(qtbot: QtBot, text: TranscriptText) -> None:
    show(qtbot, text, *[SENTENCE] * 5)
    text.take_look(TextLook(24))
    cursor = QTextCursor(text.document().findBlockByNumber(1))
    cursor.movePosition(QTextCursor.MoveOperation.NextWord, n=12)
    rect = text.cursorRect(cursor)
    assert rect.height() >= 24
    assert text.cursorForPosition(rect.center()).position() == cursor.position()


@pytest.mark.parametrize("size_px", [12, 24, 40])
def test_another_size_of_a_long_text_is_there_at_once(qtbot: QtBot, text: TranscriptText, size_px: int) -> None:
    show(qtbot, text, *[SENTENCE] * LONG)

    def look_otherwise() -> None:
        text.take_look(TextLook(size_px))
        text.repaint()

    assert calls(look_otherwise) < LONG  # a few thousand; nothing is laid out but what is seen
    assert not text.turn_layout.is_exact()


def test_the_turn_that_is_read_stays_in_view(qtbot: QtBot, text: TranscriptText) -> None:
    show(qtbot, text, *[SENTENCE * (1 + place % 4) for place in range(600)])
    bar, layout = text.verticalScrollBar(), text.turn_layout
    bar.setValue(layout.top_of(300) + 30)
    for look in (TextLook(40), TextLook(12, Width.WIDE), TextLook(20, names_above=True), TextLook(15, times=False)):
        text.take_look(look)
        assert layout.block_at(bar.value()) == 300
    qtbot.waitUntil(layout.is_exact, timeout=20_000)
    assert layout.block_at(bar.value()) == 300


def test_at_the_top_it_stays_at_the_top(qtbot: QtBot, text: TranscriptText) -> None:
    show(qtbot, text, *[SENTENCE] * 50)
    text.take_look(TextLook(32))
    assert text.verticalScrollBar().value() == 0


def test_times_are_painted_or_not(qtbot: QtBot, text: TranscriptText) -> None:
    show(qtbot, text, "hello")
    cell = QRect(text.turn_layout.columns.time_cell(text.turn_layout.top_of(0), 24))

    def has_ink() -> bool:
        image = text.viewport().grab(cell).toImage()
        pixels = ((x, y) for x in range(image.width()) for y in range(image.height()))
        return any(image.pixelColor(x, y) != QColor(LIGHT.ground) for x, y in pixels)

    assert has_ink()
    text.take_look(TextLook(times=False))
    assert not has_ink()
    assert text.speaker_and_time(0) == f"{ANNA.name}, 00:00"


def test_names_stand_above_where_that_is_wanted(qtbot: QtBot, text: TranscriptText) -> None:
    show(qtbot, text, "hello", "hello")
    before = text.cursorRect().top()
    text.take_look(TextLook(names_above=True))
    columns = text.turn_layout.columns
    assert text.cursorRect().top() == before + columns.lead
    assert text.margins.tip(columns.text_left + 5, text.turn_layout.top_of(0) + 4) == f"{ANNA.name}, 00:00"
