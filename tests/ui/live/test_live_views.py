"""Recording in the window: keys, panel, strip, recovery, closing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from asked import answer, question
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot
from scripted import (
    ANNA,
    BEN,
    HEADSET,
    MIXER,
    MONITOR,
    ScriptedLive,
    ScriptedService,
    final,
    found,
    partial,
    transcript,
    turn,
)

from desktop_app.core.capture.recordings_folder import first_draft
from desktop_app.core.capture.values import NoticeKind, Recorded, Source, Unfinished
from desktop_app.core.export.formats import json_format
from desktop_app.core.live.events import LanguageDoubted
from desktop_app.core.store.settings_file import change_settings
from desktop_app.jobs.messages import Failed
from desktop_app.ui.frame import closing
from desktop_app.ui.frame.closing import SENTENCE
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.live.captions_window import NOBODY_YET
from desktop_app.ui.live.live_words import NO_INPUT, PAUSED, unfinished_line
from desktop_app.ui.live.record_panel import RecordPanel
from desktop_app.ui.state.export_choice import documents_folder
from desktop_app.ui.state.live_session import Phase
from desktop_app.ui.state.recording_state import State
from desktop_app.ui.state.situation import Action

DRAFT = transcript(turn("good morning"), turn("have you seen it", 4000, BEN))


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, *, ctrl: bool = True) -> None:
    window.activateWindow()
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier)


@pytest.fixture
def panel(window: MainWindow, live: ScriptedLive, qtbot: QtBot) -> RecordPanel:
    press(qtbot, window, Qt.Key.Key_R)
    live.list(HEADSET, MIXER, MONITOR)
    return window.live_views.panel


@pytest.fixture
def recording_window(window: MainWindow, live: ScriptedLive, panel: RecordPanel) -> MainWindow:
    panel.record_clicked.emit()
    live.begin()
    return window


def say_something(live: ScriptedLive) -> None:
    live.say(found(ANNA), found(BEN), final(1, "good morning"), final(2, "have you seen it", 4000, BEN))


# Before.


def test_the_first_press_opens_the_panel_and_the_second_records(
    qtbot: QtBot, window: MainWindow, live: ScriptedLive
) -> None:
    press(qtbot, window, Qt.Key.Key_R)
    panel = window.live_views.panel
    assert panel.isVisible()
    assert live.asked == ["list inputs"]
    live.list(HEADSET)
    assert live.asked[1:] == [("watch", Source())]
    assert panel.record.hasFocus()
    press(qtbot, window, Qt.Key.Key_R)
    assert live.asked[-1] == ("record", Source())
    assert panel.record.text() == "Starting…"
    live.begin()
    assert not panel.isVisible()
    assert window.live_views.strip.isVisible()


def test_record_is_one_of_the_doors(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.mouseClick(window.centre.empty.record_button, Qt.MouseButton.LeftButton)
    assert window.live_views.panel.isVisible()


def test_inputs_stand_under_headings_that_cannot_be_chosen(panel: RecordPanel) -> None:
    box = panel.choice.device
    assert [box.itemText(number) for number in range(box.count())] == [
        "The system's default (Headset)",
        "Microphones",
        "Headset",
        "Mixer",
        "What this computer plays",
        "Speakers",
    ]
    enabled = [bool(box.model().index(number, 0).flags() & Qt.ItemFlag.ItemIsEnabled) for number in range(box.count())]
    assert enabled == [True, False, True, True, False, True]


def test_what_was_chosen_last_is_chosen_next_time(
    panel: RecordPanel, live: ScriptedLive, make_window: Callable[[], MainWindow]
) -> None:
    panel.choice.device.setCurrentIndex(3)
    panel.choice.device.activated.emit(3)
    assert live.asked[-1] == ("watch", Source("alsa:mixer"))
    assert panel.choice.channel.isVisible()
    panel.choice.channel.setCurrentIndex(2)
    panel.choice.channel.activated.emit(2)
    assert live.asked[-1] == ("watch", Source("alsa:mixer", 2))
    again = make_window().live_views.panel
    again.show_inputs((HEADSET, MIXER))
    assert again.choice.source == Source("alsa:mixer", 2)
    again.show_inputs((HEADSET,))
    assert again.choice.source == Source()
    assert again.note.text() == "Mixer is not connected; the system's default is used."


def test_a_single_channel_is_not_asked_about(panel: RecordPanel) -> None:
    assert not panel.choice.channel.isVisible()


def test_the_level_and_the_room_are_shown_before_anything_is_recorded(panel: RecordPanel, live: ScriptedLive) -> None:
    live.level(-12)
    assert not panel.meter.is_clipping
    live.level(0, clipped=True)
    live.level(-12)
    assert panel.meter.is_clipping
    assert "Too loud" in panel.meter.accessibleDescription()
    live.room(41)
    assert panel.room.text() == "about 41 h of room"


def test_without_an_input_the_panel_says_what_to_do(qtbot: QtBot, window: MainWindow, live: ScriptedLive) -> None:
    press(qtbot, window, Qt.Key.Key_R)
    live.list()
    panel = window.live_views.panel
    assert panel.empty.isVisible()
    assert panel.empty.text() == NO_INPUT
    assert not panel.record.isEnabled()
    press(qtbot, window, Qt.Key.Key_R)
    assert window.live_views.live.phase is Phase.IDLE
    qtbot.mouseClick(panel.refresh, Qt.MouseButton.LeftButton)
    assert live.asked[-2:] == ["unwatch", "list inputs"]
    live.list(HEADSET)
    assert panel.record.isEnabled()


def test_esc_closes_the_panel_and_lets_go_of_the_input(qtbot: QtBot, panel: RecordPanel, live: ScriptedLive) -> None:
    qtbot.keyClick(panel.record, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert live.asked[-1] == "unwatch"


def test_what_cannot_be_recorded_is_said_in_the_panel(qtbot: QtBot, panel: RecordPanel, live: ScriptedLive) -> None:
    panel.record_clicked.emit()
    live.break_off("The headset is in use.", "Close the other program.")
    assert panel.isVisible()
    assert panel.note.text() == "The headset is in use. Close the other program."
    assert panel.record.isEnabled()


def choose_language(window: MainWindow, name: str) -> None:
    box = window.recordings.language
    box.setCurrentText(name)
    box.activated.emit(box.currentIndex())


def test_captions_and_the_transcription_after_them_are_in_the_language_that_the_box_said_when_it_began(
    qtbot: QtBot, window: MainWindow, live: ScriptedLive, service: ScriptedService
) -> None:
    change_settings({"asr.language": "fi"})
    window.engine_views.tell_language()
    press(qtbot, window, Qt.Key.Key_R)
    live.list(HEADSET)
    assert live.languages == ["fi"]
    choose_language(window, "German")
    press(qtbot, window, Qt.Key.Key_R)
    assert live.languages[1:] == ["de"]
    choose_language(window, "English")  # for the next one
    live.begin()
    say_something(live)
    live.end()
    live.draft(DRAFT)
    assert [options.language for _, options in service.submitted] == ["de"]
    press(qtbot, window, Qt.Key.Key_R)
    press(qtbot, window, Qt.Key.Key_R)
    assert live.languages[-1] == "en"


def test_what_broke_off_is_transcribed_in_the_language_that_it_was_recorded_in(
    window: MainWindow, live: ScriptedLive, service: ScriptedService
) -> None:
    choose_language(window, "German")
    window.live_views.live.record(Source())
    live.begin()
    choose_language(window, "English")
    live.break_off("The recorder stopped unexpectedly.")
    live.recovered.emit(Recorded(live.folder, live.sound, 9000))
    assert [options.language for _, options in service.submitted] == ["de"]


# While it is recorded.


def test_the_recording_is_in_view_and_its_figures_below(recording_window: MainWindow, live: ScriptedLive) -> None:
    window, strip = recording_window, recording_window.live_views.strip
    assert window.recording is window.live_views.live.recording
    assert not window.centre.view.is_reading()
    assert window.centre.view.page.title.text() == "Recording"
    live.level(-12, at_ms=754_000)
    live.room(41)
    live.lag(800)
    assert strip.elapsed.text() == "12:34"
    assert strip.figures.text() == "captions 0.8 s behind · about 41 h of room"
    assert not strip.notice.isVisible()
    live.lag(5000)
    assert strip.notice.isVisible()
    live.say(found(ANNA), partial(1, "good"))
    assert window.centre.view.is_reading()
    assert not window.centre.view.strip.isVisible()
    assert not window.bar.export.isEnabled()


def test_the_strip_stays_while_another_recording_is_read(
    qtbot: QtBot, recording_window: MainWindow, recordings: list[Path], service: ScriptedService
) -> None:
    recording_window.opening.open(recordings[:1])
    assert recording_window.recording is not recording_window.live_views.live.recording
    assert recording_window.live_views.strip.isVisible()
    assert service.held


def menu_texts(window: MainWindow) -> list[str]:
    return [action.text() for action in window.live_views.strip.input.menu().actions()]


def marked(window: MainWindow) -> list[str]:
    return [action.text() for action in window.live_views.strip.input.menu().actions() if action.isChecked()]


def test_the_recording_goes_on_with_another_input(recording_window: MainWindow, live: ScriptedLive) -> None:
    button = recording_window.live_views.strip.input
    assert button.isVisible()
    assert button.text() == "Headset"
    assert menu_texts(recording_window) == ["Microphones", "Headset", "Mixer", "What this computer plays", "Speakers"]
    assert marked(recording_window) == ["Headset"]
    button.menu().actions()[2].trigger()
    assert live.asked[-1] == ("switch", Source("alsa:mixer"))
    assert button.text() == "Headset"  # until it is heard
    assert marked(recording_window) == ["Headset"]
    live.notice(NoticeKind.DEVICE_CHANGED, "The recording goes on with 'Mixer'.", "Mixer")
    assert button.text() == "Mixer"
    assert marked(recording_window) == ["Mixer"]


def test_the_input_that_is_recorded_is_no_change(recording_window: MainWindow, live: ScriptedLive) -> None:
    asked = len(live.asked)
    recording_window.live_views.strip.input.menu().actions()[1].trigger()
    assert live.asked[asked:] == []
    assert marked(recording_window) == ["Headset"]


def test_the_menu_of_inputs_looks_for_what_has_come(recording_window: MainWindow, live: ScriptedLive) -> None:
    recording_window.live_views.strip.input.menu().aboutToShow.emit()
    assert live.asked[-1] == "list inputs"
    live.list(HEADSET)
    assert menu_texts(recording_window) == ["Microphones", "Headset"]


def test_an_input_that_cannot_be_heard_is_said_and_the_recording_goes_on(
    recording_window: MainWindow, live: ScriptedLive
) -> None:
    recording_window.live_views.strip.input.menu().actions()[2].trigger()
    live.failed.emit(Failed("'Mixer' cannot be heard.", "Another program may be using it."))
    assert recording_window.live_views.notes.text.text() == "'Mixer' cannot be heard. Another program may be using it."
    assert recording_window.live_views.strip.input.text() == "Headset"
    assert recording_window.live_views.live.phase is Phase.RECORDING


def test_a_doubt_about_the_language_is_a_quiet_line_until_the_end_and_the_recording_goes_on(
    recording_window: MainWindow, live: ScriptedLive
) -> None:
    strip, recorder = recording_window.live_views.strip, recording_window.live_views.live
    sentence = "This sounds like Finnish; Moonshine knows English."
    say_something(live)
    live.say(LanguageDoubted(9000, sentence))
    assert (strip.notice.isVisible(), strip.notice.text()) == (True, sentence)
    assert recorder.phase is Phase.RECORDING
    assert recording_window.centre.view.language_note.isHidden()  # there is nothing to stop
    live.say(final(3, "again", 9000))
    assert strip.notice.text() == sentence
    live.room(0.1)
    assert strip.notice.text() != sentence
    live.room(41)
    assert strip.notice.text() == sentence
    live.end()
    live.draft(DRAFT)
    recorder.record(Source())
    live.begin()
    assert not strip.notice.isVisible()


def test_a_recording_without_captions_has_a_calm_page(recording_window: MainWindow, live: ScriptedLive) -> None:
    live.captions_failed.emit(Failed("There are no captions: Moonshine: the model is not installed."))
    page = recording_window.centre.view.page
    assert page.title.text() == "Recording. The words come after Stop."
    assert "not installed" in page.text.text()
    assert recording_window.live_views.strip.notice.isVisible()


def test_the_next_recording_can_be_chosen_while_captions_are_finished(
    qtbot: QtBot, recording_window: MainWindow, live: ScriptedLive
) -> None:
    recording_window.live_views.live.stop()
    assert not recording_window.bar.record.isEnabled()
    live.end()
    assert recording_window.bar.record.isEnabled()
    press(qtbot, recording_window, Qt.Key.Key_R)
    panel = recording_window.live_views.panel
    assert panel.isVisible()
    live.list(HEADSET)
    assert live.asked[-1] == ("watch", Source())
    assert "drop captions" not in live.asked
    press(qtbot, recording_window, Qt.Key.Key_R)
    assert live.asked[-2:] == ["drop captions", ("record", Source())]


def test_the_keys_pause_go_on_and_stop(qtbot: QtBot, recording_window: MainWindow, live: ScriptedLive) -> None:
    strip = recording_window.live_views.strip
    press(qtbot, recording_window, Qt.Key.Key_F9, ctrl=False)
    assert strip.pause.text() == "Resume"
    assert strip.notice.text() == "Paused. Nothing is recorded."
    press(qtbot, recording_window, Qt.Key.Key_F9, ctrl=False)
    assert strip.pause.text() == "Pause"
    press(qtbot, recording_window, Qt.Key.Key_Escape, ctrl=False)
    assert "stop" not in live.asked
    press(qtbot, recording_window, Qt.Key.Key_R)
    assert live.asked[-1] == "stop"
    assert strip.stop.text() == "Stopping…"
    assert not recording_window.bar.record.isEnabled()


def test_a_notice_shows_in_place(recording_window: MainWindow, live: ScriptedLive) -> None:
    live.notice(NoticeKind.WAITING_FOR_DEVICE, "The headset is gone. Waiting for a microphone.")
    assert recording_window.live_views.strip.notice.text().startswith("The headset is gone.")


def test_speakers_can_be_named_while_they_speak(qtbot: QtBot, recording_window: MainWindow, live: ScriptedLive) -> None:
    say_something(live)
    cards = recording_window.speakers.cards
    assert [card.speaker.id for card in cards] == [ANNA.id, BEN.id]
    cards[1].name.edit()
    qtbot.keyClicks(cards[1].name.field, "Ben")
    live.say(final(3, "again", 9000))
    qtbot.keyClick(cards[1].name.field, Qt.Key.Key_Return)
    assert live.asked[-1] == ("name", BEN.id, "Ben")
    assert recording_window.centre.view.text.speaker_and_time(1) == "Ben, 00:04"


def test_a_name_that_is_typed_while_the_result_comes_goes_to_whom_it_was_meant_for(
    qtbot: QtBot, recording_window: MainWindow, live: ScriptedLive, service: ScriptedService
) -> None:
    say_something(live)
    live.end()
    live.draft(DRAFT)
    qtbot.waitUntil(lambda: len(recording_window.speakers.cards) == 2)
    card = recording_window.speakers.cards[1]
    card.name.edit()
    qtbot.keyClicks(card.name.field, "Ben")
    service.finish(1, transcript(turn("Have you?", 0, BEN), turn("Good.", 4000, ANNA), speakers=(BEN, ANNA)))
    recording = recording_window.recording
    assert recording is not None
    qtbot.waitUntil(lambda: recording.state is State.DONE)
    recording_window.speakers.refresh()
    qtbot.keyClick(card.name.field, Qt.Key.Key_Return)
    names = {each.id: each.name for each in recording.document.transcript.speakers}
    assert names == {ANNA.id: ANNA.name, BEN.id: "Ben"}


def test_the_captions_window_says_that_it_is_paused(recording_window: MainWindow, live: ScriptedLive) -> None:
    recording_window.live_views.toggle_captions()
    captions = recording_window.live_views.captions
    recording_window.actions_.pause.trigger()
    assert captions.text() == f"{PAUSED}\n{NOBODY_YET}"
    recording_window.actions_.pause.trigger()
    assert captions.text() == NOBODY_YET


def test_one_that_is_opened_in_a_pause_says_so_too(recording_window: MainWindow, live: ScriptedLive) -> None:
    recording_window.actions_.pause.trigger()
    recording_window.live_views.toggle_captions()
    captions = recording_window.live_views.captions
    assert captions.text().startswith(PAUSED)
    live.end()
    assert PAUSED not in captions.text()


# After.


def test_after_stop_the_draft_can_be_read_and_exported_while_the_job_runs(
    qtbot: QtBot, recording_window: MainWindow, live: ScriptedLive, service: ScriptedService
) -> None:
    window = recording_window
    say_something(live)
    live.end()
    assert not window.live_views.strip.isVisible()
    assert window.centre.view.strip.line.text() == "Finishing the captions…"
    live.draft(DRAFT)
    assert window.bar.record.isEnabled()
    service.work(1)
    qtbot.waitUntil(lambda: window.centre.view.strip.line.text().startswith("Transcribing at full quality"))
    assert window.centre.view.strip.buttons[Action.CANCEL].isVisible()
    assert window.bar.export.isEnabled()
    qtbot.waitUntil(lambda: window.centre.view.text.toPlainText() == "good morning\nhave you seen it")
    service.finish(1, transcript(turn("Good morning."), turn("Have you seen it?", 4000, BEN)))
    qtbot.waitUntil(lambda: window.centre.view.text.toPlainText() == "Good morning.\nHave you seen it?")
    assert not window.centre.view.strip.isVisible()
    press(qtbot, window, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: window.centre.view.text.toPlainText() == "good morning\nhave you seen it")
    assert window.centre.view.strip.buttons[Action.TRANSCRIBE].isVisible()


def test_the_full_pass_is_a_choice_that_is_remembered(
    qtbot: QtBot,
    recording_window: MainWindow,
    live: ScriptedLive,
    service: ScriptedService,
    make_window: Callable[[], MainWindow],
) -> None:
    window = recording_window
    choice = next(action for action in window.menu.actions() if action.text().startswith("Transcribe again"))
    assert choice.isChecked()
    choice.trigger()
    say_something(live)
    live.end()
    live.draft(DRAFT)
    assert service.submitted == []
    assert window.centre.view.strip.line.text() == "This is what the live captions wrote."
    qtbot.mouseClick(window.centre.view.strip.buttons[Action.TRANSCRIBE], Qt.MouseButton.LeftButton)
    assert [path for path, _ in service.submitted] == [live.sound]
    assert not make_window().live_views.live.full_pass


def test_why_a_recording_ended_by_itself_is_said(recording_window: MainWindow, live: ScriptedLive) -> None:
    live.end("The disk is full; the recording was ended.")
    notes = recording_window.live_views.notes
    assert notes.isVisible()
    assert notes.text.text() == "The disk is full; the recording was ended."
    notes.details.click()
    assert not notes.isVisible()


# Recordings that were not finished.


@pytest.fixture
def broken_off(tmp_path: Path) -> tuple[Unfinished, ...]:
    now = datetime.now().astimezone()
    return tuple(
        Unfinished(tmp_path / str(days), now - timedelta(days=days), length)
        for days, length in ((0, 2_530_000), (1, 61_000), (2, 0))
    )


def test_an_unfinished_recording_is_offered_and_transcribed(
    window: MainWindow, live: ScriptedLive, service: ScriptedService, broken_off: tuple[Unfinished, ...]
) -> None:
    live.unfinished_found.emit(broken_off)
    banner = window.live_views.recovery.banner
    assert banner.isVisible()
    assert banner.text.text() == f"{broken_off[0].folder.name} broke off at 42:10, and 1 more"
    banner.transcribe.click()
    assert live.asked == [("recover", broken_off[0])]
    assert not banner.transcribe.isEnabled()
    live.recovered.emit(Recorded(broken_off[0].folder, broken_off[0].folder / "recording.wav", 2_530_000))
    assert [path for path, _ in service.submitted] == [broken_off[0].folder / "recording.wav"]
    assert window.recording is not None
    assert window.recording.name == broken_off[0].folder.name
    assert window.recording.export_folder == documents_folder()  # as after Stop
    assert banner.text.text() == f"{broken_off[1].folder.name} broke off at 01:01"
    banner.not_now.click()
    assert not banner.isVisible()
    assert len(live.asked) == 1


@pytest.fixture
def with_captions(broken_off: tuple[Unfinished, ...]) -> Recorded:
    """An unfinished recording, made whole, beside which captions lie in which Anna has her name."""
    folder = broken_off[0].folder
    folder.mkdir()
    first_draft(folder).write_text(json_format.render(DRAFT))
    return Recorded(folder, folder / "recording.wav", 2_530_000)


def test_captions_and_names_that_lie_beside_it_are_shown_and_known_to_the_transcription(
    qtbot: QtBot, window: MainWindow, live: ScriptedLive, service: ScriptedService, with_captions: Recorded
) -> None:
    live.recovered.emit(with_captions)
    qtbot.waitUntil(lambda: len(service.submitted) == 1)
    assert [known.speaker.name for known in service.known[0]] == [ANNA.name, BEN.name]
    assert window.recording is not None
    assert window.recording.document.is_draft
    assert "good morning" in window.centre.view.text.toPlainText()
    qtbot.waitUntil(lambda: live.settled == [with_captions.folder])


@pytest.mark.parametrize("damage", ["", "{", "[]"])
def test_captions_that_cannot_be_read_keep_nobody_from_the_sound(
    qtbot: QtBot,
    window: MainWindow,
    live: ScriptedLive,
    service: ScriptedService,
    with_captions: Recorded,
    damage: str,
) -> None:
    first_draft(with_captions.folder).write_text(damage)
    live.recovered.emit(with_captions)
    qtbot.waitUntil(lambda: len(service.submitted) == 1)
    assert service.known == [()]
    assert window.recording is not None
    assert window.recording.path == with_captions.sound


def test_one_that_is_whole_is_listed_and_transcribed_without_a_question(
    qtbot: QtBot,
    window: MainWindow,
    live: ScriptedLive,
    service: ScriptedService,
    broken_off: tuple[Unfinished, ...],
    with_captions: Recorded,
) -> None:
    whole = replace(broken_off[0], whole=True)
    live.unfinished_found.emit((whole, broken_off[1]))
    assert live.asked[-1] == ("recover", whole)
    assert window.live_views.recovery.banner.text.text() == unfinished_line(broken_off[1])
    live.recovered.emit(with_captions)
    qtbot.waitUntil(lambda: live.settled == [with_captions.folder])
    (one,) = window.session.recordings
    assert (one.path, one.recorded_here) == (with_captions.sound, True)
    assert len(service.submitted) == 1
    assert window.recording is None


def test_one_that_is_seen_to_already_is_not_offered(recording_window: MainWindow, live: ScriptedLive) -> None:
    say_something(live)
    live.end()
    live.draft(DRAFT)
    live.unfinished_found.emit((Unfinished(live.folder, datetime.now().astimezone(), 9000, whole=True),))
    assert not recording_window.live_views.recovery.banner.isVisible()


def test_a_recording_that_cannot_be_made_whole_is_said_in_its_banner(
    window: MainWindow, live: ScriptedLive, broken_off: tuple[Unfinished, ...]
) -> None:
    live.unfinished_found.emit(broken_off)
    window.live_views.recovery.banner.transcribe.click()
    live.refuse("It cannot be read.", "What was recorded is still there.")
    assert window.live_views.recovery.banner.text.text() == "It cannot be read. What was recorded is still there."
    assert window.live_views.recovery.banner.transcribe.isEnabled()


# Closing.


def test_closing_while_recording_asks_and_going_on_is_the_default(
    recording_window: MainWindow, live: ScriptedLive
) -> None:
    recording_window.close()
    box = question(recording_window)
    assert recording_window.isVisible()
    assert box.defaultButton().text() == "Go on recording"
    box.close()
    assert recording_window.live_views.live.phase is Phase.RECORDING
    assert "stop" not in live.asked


def test_stop_and_keep_closes_the_window_when_sound_and_captions_are_complete(
    qtbot: QtBot, recording_window: MainWindow, live: ScriptedLive
) -> None:
    say_something(live)
    recording_window.close()
    answer(recording_window, "Stop and keep")
    assert live.asked[-1] == "stop"
    assert recording_window.isVisible()
    live.end()
    assert recording_window.isVisible()
    assert recording_window.live_views.notes.text.text() == SENTENCE
    live.draft(DRAFT)
    qtbot.waitUntil(lambda: not recording_window.isVisible())


def test_captions_that_fail_are_not_waited_for(qtbot: QtBot, recording_window: MainWindow, live: ScriptedLive) -> None:
    recording_window.close()
    answer(recording_window, "Stop and keep")
    live.end()
    live.captions_failed.emit(Failed("The captions stopped."))
    qtbot.waitUntil(lambda: not recording_window.isVisible())


def test_captions_that_take_too_long_are_not_waited_for(
    qtbot: QtBot, recording_window: MainWindow, live: ScriptedLive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(closing, "_CAPTIONS_MS", 10)
    recording_window.close()
    answer(recording_window, "Stop and keep")
    live.end()
    qtbot.waitUntil(lambda: not recording_window.isVisible())


def test_who_records_again_meanwhile_does_not_want_to_close(recording_window: MainWindow, live: ScriptedLive) -> None:
    recording_window.close()
    answer(recording_window, "Stop and keep")
    live.end()
    recording_window.live_views.live.record(Source())
    live.begin()
    live.end()
    live.draft(DRAFT)
    assert recording_window.isVisible()
    assert not any(box.isVisible() for box in recording_window.findChildren(QMessageBox))


def test_the_captions_window_closes_with_the_window(window: MainWindow) -> None:
    window.actions_.captions.trigger()
    captions = window.live_views.captions
    assert captions.isVisible()
    window.close()
    assert not captions.isVisible()
    assert not any(each.isVisible() for each in QApplication.topLevelWidgets())
