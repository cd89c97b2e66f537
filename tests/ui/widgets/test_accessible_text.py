"""What a screen reader is told, by the interfaces that it asks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QComboBox, QLineEdit, QSlider, QWidget
from pytestqt.qtbot import QtBot
from scripted import BEN, HEADSET, MIXER, ScriptedLive, ScriptedService, transcript, turn

from desktop_app.core.capture.values import Level
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.live.level_meter import LevelMeter
from desktop_app.ui.settings.settings_dialog import SettingsDialog


@pytest.fixture
def reading(qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]) -> MainWindow:
    window.opening.open(recordings[:1])
    service.finish(1, transcript(turn("good morning have you seen it"), turn("I have", 4000, BEN)), b"voices")
    qtbot.waitUntil(lambda: len(window.centre.view.text.shown) == 2)
    qtbot.waitUntil(window.speakers.isVisible)
    with qtbot.waitActive(window):
        window.activateWindow()
    return window


def told(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def name_of(widget: QWidget) -> str:
    """As a reader finds it on Linux: a box of choices has the name of the label whose buddy it is."""
    labels = [each for each, relation in told(widget).relations() if relation & QAccessible.RelationFlag.Label]
    return labels[0].text(QAccessible.Text.Name) if labels else told(widget).text(QAccessible.Text.Name)


def test_tab_into_the_text_says_whose_turn_it_is(qtbot: QtBot, reading: MainWindow) -> None:
    text = reading.centre.view.text
    reading.recordings.list.setFocus()
    with qtbot.waitSignal(reading.centre.view.announcer.said) as announced:
        text.setFocus(Qt.FocusReason.TabFocusReason)
    assert announced.args == ["Speaker 1, 00:00"]


def choices(*windows: QWidget) -> Iterator[QWidget]:
    for kind in (QComboBox, QLineEdit, QSlider):
        for window in windows:
            yield from (each for each in window.findChildren(kind) if not isinstance(each.parent(), QComboBox))


def test_every_choice_says_what_it_is_for(reading: MainWindow, live: ScriptedLive, qtbot: QtBot) -> None:
    dialog = SettingsDialog()
    qtbot.addWidget(dialog)
    live.list(HEADSET, MIXER)
    named = {each: name_of(each) for each in choices(reading, dialog)}
    values = {each.currentText() for each in named if isinstance(each, QComboBox)}
    assert all(named.values()), [each for each, name in named.items() if not name]
    assert not values & set(named.values()), "a value is no name"
    assert named[reading.recordings.speaker_count] != named[reading.speakers.grouping.count]
    assert name_of(dialog.form.fields["asr.device"].field()) == "Writing down the words: Device"
    assert name_of(reading.live_views.panel.choice.device) == "What to record"


def test_a_speaker_is_an_item_that_can_be_renamed(reading: MainWindow) -> None:
    card = reading.speakers.cards[1]
    item = told(card)
    assert item.role() == QAccessible.Role.ListItem
    assert item.text(QAccessible.Text.Name).startswith("Speaker 2, ")
    actions = item.actionInterface()
    assert actions is not None
    assert actions.actionNames()[0] == "Rename"
    actions.doAction("Rename")
    assert card.name.field.hasFocus()


def test_the_level_has_a_value_and_the_recorded_time_its_time(
    reading: MainWindow, live: ScriptedLive, qtbot: QtBot
) -> None:
    meter = LevelMeter()
    qtbot.addWidget(meter)
    meter.show()
    meter.show_level(Level(0, -12.0, -30.0, False))
    value = told(meter).valueInterface()
    assert value is not None
    assert value.currentValue() == 50
    assert meter.height() == 16
    strip = reading.live_views.strip
    strip.show_level(Level(61_000, -12.0, -20.0, False))
    assert told(strip.elapsed).text(QAccessible.Text.Name) == "Recorded time: 01:01"


def test_the_window_is_read_as_it_is_looked_at(reading: MainWindow) -> None:
    panels = told(reading.panels)
    order = [panels.child(number).object() for number in range(panels.childCount())]
    parts = (reading.recordings, reading.centre, reading.speakers)
    assert [each for each in order if each in parts] == list(parts)
