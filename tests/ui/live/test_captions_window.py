"""The captions in a window of their own."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF, QSettings, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN, final, found, partial, revision, transcript, turn

from desktop_app.ui.live.caption_painting import BLACK_ON_WHITE, WHITE_ON_BLACK, CaptionColours, CaptionPainter
from desktop_app.ui.live.captions_window import NOBODY_YET, NOT_RECORDING, SIZES_PX, CaptionsWindow
from desktop_app.ui.look.theme import contrast
from desktop_app.ui.state.document import Document
from desktop_app.ui.state.shown_turn import ShownTurn

SENTENCE = "so before the second berth was built how did the shifts work when two ships came in on the same tide"


@pytest.fixture
def captions(qtbot: QtBot, settings: QSettings) -> Iterator[CaptionsWindow]:
    made = CaptionsWindow(settings)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.follow(None)


@pytest.fixture
def document(captions: CaptionsWindow) -> Document:
    made = Document(transcript(), captions)
    made.begin_live()
    for speaker in (ANNA, BEN):
        made.hear(found(speaker))
    captions.follow(made)
    return made


def shown(captions: CaptionsWindow) -> list[int]:
    captions.grab()
    return captions.shown


def test_before_anybody_speaks_it_says_so(captions: CaptionsWindow) -> None:
    assert captions.text() == NOT_RECORDING
    captions.grab()
    captions.follow(Document(transcript(), captions))
    assert captions.text() == NOBODY_YET


def test_it_stays_on_top(captions: CaptionsWindow) -> None:
    assert captions.windowFlags() & Qt.WindowType.WindowStaysOnTopHint


def test_the_last_lines_show_and_no_more_than_have_room(captions: CaptionsWindow, document: Document) -> None:
    for number in range(60):
        document.hear(final(number, f"{SENTENCE} {number}", number * 5000, (ANNA, BEN)[number % 2]))
    seen = shown(captions)
    assert seen[0] == 59
    assert 1 <= len(seen) < 5
    captions.resize(960, 900)
    assert len(shown(captions)) > len(seen)


def test_what_is_withdrawn_goes_and_what_is_revised_stays(captions: CaptionsWindow, document: Document) -> None:
    document.hear(final(1, "yes"))
    document.hear(partial(2, "hm", 4000))
    assert captions.text() == "yes\nhm"
    document.hear(final(2, "", 4000))
    document.hear(revision(1, BEN))
    assert captions.text() == "yes"
    assert captions.accessibleDescription() == "yes"


def test_a_revision_of_a_turn_that_has_left_does_not_bring_it_back(
    captions: CaptionsWindow, document: Document
) -> None:
    for number in range(60):
        document.hear(final(number, f"word {number}", number * 5000))
    document.hear(revision(0, BEN))
    assert "word 0\n" not in captions.text()


def test_what_must_be_known_stands_above_the_captions_which_stay(captions: CaptionsWindow, document: Document) -> None:
    document.hear(final(1, "yes"))
    before = captions.grab().toImage()
    captions.show_note("Paused.")
    assert captions.text() == "Paused.\nyes"
    assert captions.accessibleDescription() == "Paused."
    assert captions.grab().toImage() != before
    assert captions.shown == [1]
    captions.show_note("")
    assert captions.grab().toImage() == before
    assert captions.accessibleDescription() == "yes"


def test_in_the_smallest_window_the_largest_letters_leave_what_must_be_known_alone(
    captions: CaptionsWindow, document: Document
) -> None:
    captions.resize(captions.minimumSize())
    captions.show_note("Paused. Nothing is recorded.")
    alone = captions.grab().toImage().copy(0, 0, 280, 30)
    captions.size_px = SIZES_PX[-1]
    document.hear(final(1, "hello"))
    assert captions.grab().toImage().copy(0, 0, 280, 30) == alone


def test_it_comes_back_wholly_onto_its_screen(captions: CaptionsWindow) -> None:
    screen = captions.screen().availableGeometry()
    for way in (captions.frameless.trigger, captions.show):
        captions.move(screen.right() - 100, screen.bottom() - 50)
        if way == captions.show:
            captions.close()
        way()
        assert screen.contains(captions.frameGeometry())


def test_another_frame_is_no_other_window_and_leaves_it_on_top_and_full(qtbot: QtBot, captions: CaptionsWindow) -> None:
    captions.full_screen.trigger()
    qtbot.waitUntil(captions.isFullScreen)
    handle, number = captions.windowHandle(), captions.winId()
    hidden: list[bool] = []
    handle.visibleChanged.connect(hidden.append)
    for frameless in (True, False):
        captions.frameless.trigger()
        assert bool(handle.flags() & Qt.WindowType.FramelessWindowHint) is frameless
        for flags in (captions.windowFlags(), handle.flags()):
            assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert (captions.windowHandle(), captions.winId(), hidden) == (handle, number, [])
    assert captions.isFullScreen()


def test_after_the_end_the_last_lines_stay(captions: CaptionsWindow, document: Document) -> None:
    document.hear(final(1, "goodbye"))
    document.finish(transcript(turn("goodbye")))
    assert captions.text() == "goodbye"


def test_it_shows_what_was_said_before_it_was_opened(captions: CaptionsWindow) -> None:
    document = Document(transcript(), captions)
    document.begin_live()
    document.hear(found(ANNA))
    document.hear(final(1, "hello"))
    captions.follow(document)
    assert captions.text() == "hello"


def test_another_name_is_painted(captions: CaptionsWindow, document: Document) -> None:
    document.hear(final(1, "hello"))
    before = captions.grab().toImage()
    document.rename(ANNA.id, "Anna Lind")
    assert captions.grab().toImage() != before


@pytest.mark.parametrize("colours", [WHITE_ON_BLACK, BLACK_ON_WHITE])
def test_everything_in_it_has_contrast(colours: CaptionColours) -> None:
    assert contrast(colours.ink, colours.ground) > 15
    assert contrast(colours.soft, colours.ground) > 4.5
    assert [each.fill for each in colours.speakers if contrast(each.ink, each.fill) < 4.5] == []


def test_the_letters_grow_and_shrink_by_keys_and_are_remembered(
    qtbot: QtBot, captions: CaptionsWindow, settings: QSettings
) -> None:
    captions.activateWindow()
    qtbot.keyClick(captions, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert captions.size_px == 48
    for _ in range(20):
        qtbot.keyClick(captions, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert captions.size_px == SIZES_PX[0]
    again = CaptionsWindow(settings)
    qtbot.addWidget(again)
    assert again.size_px == SIZES_PX[0]


def test_black_on_white_and_no_frame_are_choices_that_are_remembered(
    qtbot: QtBot, captions: CaptionsWindow, settings: QSettings
) -> None:
    captions.reversed.trigger()
    assert captions.grab().toImage().pixelColor(1, 1).name() == "#ffffff"
    captions.frameless.trigger()
    assert captions.isVisible()
    again = CaptionsWindow(settings)
    qtbot.addWidget(again)
    assert again.colours is BLACK_ON_WHITE
    assert again.windowFlags() & Qt.WindowType.FramelessWindowHint


def test_esc_leaves_the_full_screen_and_nothing_else(qtbot: QtBot, captions: CaptionsWindow) -> None:
    captions.activateWindow()
    qtbot.keyClick(captions, Qt.Key.Key_F11)
    qtbot.waitUntil(captions.isFullScreen)
    qtbot.keyClick(captions, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not captions.isFullScreen())
    qtbot.keyClick(captions, Qt.Key.Key_Escape)
    assert captions.isVisible()


def painted(painter: CaptionPainter, *turns: ShownTurn, height: int = 400) -> QImage:
    image = QImage(600, height, QImage.Format.Format_RGB32)
    image.fill(0)
    on_image = QPainter(image)
    speakers = {ANNA.id: ANNA, BEN.id: BEN}
    painter.paint(on_image, QRectF(image.rect()), turns, speakers, WHITE_ON_BLACK, 40)
    on_image.end()
    return image


def rows(image: QImage, colour: str) -> list[int]:
    """The rows in which a colour is seen."""
    return [y for y in range(image.height()) if any(image.pixelColor(x, y).name() == colour for x in range(600))]


def test_what_stands_above_does_not_jump_back_where_the_newest_words_become_fewer(qapp: object) -> None:
    painter = CaptionPainter()
    above = ShownTurn(0, ANNA.id, False, "above", 1)
    long, short = (ShownTurn(1000, BEN.id, False, text, 2, 0) for text in (SENTENCE[:60], "so before"))
    before = rows(painted(painter, above, long), "#ffffff")
    assert rows(painted(painter, above, short), "#ffffff") == before
    next_one = ShownTurn(2000, ANNA.id, False, "next", 3, 0)
    assert rows(painted(painter, above, short, next_one), "#ffffff") != before


def test_what_stands_at_the_top_has_its_speakers_name_even_where_its_beginning_has_gone(qapp: object) -> None:
    monologue = ShownTurn(0, ANNA.id, False, " ".join([SENTENCE] * 4), 1)
    fill = WHITE_ON_BLACK.speakers[ANNA.colour].fill
    image = painted(CaptionPainter(), monologue, height=200)
    names = rows(image, fill)
    assert names
    assert names[-1] < rows(image, WHITE_ON_BLACK.ink)[0]


def test_the_newest_words_show_in_the_smallest_window_with_the_largest_letters(
    captions: CaptionsWindow, document: Document
) -> None:
    captions.size_px = SIZES_PX[-1]
    captions.resize(captions.minimumSize())
    document.hear(final(1, "hello"))
    assert shown(captions) == [1]
    image = captions.grab().toImage()
    assert any(image.pixelColor(x, y).name() == "#ffffff" for x in range(280) for y in range(0, 120, 2))
