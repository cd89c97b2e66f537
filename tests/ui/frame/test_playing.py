"""Playing in the window as a whole: text, cards and keys."""

from pathlib import Path

import pytest
from outputs import TIMEOUT_MS, ScriptedSystem, play_until, sound
from PySide6.QtCore import QEvent, QPoint, QSettings, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN, ScriptedLive, ScriptedService, found, transcript, turn

from desktop_app.core.project.opening import open_project
from desktop_app.core.transcript.values import Span
from desktop_app.jobs.projects import Projects
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.recording_state import State

TALK = transcript(
    turn("good morning have you seen it", 1000),
    turn("I have", 6000, BEN),
    *(turn("and so on and so on", 8000 + 2000 * n, (ANNA, BEN)[n % 2]) for n in range(40)),
)
LEFT, CONTROL, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def playing(qtbot: QtBot, window: MainWindow, service: ScriptedService, tmp_path: Path) -> MainWindow:
    """A window with a recording that can be played."""
    window.opening.open([sound(tmp_path / "talk.wav", 90)])
    service.finish(1, TALK)
    qtbot.waitUntil(lambda: len(window.centre.view.text.shown) == 42)
    qtbot.waitUntil(lambda: window.playing.listening.duration_ms == 90_000, timeout=TIMEOUT_MS)
    qtbot.waitUntil(window.speakers.isVisible)
    window.activateWindow()
    return window


def point(window: MainWindow, block: int, offset: int) -> QPoint:
    text = window.centre.view.text
    cursor = QTextCursor(text.document().findBlockByNumber(block))
    cursor.setPosition(cursor.position() + offset)
    return text.cursorRect(cursor).center() + QPoint(2, 0)


def place_ms(window: MainWindow) -> int:
    return window.playing.listening.position_ms


def marked(window: MainWindow) -> int | None:
    """The block in which a word is marked."""
    spoken = window.centre.view.text.turn_layout.painting.spoken
    return None if spoken is None else spoken.number


def test_a_click_on_a_word_plays_from_it_and_marks_it(
    qtbot: QtBot, playing: MainWindow, output: ScriptedSystem
) -> None:
    qtbot.mouseClick(playing.centre.view.text.viewport(), LEFT, pos=point(playing, 0, 18))
    assert place_ms(playing) == 1900
    play_until(qtbot, output, lambda: marked(playing) == 1)


def test_a_click_with_control_plays_only_that_turn(qtbot: QtBot, playing: MainWindow, output: ScriptedSystem) -> None:
    qtbot.mouseClick(playing.centre.view.text.viewport(), LEFT, CONTROL, point(playing, 1, 3))
    assert place_ms(playing) == 6000
    with qtbot.waitSignal(playing.playing.listening.ended, timeout=TIMEOUT_MS):
        play_until(qtbot, output, lambda: playing.playing.listening.playing)
        play_until(qtbot, output, lambda: not playing.playing.listening.playing)
    assert place_ms(playing) == 6600


def test_the_key_plays_in_the_captions_window_too(qtbot: QtBot, playing: MainWindow, output: ScriptedSystem) -> None:
    playing.live_views.toggle_captions()
    captions = playing.live_views.captions
    with qtbot.waitActive(captions):
        captions.activateWindow()
    qtbot.keyClick(captions, Qt.Key.Key_F4)
    play_until(qtbot, output, lambda: playing.playing.listening.playing)


def test_enter_plays_from_the_caret(qtbot: QtBot, playing: MainWindow) -> None:
    text = playing.centre.view.text
    text.setFocus()
    caret = QTextCursor(text.document().findBlockByNumber(1))
    text.setTextCursor(caret)
    qtbot.keyClick(text, Qt.Key.Key_Return, CONTROL)
    assert place_ms(playing) == 6000


