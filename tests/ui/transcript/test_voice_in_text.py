"""What sounds is marked in the text, and the page goes with it until the reader looks elsewhere."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QAbstractSlider
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN, transcript, turn

from desktop_app.ui.look.theme import LIGHT
from desktop_app.ui.state.document import Document
from desktop_app.ui.state.sounding import Heard
from desktop_app.ui.transcript.sounding_mark import SoundingMark
from desktop_app.ui.transcript.transcript_text import TranscriptText
from desktop_app.ui.transcript.turn_places import TurnPlaces
from desktop_app.ui.transcript.voice_follower import VoiceFollower

TURNS = tuple(
    turn("so before the second berth was built how did it work", 5000 * n, (ANNA, BEN)[n % 2]) for n in range(80)
)


@pytest.fixture
def document(qtbot: QtBot, text: TranscriptText) -> Document:
    made = Document(transcript(*TURNS), text)
    text.show_document(made)
    qtbot.waitUntil(lambda: not text.is_filling())
    return made


@pytest.fixture
def mark(text: TranscriptText, document: Document) -> SoundingMark:
    return SoundingMark(text, TurnPlaces(text.shown))


@pytest.fixture
def follower(text: TranscriptText, mark: SoundingMark) -> VoiceFollower:
    return VoiceFollower(text, mark)


class Painted(QObject):
    """Which rows of the text are painted."""

    def __init__(self, text: TranscriptText) -> None:
        super().__init__(text)
        self.heights: list[int] = []
        text.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.heights.append(event.rect().height())
        return False


def colours(text: TranscriptText, mark: SoundingMark) -> set[str]:
    """Those within the marked word's box."""
    place = mark.place()
    assert place is not None
    rect = place.translated(0, -text.verticalScrollBar().value()).toRect().adjusted(2, 4, -2, -4)
    image = text.viewport().grab(rect).toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_a_word_whose_time_is_known_has_a_bright_box(text: TranscriptText, mark: SoundingMark) -> None:
    mark.show(Heard(TURNS[1], 3))
    assert LIGHT.accent in colours(text, mark)


@pytest.mark.parametrize(
    ("word", "marked"), [("so,", "so"), ("“so”", "so"), ("…", "…"), ("don't.", "don't"), ("किया", "किया")]
)
def test_punctuation_around_a_word_is_not_marked(qtbot: QtBot, text: TranscriptText, word: str, marked: str) -> None:
    said = turn(f"it was {word} then", 0)
    text.show_document(Document(transcript(said), text))
    SoundingMark(text, TurnPlaces(text.shown)).show(Heard(said, 2))
    spoken = text.turn_layout.painting.spoken
    assert spoken is not None
    assert text.shown[0].text[slice(*spoken.span)] == marked


def test_the_turn_of_the_word_has_a_quiet_ground_from_margin_to_margin(
    text: TranscriptText, mark: SoundingMark
) -> None:
    mark.show(Heard(TURNS[1], 3))
    ground = text.turn_layout.ground_of(1).toRect()
    image = text.viewport().grab().toImage()
    for corner in (QPoint(ground.left() + 6, ground.top() + 3), QPoint(ground.right() - 6, ground.bottom() - 3)):
        assert image.pixelColor(corner) == QColor(LIGHT.selection)
    outside = QPoint(ground.left() + 6, ground.bottom() + 3)
    assert image.pixelColor(outside) == QColor(LIGHT.ground)


def test_a_word_whose_time_is_estimated_is_only_underlined(
    qtbot: QtBot, text: TranscriptText, document: Document, mark: SoundingMark
) -> None:
    about = replace(TURNS[1], words=tuple(replace(word, estimated=True) for word in TURNS[1].words))
    mark.show(Heard(about, 3))
    assert LIGHT.accent not in colours(text, mark)
    place = mark.place()
    assert place is not None
    assert text.viewport().grab(place.toRect()).toImage().pixelColor(8, place.toRect().height() - 3) == QColor(
        LIGHT.accent
    )


def test_from_word_to_word_only_their_lines_are_painted(qtbot: QtBot, text: TranscriptText, mark: SoundingMark) -> None:
    mark.show(Heard(TURNS[1], 3))
    text.repaint()
    painted = Painted(text)
    mark.show(Heard(TURNS[1], 4))
    qtbot.waitUntil(lambda: bool(painted.heights))
    assert max(painted.heights) <= 30
    mark.show(Heard(TURNS[1], 4))
    count = len(painted.heights)
    qtbot.wait(1)
    assert len(painted.heights) == count


