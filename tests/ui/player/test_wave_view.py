"""What the waveform shows, whatever of it there is."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QColor, QImage, QPaintEvent
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget
from pytestqt.qtbot import QtBot
from scripted import ANNA, transcript, turn

from desktop_app.core.audio.peaks import Peaks
from desktop_app.core.transcript.values import Span, Speaker
from desktop_app.ui.look.theme import DARK, LIGHT, palette
from desktop_app.ui.player.lanes import Lanes
from desktop_app.ui.player.strips import LANE_PX
from desktop_app.ui.player.waveform import Waveform


def picture(waveform: Waveform) -> QImage:
    return waveform.grab().toImage()


def colours_in(image: QImage, top: int, height: int, *, left: int = 0, width: int | None = None) -> set[str]:
    columns = range(left, image.width() if width is None else left + width)
    return {image.pixelColor(x, y).name() for y in range(top, top + height) for x in columns}


def test_the_waveform_has_the_colours_of_who_speaks(waveform: Waveform) -> None:
    waveform.show_position(60_000)  # all of it has been played
    strips = waveform.strips
    seen = colours_in(picture(waveform), strips.wave_top, strips.wave_height)
    assert {LIGHT.speaker(0).strong, LIGHT.speaker(1).strong} <= seen


def test_what_is_to_come_is_paler_than_what_was_played(waveform: Waveform) -> None:
    strips = waveform.strips
    seen = colours_in(picture(waveform), strips.wave_top, strips.wave_height, left=strips.left + 20)
    assert LIGHT.speaker(0).strong not in seen


def test_every_lane_has_its_speakers_colour_and_initials(waveform: Waveform) -> None:
    strips = waveform.strips
    for number in (0, 1):
        top = strips.lanes_top + number * LANE_PX
        seen = colours_in(picture(waveform), top + 2, LANE_PX - 4, left=strips.left)
        assert LIGHT.speaker(number).strong in seen
        assert LIGHT.speaker(1 - number).strong not in seen
        chip = colours_in(picture(waveform), top + 3, 12, left=18, width=18)
        assert {LIGHT.speaker(number).fill, LIGHT.speaker(number).ink} <= chip


def test_another_theme_is_taken_up_at_once(waveform: Waveform, qapp: QApplication) -> None:
    picture(waveform)
    qapp.setPalette(palette(DARK))
    strips = waveform.strips
    assert DARK.speaker(0).strong in colours_in(picture(waveform), strips.lanes_top, LANE_PX)


def test_folded_lanes_leave_their_room_and_the_waveform_its_colours(waveform: Waveform) -> None:
    before = waveform.sizeHint().height()
    waveform.fold_lanes(True)
    assert waveform.sizeHint().height() < before
    assert waveform.strips.lanes_height == 0
    waveform.show_position(60_000)
    assert LIGHT.speaker(0).strong in colours_in(picture(waveform), waveform.strips.wave_top, 60)
    waveform.fold_lanes(False)
    assert waveform.sizeHint().height() == before


def test_without_sound_there_are_lanes_alone(make_waveform: Callable[[], Waveform], lanes: Lanes) -> None:
    waveform = make_waveform()
    waveform.show_lanes(lanes)
    assert (waveform.strips.wave_height, waveform.length_ms) == (0, 58_000)
    assert LIGHT.speaker(0).strong in colours_in(picture(waveform), waveform.strips.lanes_top, LANE_PX)


def test_without_a_transcript_there_is_the_waveform_alone(make_waveform: Callable[[], Waveform], peaks: Peaks) -> None:
    waveform = make_waveform()
    waveform.show_peaks(peaks)
    waveform.show_position(60_000)
    assert waveform.strips.lanes_height == 0
    assert LIGHT.edge in colours_in(picture(waveform), waveform.strips.wave_top, 60)


def test_without_anything_nothing_is_painted_and_nothing_asked(make_waveform: Callable[[], Waveform]) -> None:
    waveform = make_waveform()
    assert len(colours_in(picture(waveform), 0, 100)) == 1
    waveform.show_lanes(Lanes.of(transcript()))
    assert len(colours_in(picture(waveform), 0, 100)) == 1


def test_the_waveform_grows_while_its_sound_is_read(make_waveform: Callable[[], Waveform], peaks: Peaks) -> None:
    waveform = make_waveform()
    waveform.show_length(60_000)
    waveform.show_peaks(Peaks(peaks.pairs[:, :1000]))
    waveform.show_position(60_000)
    right = waveform.strips.left + waveform.strips.width * 3 // 4
    top = waveform.strips.wave_top + 10
    assert LIGHT.edge not in colours_in(picture(waveform), top, 10, left=right, width=100)
    waveform.show_peaks(peaks)
    assert LIGHT.edge in colours_in(picture(waveform), top, 10, left=right, width=100)
    assert waveform.navigation.view.shows_all


def test_twenty_lanes_can_be_scrolled(make_waveform: Callable[[], Waveform]) -> None:
    waveform = make_waveform()
    speakers = tuple(Speaker(f"S{n}", f"Speaker {n}", n) for n in range(20))
    said = [turn("a", 1000 * n, each) for n, each in enumerate(speakers)]
    waveform.show_lanes(Lanes.of(transcript(*said, speakers=speakers)))
    bar = waveform.findChild(QScrollBar)
    assert bar.isVisible()
    first = picture(waveform)
    assert waveform.scroll_lanes(10_000)
    assert bar.value() == bar.maximum() > 0
    assert picture(waveform) != first


def test_three_lanes_have_no_scroll_bar(waveform: Waveform) -> None:
    assert not waveform.findChild(QScrollBar).isVisible()
    assert not waveform.scroll_lanes(18)


def test_what_is_chosen_and_the_texts_stretch_are_shaded(waveform: Waveform) -> None:
    waveform.show_text_span(Span(10_000, 20_000))
    waveform.show_selection(Span(40_000, 50_000))
    image = picture(waveform)
    y = waveform.strips.wave_top
    for time_ms, colour in ((15_000, LIGHT.hover), (45_000, LIGHT.selection)):
        x = waveform.strips.left + round(waveform.navigation.view.x_of(time_ms))
        assert image.pixelColor(x, y) == QColor(colour)
    edge = waveform.strips.left + round(waveform.navigation.view.x_of(40_000))
    assert image.pixelColor(edge, y) == QColor(LIGHT.accent)


class Painted(QObject):
    """Which part was painted last."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.rect = QRect()
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.rect = event.rect()
        return False