def test_the_page_follows_until_the_reader_scrolls_and_one_button_goes_back(
    qtbot: QtBot, playing: MainWindow, output: ScriptedSystem
) -> None:
    text, transport = playing.centre.view.text, playing.playing.panel.transport
    bar = text.verticalScrollBar()
    playing.playing.listening.play(60_000)
    assert bar.value() > 0
    play_until(qtbot, output, lambda: playing.playing.listening.playing)
    bar.triggerAction(bar.SliderAction.SliderToMinimum)
    assert transport.follow.accessibleName() == "Back to voice"
    play_until(qtbot, output, lambda: place_ms(playing) > 63_000)
    assert bar.value() == 0
    transport.follow.click()
    assert bar.value() > 0
    assert transport.follow.accessibleName() == "Follow audio"


def test_searching_leaves_the_voice(qtbot: QtBot, playing: MainWindow, output: ScriptedSystem) -> None:
    playing.playing.listening.play(60_000)
    play_until(qtbot, output, lambda: playing.playing.listening.playing)
    playing.bar.search.setText("morning")
    assert not playing.playing.listening.follows


def test_a_card_plays_its_voice_and_stops_it(qtbot: QtBot, playing: MainWindow, output: ScriptedSystem) -> None:
    card = playing.speakers.cards[1]
    bar = playing.centre.view.text.verticalScrollBar()
    assert (card.voice.isVisible(), card.voice.accessibleName()) == (True, "Play voice, Speaker 2")
    card.voice.click()
    assert card.voice.text() == "Stop"
    play_until(qtbot, output, lambda: playing.playing.listening.playing)
    assert playing.speakers.cards[0].voice.text() == "Play voice"
    playing.session.recordings[0].document.rename(BEN.id, "Ben")
    assert card.voice.accessibleName() == "Stop, Ben"
    card.voice.click()
    assert (card.voice.text(), place_ms(playing), bar.value()) == ("Play voice", 0, 0)


def test_without_sound_the_cards_offer_no_voice(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]
) -> None:
    window.opening.open(recordings[:1])
    service.finish(1, TALK)
    qtbot.waitUntil(lambda: not window.playing.listening.is_available, timeout=TIMEOUT_MS)
    qtbot.waitUntil(window.speakers.isVisible)
    assert not window.speakers.cards[0].voice.isVisible()
    assert window.playing.panel.isVisible()


def test_the_place_is_in_the_project_after_the_window_is_closed(
    qtbot: QtBot, playing: MainWindow, output: ScriptedSystem, projects: Projects
) -> None:
    (recording,) = playing.session.recordings
    playing.playing.listening.play(6000)
    play_until(qtbot, output, lambda: place_ms(playing) > 6500)
    playing.close()
    assert recording.place_ms > 6500
    projects.shutdown()
    project = open_project(recording.project, read_only=True)
    kept_ms = project.facts.reading.place_ms
    project.close()
    assert kept_ms == recording.place_ms


def test_a_recording_that_is_being_made_has_no_player_and_others_have(
    qtbot: QtBot, playing: MainWindow, live: ScriptedLive, service: ScriptedService
) -> None:
    playing.live_views.live.record(playing.live_views.panel.choice.source)
    live.begin()
    live.say(found(ANNA))
    assert playing.recording is not None
    assert playing.recording.state is State.LIVE
    assert not playing.playing.panel.isVisible()
    playing.recordings.choose(next(each for each in playing.session.recordings if each.state is State.DONE))
    assert playing.playing.panel.isVisible()
    assert playing.playing.listening.is_available


def test_the_text_in_view_is_shaded_in_the_waveform(qtbot: QtBot, playing: MainWindow) -> None:
    waveform = playing.playing.panel.waveform
    qtbot.waitUntil(lambda: waveform._text_span is not None)
    assert waveform._text_span is not None
    assert waveform._text_span.start_ms == 1000


