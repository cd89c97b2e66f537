"""What a person does with the waveform."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.core.transcript.values import Span
from desktop_app.ui.look.theme import LIGHT
from desktop_app.ui.player.lanes import Lanes
from desktop_app.ui.player.waveform import Waveform

LEFT, SHIFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def at(waveform: Waveform, time_ms: int) -> QPoint:
    return QPoint(waveform.strips.left + round(waveform.navigation.view.x_of(time_ms)), 40)


def drag(waveform: Waveform, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.mousePress(waveform, LEFT, modifiers, start)
    QTest.mouseMove(waveform, (start + end) / 2)
    QTest.mouseMove(waveform, end)
    QTest.mouseRelease(waveform, LEFT, modifiers, end)


def wheel(waveform: Waveform, x: float, angle: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    place = QPointF(x, 60)
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(
        place, waveform.mapToGlobal(place), QPoint(), angle, Qt.MouseButton.NoButton, modifiers, phase, False
    )
    QApplication.sendEvent(waveform, event)


def press(waveform: Waveform, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    for key in keys:
        QTest.keyClick(waveform, key, modifiers)


def test_a_click_seeks_to_its_place(waveform: Waveform, qtbot: QtBot) -> None:
    with qtbot.waitSignal(waveform.seek_asked) as asked:
        QTest.mouseClick(waveform, LEFT, NONE, at(waveform, 30_000))
    assert asked.args[0] == waveform.navigation.head_ms == pytest.approx(30_000, abs=40)


def test_a_click_that_trembles_is_a_click(waveform: Waveform, qtbot: QtBot) -> None:
    place = at(waveform, 30_000)
    with qtbot.waitSignal(waveform.seek_asked):
        drag(waveform, place, place + QPoint(2, 1))


def test_dragging_scrolls_and_seeks_nowhere(waveform: Waveform, qtbot: QtBot) -> None:
    waveform.zoom(4, waveform.strips.left + 400)
    grabbed_ms = waveform.time_at(600)
    with qtbot.assertNotEmitted(waveform.seek_asked):
        drag(waveform, QPoint(600, 40), QPoint(450, 40))
    assert waveform.time_at(450) == pytest.approx(grabbed_ms, abs=2)


def test_dragging_with_shift_chooses(waveform: Waveform, qtbot: QtBot) -> None:
    with qtbot.waitSignal(waveform.selected):
        drag(waveform, at(waveform, 40_000), at(waveform, 20_000), SHIFT)
    assert waveform.selection is not None
    assert waveform.selection.start_ms == pytest.approx(20_000, abs=70)
    assert waveform.selection.end_ms == pytest.approx(40_000, abs=70)
    with qtbot.waitSignal(waveform.selected) as asked:
        QTest.mouseClick(waveform, LEFT, SHIFT, at(waveform, 50_000))
    assert asked.args == [None]


def test_a_press_on_a_name_seeks_nowhere(waveform: Waveform, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(waveform.seek_asked):
        QTest.mouseClick(waveform, LEFT, NONE, QPoint(20, waveform.strips.lanes_top + 5))


@pytest.mark.parametrize("modifiers", [NONE, CONTROL])
def test_the_wheel_zooms_about_the_pointer(waveform: Waveform, modifiers: Qt.KeyboardModifier) -> None:
    under = waveform.time_at(700)
    wheel(waveform, 700, QPoint(0, 240), modifiers)
    assert not waveform.navigation.view.shows_all
    assert waveform.time_at(700) == under


def test_the_wheel_with_shift_and_sideways_scrolls(waveform: Waveform) -> None:
    waveform.zoom(8, waveform.strips.left + 400)
    starts = [waveform.navigation.view.start_ms]
    for angle, modifiers in ((QPoint(0, -120), SHIFT), (QPoint(-120, 0), NONE)):
        wheel(waveform, 500, angle, modifiers)
        starts.append(waveform.navigation.view.start_ms)
    assert starts[0] < starts[1] < starts[2]


def test_over_the_names_the_wheel_does_not_zoom(waveform: Waveform) -> None:
    wheel(waveform, 10, QPoint(0, 240))
    assert waveform.navigation.view.shows_all


def test_a_pinch_zooms(waveform: Waveform) -> None:
    place = QPointF(500, 50)
    kind, device = Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice()
    QApplication.sendEvent(waveform, QNativeGestureEvent(kind, device, 2, place, place, place, 0.5, QPointF()))
    assert waveform.navigation.view.shown_ms == pytest.approx(40_000)


def test_two_seconds_are_the_closest(waveform: Waveform) -> None:
    press(waveform, *[Qt.Key.Key_Plus] * 20)
    assert waveform.navigation.view.shown_ms == pytest.approx(2000)
    press(waveform, Qt.Key.Key_0)
    assert waveform.navigation.view.shows_all


def test_arrows_move_the_head_finer_where_the_view_is_closer(waveform: Waveform) -> None:
    press(waveform, Qt.Key.Key_Right)
    far = waveform.navigation.head_ms
    press(waveform, *[Qt.Key.Key_Plus] * 20)
    press(waveform, Qt.Key.Key_Right)
    assert (far, waveform.navigation.head_ms) == (1000, 1100)
    press(waveform, *[Qt.Key.Key_Left] * 20)
    assert waveform.navigation.head_ms == 0


def test_control_and_arrows_go_from_turn_to_turn(waveform: Waveform) -> None:
    press(waveform, *[Qt.Key.Key_Right] * 3, modifiers=CONTROL)
    assert waveform.navigation.head_ms == 15_000
    press(waveform, Qt.Key.Key_Left, modifiers=CONTROL)
    assert waveform.navigation.head_ms == 10_000


def test_shift_and_arrows_choose_from_where_they_began(waveform: Waveform) -> None:
    waveform.seek(10_000)
    press(waveform, *[Qt.Key.Key_Right] * 3, modifiers=SHIFT)
    assert waveform.selection == Span(10_000, 13_000)
    press(waveform, *[Qt.Key.Key_Left] * 5, modifiers=SHIFT)
    assert waveform.selection == Span(8_000, 10_000)
    press(waveform, Qt.Key.Key_Escape)
    assert waveform.selection is None
    waveform.seek(30_000)
    press(waveform, Qt.Key.Key_Right, modifiers=SHIFT | CONTROL)
    assert waveform.selection == Span(30_000, 35_000)


def test_home_end_and_enter(waveform: Waveform, qtbot: QtBot) -> None:
    press(waveform, Qt.Key.Key_End)
    assert waveform.navigation.head_ms == 60_000
    press(waveform, Qt.Key.Key_Home)
    assert waveform.navigation.head_ms == 0
    waveform.seek(7000)
    with qtbot.waitSignal(waveform.play_asked) as asked:
        press(waveform, Qt.Key.Key_Return)
    assert asked.args == [7000]


def test_keys_of_the_window_are_left_to_it(waveform: Waveform) -> None:
    for key, modifiers in ((Qt.Key.Key_F, CONTROL), (Qt.Key.Key_Space, NONE), (Qt.Key.Key_Escape, NONE)):
        before = waveform.navigation.head_ms
        press(waveform, key, modifiers=modifiers)
        assert waveform.navigation.head_ms == before


def test_the_page_follows_until_the_person_looks_elsewhere(waveform: Waveform, qtbot: QtBot) -> None:
    waveform.zoom(6, waveform.strips.left)
    with qtbot.waitSignal(waveform.follow_changed) as told:
        press(waveform, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    assert told.args == [False]
    start_ms = waveform.navigation.view.start_ms
    waveform.show_position(1000)
    assert waveform.navigation.view.start_ms == start_ms
    with qtbot.waitSignal(waveform.follow_changed) as told:
        waveform.follow()
    assert told.args == [True]
    assert waveform.navigation.view.shows(1000)


def test_seeking_while_elsewhere_leaves_the_page_where_it_is(waveform: Waveform) -> None:
    waveform.zoom(6, waveform.strips.left)
    press(waveform, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    before = waveform.navigation.view
    QTest.mouseClick(waveform, LEFT, NONE, QPoint(600, 40))
    assert waveform.navigation.view == before
    assert waveform.navigation.follows


def test_the_pointer_is_told_the_time_and_who_speaks(waveform: Waveform) -> None:
    QTest.mouseMove(waveform, at(waveform, 1500))
    assert waveform.hover_text() == "00:01 · Speaker 1"
    QTest.mouseMove(waveform, at(waveform, 20_500))
    assert waveform.hover_text() == "00:20 · Speaker 1 and Speaker 2"
    QTest.mouseMove(waveform, at(waveform, 4500))
    assert waveform.hover_text() == "00:04"
    QTest.mouseMove(waveform, QPoint(5, 60))
    assert waveform.hover_text() == ""


def test_who_uses_the_mouse_sees_no_frame_and_who_uses_keys_does(waveform: Waveform) -> None:
    QTest.mouseClick(waveform, LEFT, NONE, at(waveform, 30_000))
    assert waveform.grab().toImage().pixelColor(500, 0).name() != LIGHT.accent
    press(waveform, Qt.Key.Key_Right)
    assert waveform.grab().toImage().pixelColor(500, 0).name() == LIGHT.accent


def test_nothing_can_be_asked_of_an_empty_one(qtbot: QtBot, make_waveform: Callable[[], Waveform]) -> None:
    waveform = make_waveform()
    with qtbot.assertNotEmitted(waveform.seek_asked), qtbot.assertNotEmitted(waveform.play_asked):
        QTest.mouseClick(waveform, LEFT, NONE, QPoint(300, 40))
        press(waveform, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Plus)
        wheel(waveform, 300, QPoint(0, 120))


def test_a_screen_reader_is_told_the_moment_in_words(waveform: Waveform, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[object] = []
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: said.append(event.value() if event.type() is QAccessible.Event.ValueChanged else None),
    )
    waveform.seek(20_500)
    reader = QAccessible.queryAccessibleInterface(waveform)
    assert reader.text(QAccessible.Text.Value) == "00:20, Speaker 1 and Speaker 2"
    assert reader.text(QAccessible.Text.Name) == "Waveform"
    assert "Enter plays" in reader.text(QAccessible.Text.Description)
    assert reader.role() is QAccessible.Role.Slider
    assert "00:20, Speaker 1 and Speaker 2" in said


def test_a_screen_reader_is_not_disturbed_while_it_plays(waveform: Waveform, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[object] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", said.append)
    waveform.show_position(20_500)
    assert said == []


def test_a_new_transcript_is_spoken_of_at_once(waveform: Waveform, lanes: Lanes) -> None:
    waveform.show_lanes(None)
    assert waveform.value_text() == "00:00"
    waveform.show_lanes(lanes)
    assert waveform.value_text() == "00:00, Speaker 1"