def test_the_mark_stays_with_its_turn_when_turns_come_before_it(
    qtbot: QtBot, text: TranscriptText, document: Document, mark: SoundingMark
) -> None:
    mark.show(Heard(TURNS[1], 3))
    document.add_turns((turn("something else", 2000, BEN),), (BEN,))
    qtbot.waitUntil(lambda: len(text.shown) == 81)
    spoken = text.turn_layout.painting.spoken
    assert spoken is not None
    assert spoken.number == 2


def test_a_turn_that_is_not_there_yet_is_marked_when_it_comes(
    qtbot: QtBot, text: TranscriptText, document: Document, mark: SoundingMark
) -> None:
    late = turn("something else", 2000, BEN)
    mark.show(Heard(late, 0))
    assert mark.place() is None
    document.add_turns((late,), (BEN,))
    qtbot.waitUntil(lambda: mark.place() is not None)


def test_nothing_is_marked_any_more(text: TranscriptText, mark: SoundingMark) -> None:
    mark.show(Heard(TURNS[1], 3))
    mark.show(None)
    image = text.viewport().grab().toImage()
    assert image.pixelColor(text.turn_layout.ground_of(1).toRect().topLeft() + QPoint(6, 3)) == QColor(LIGHT.ground)


# Following.


def shown_y(text: TranscriptText, mark: SoundingMark) -> float:
    place = mark.place()
    assert place is not None
    return place.top() - text.verticalScrollBar().value()


def test_the_page_is_turned_when_the_word_leaves_it_and_not_before(
    text: TranscriptText, mark: SoundingMark, follower: VoiceFollower
) -> None:
    mark.show(Heard(TURNS[2], 0))
    follower.reveal()
    assert text.verticalScrollBar().value() == 0
    mark.show(Heard(TURNS[40], 0))
    follower.reveal()
    assert 0 <= shown_y(text, mark) < 0.1 * text.height()
    before = text.verticalScrollBar().value()
    mark.show(Heard(TURNS[41], 0))
    follower.reveal()
    assert text.verticalScrollBar().value() == before


def test_turning_the_page_is_not_taken_for_the_readers_scrolling(
    qtbot: QtBot, text: TranscriptText, mark: SoundingMark, follower: VoiceFollower
) -> None:
    mark.show(Heard(TURNS[70], 0))
    with qtbot.assertNotEmitted(follower.left):
        follower.reveal()
        text.resize(500, 400)
        qtbot.wait(1)


def test_scrolling_by_wheel_bar_or_keys_and_selecting_leave_the_voice(
    qtbot: QtBot, text: TranscriptText, follower: VoiceFollower
) -> None:
    bar = text.verticalScrollBar()
    with qtbot.waitSignal(follower.left):
        bar.triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd)
    with qtbot.waitSignal(follower.left):
        qtbot.keyClick(text, Qt.Key.Key_PageDown)
    with qtbot.waitSignal(follower.left):
        qtbot.keyClick(text, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(follower.left):
        qtbot.keyClick(text, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)


def test_moving_the_caret_within_what_is_in_view_leaves_nothing(
    qtbot: QtBot, text: TranscriptText, follower: VoiceFollower
) -> None:
    text.setTextCursor(QTextCursor(text.document()))
    with qtbot.assertNotEmitted(follower.left):
        qtbot.keyClick(text, Qt.Key.Key_Right)
        qtbot.keyClick(text, Qt.Key.Key_Down)


def test_an_hour_of_one_voice_is_marked_line_by_line(qtbot: QtBot, text: TranscriptText) -> None:
    hour = turn("word " * 10_000, 0)
    document = Document(transcript(hour), text)
    text.show_document(document)
    qtbot.waitUntil(lambda: not text.is_filling())
    mark = SoundingMark(text, TurnPlaces(text.shown))
    follower = VoiceFollower(text, mark)
    mark.show(Heard(hour, 9000))
    follower.reveal()
    assert 0.2 * text.height() < shown_y(text, mark) < 0.3 * text.height()
    assert LIGHT.accent in colours(text, mark)