def test_while_it_plays_only_the_columns_that_the_head_crosses_are_painted(waveform: Waveform, qtbot: QtBot) -> None:
    QApplication.processEvents()
    painted, before = Painted(waveform), waveform.head_x
    waveform.show_position(1000)
    qtbot.waitUntil(lambda: not painted.rect.isNull())
    assert painted.rect.contains(before, 50)
    assert painted.rect.contains(waveform.head_x, 50)
    assert painted.rect.width() < 50


def test_the_play_head_stands_at_its_moment(waveform: Waveform) -> None:
    waveform.show_position(30_000)
    x = waveform.strips.left + round(waveform.navigation.view.x_of(30_000))
    assert picture(waveform).pixelColor(x, waveform.strips.wave_top) == QColor(LIGHT.accent)


@pytest.mark.parametrize("width", [240, 720, 2400])
def test_it_is_painted_in_any_width(waveform: Waveform, width: int) -> None:
    waveform.resize(width, 140)
    assert waveform.strips.left + waveform.strips.width <= width
    assert LIGHT.accent in colours_in(picture(waveform), 30, 20)


def test_a_recording_of_one_speaker_has_one_lane(make_waveform: Callable[[], Waveform], peaks: Peaks) -> None:
    waveform = make_waveform()
    waveform.show_peaks(peaks)
    waveform.show_lanes(Lanes.of(transcript(turn("a b c", 0, ANNA))))
    assert waveform.strips.lanes_height == LANE_PX