def test_what_is_selected_in_the_text_is_looped(playing: MainWindow) -> None:
    text = playing.centre.view.text
    caret = QTextCursor(text.document())
    caret.setPosition(5)
    caret.setPosition(17, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(caret)
    playing.actions_.loop.trigger()
    assert playing.playing.listening.loop == Span(1300, 1850)


# Keys.


@pytest.mark.parametrize(("key", "modifiers"), [(Qt.Key.Key_F4, NONE), (Qt.Key.Key_Space, CONTROL)])
def test_the_keys_play_and_pause_from_the_text_and_from_fields(
    qtbot: QtBot, playing: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    listening = playing.playing.listening
    for focused, expected in ((playing.centre.view.text, True), (playing.bar.search, False)):
        focused.setFocus()
        qtbot.keyClick(focused, key, modifiers)
        qtbot.waitUntil(lambda expected=expected: listening.playing is expected, timeout=TIMEOUT_MS)


def test_space_plays_outside_of_texts_and_buttons(qtbot: QtBot, playing: MainWindow) -> None:
    listening = playing.playing.listening
    places = (playing.recordings.list, playing.speakers.cards[0], playing.playing.panel.waveform)
    for number, place in enumerate(places):
        place.setFocus()
        qtbot.keyClick(place, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda number=number: listening.playing is (number % 2 == 0), timeout=TIMEOUT_MS)
    playing.bar.search.setFocus()
    qtbot.keyClick(playing.bar.search, Qt.Key.Key_Space)
    assert playing.bar.search.text() == " "
    assert listening.playing


def test_the_other_keys_do_what_they_say(qtbot: QtBot, playing: MainWindow) -> None:
    listening, text, views = playing.playing.listening, playing.centre.view.text, playing.playing.views
    text.setFocus()
    shift, alt = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
    qtbot.waitUntil(lambda: playing.playing.panel.waveform.lanes is not None)
    for key, modifiers, expected in (
        (Qt.Key.Key_F5, NONE, 5000),
        (Qt.Key.Key_F5, shift, 6000),
        (Qt.Key.Key_F5, shift, 8000),
        (Qt.Key.Key_F3, NONE, 3000),
        (Qt.Key.Key_F3, shift, 1000),
    ):
        qtbot.keyClick(text, key, modifiers)
        assert place_ms(playing) == expected
    for key, modifiers, speed in (
        (Qt.Key.Key_Period, CONTROL, 1.1),
        (Qt.Key.Key_F7, NONE, 1.0),
        (Qt.Key.Key_F7, NONE, 1.1),
        (Qt.Key.Key_Comma, CONTROL, 1.0),
    ):
        qtbot.keyClick(text, key, modifiers)
        assert listening.speed == speed
    qtbot.keyClick(text, Qt.Key.Key_L, CONTROL)
    assert listening.loop == Span(1000, 2800)
    qtbot.keyClick(text, Qt.Key.Key_Down, alt)
    assert views.memory.volume == 90


def test_the_player_is_one_of_the_panels_that_a_key_goes_to(qtbot: QtBot, playing: MainWindow) -> None:
    playing.speakers.focus_first()
    qtbot.keyClick(playing, Qt.Key.Key_F6)
    assert playing.playing.panel.waveform.hasFocus()
    qtbot.keyClick(playing, Qt.Key.Key_F6)
    assert playing.bar.search.hasFocus()


def test_buttons_name_the_keys_that_there_are(playing: MainWindow) -> None:
    transport = playing.playing.panel.transport
    bar, strip = playing.bar, playing.live_views.strip
    assert transport.back.toolTip() == "Back 5 seconds (F3)"
    assert strip.stop.toolTip() == "Stop recording (Ctrl+R)"
    for name, key in (("back", "F11"), ("record", ""), ("find", "Ctrl+K"), ("open", "F12")):
        playing.keys.bind(name, 0, QKeySequence(key))
    assert transport.back.toolTip() == "Back 5 seconds (F11)"
    assert (bar.record.toolTip(), strip.stop.toolTip()) == ("Record and read along", "Stop recording")
    assert bar.open.toolTip() == "Open recordings or transcripts (F12)"
    assert bar.search.toolTip() == "Search text and speakers (Ctrl+K)"
    assert "Ctrl+F" not in bar.search.placeholderText()


# Holding a key.


def held(window: MainWindow, kind: QEvent.Type, key: Qt.Key = Qt.Key.Key_F4, *, again: bool = False) -> None:
    QApplication.sendEvent(window.windowHandle(), QKeyEvent(kind, key, NONE, "", again))


def choose_holding(window: MainWindow) -> QAction:
    menu = next(each.menu() for each in window.menu.actions() if each.text() == "Playing")
    assert isinstance(menu, QMenu)
    choice = next(each for each in menu.actions() if each.text() == "Hold F4 to play")
    choice.setChecked(True)
    return choice


def test_a_held_key_plays_until_it_is_let_go_whatever_it_repeats(
    qtbot: QtBot, playing: MainWindow, settings: QSettings
) -> None:
    listening = playing.playing.listening
    choice = choose_holding(playing)
    press, release = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
    held(playing, press)
    qtbot.waitUntil(lambda: listening.playing, timeout=TIMEOUT_MS)
    for _ in range(3):
        held(playing, release, again=True)
        held(playing, press, again=True)
    assert listening.playing
    held(playing, release)
    qtbot.waitUntil(lambda: not listening.playing, timeout=TIMEOUT_MS)
    assert settings.value("player/hold to play", False, bool) is True
    choice.setChecked(False)
    held(playing, press)
    assert playing.actions_.play.shortcuts()[0].toString() == "F4"


def test_a_window_that_is_left_with_the_key_held_rests(qtbot: QtBot, playing: MainWindow) -> None:
    choose_holding(playing)
    held(playing, QEvent.Type.KeyPress)
    qtbot.waitUntil(lambda: playing.playing.listening.playing, timeout=TIMEOUT_MS)
    QApplication.sendEvent(playing, QEvent(QEvent.Type.WindowDeactivate))
    qtbot.waitUntil(lambda: not playing.playing.listening.playing, timeout=TIMEOUT_MS)


def test_another_key_is_held_when_the_key_is_another(qtbot: QtBot, playing: MainWindow) -> None:
    choice = choose_holding(playing)
    playing.keys.bind("play", 0, QKeySequence("F12"))
    assert choice.text() == "Hold F12 to play"
    held(playing, QEvent.Type.KeyPress, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: playing.playing.listening.playing, timeout=TIMEOUT_MS)
    held(playing, QEvent.Type.KeyRelease, Qt.Key.Key_F12)


def test_how_far_it_goes_back_after_a_pause_is_chosen_in_the_menu(
    qtbot: QtBot, playing: MainWindow, output: ScriptedSystem
) -> None:
    steps = {action.text(): action for action in playing.menu.findChildren(QAction)}
    assert steps["1 second"].isChecked()
    steps["3 seconds"].trigger()
    listening = playing.playing.listening
    listening.play(20_000)
    play_until(qtbot, output, lambda: place_ms(playing) > 24_000)
    listening.toggle()
    qtbot.waitUntil(lambda: not listening.playing, timeout=TIMEOUT_MS)
    rested_ms = place_ms(playing)
    listening.toggle()
    play_until(qtbot, output, lambda: rested_ms - 3000 <= place_ms(playing) < rested_ms - 2000)


def test_another_recording_keeps_each_ones_place(
    qtbot: QtBot, playing: MainWindow, service: ScriptedService, tmp_path: Path
) -> None:
    first: Recording = playing.session.recordings[0]
    playing.playing.listening.seek(60_000)
    playing.opening.open([sound(tmp_path / "other.wav")])
    assert place_ms(playing) == 0
    playing.recordings.choose(first)
    assert place_ms(playing) == 60_000
    bar = playing.centre.view.text.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)
