"""The window as a whole."""

from pathlib import Path

import pytest
from asked import answer
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN, ENGINES, ScriptedService, transcript, turn

from desktop_app.core.export.formats import json_format
from desktop_app.core.pipeline.stages import Stage
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.frame.status_line import _STAGES
from desktop_app.ui.state.recording_state import State
from desktop_app.ui.state.situation import Action

TALK = transcript(turn("good morning have you seen it"), turn("I have", 4000, BEN))


def dropped(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop(window: MainWindow, mime: QMimeData) -> None:
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(300, 300), copy, mime, left, none))
    QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), copy, mime, left, none))


def press(qtbot: QtBot, window: MainWindow, keys: Qt.Key, *, shift: bool = False) -> None:
    modifiers = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window, keys, modifiers | Qt.KeyboardModifier.ShiftModifier if shift else modifiers)


# Beginning.


def test_the_window_begins_empty_with_its_doors_open(window: MainWindow) -> None:
    assert window.centre.currentWidget() is window.centre.empty
    assert not window.recordings.isVisible()
    assert not window.speakers.isVisible()
    assert window.status.privacy_sentence.text() == "Nothing leaves this computer"


def test_the_sample_is_one_of_the_doors(qtbot: QtBot, window: MainWindow, service: ScriptedService) -> None:
    qtbot.mouseClick(window.centre.empty.sample_button, Qt.MouseButton.LeftButton)
    ((path, _),) = service.submitted
    assert path.suffix == ".wav"
    assert window.recording is not None
    assert window.recording.export_folder != path.parent


def test_open_asks_for_files(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]
) -> None:
    press(qtbot, window, Qt.Key.Key_O)
    dialog = window.findChild(QFileDialog)
    assert dialog.isVisible()
    dialog.filesSelected.emit([str(path) for path in recordings])
    assert [path for path, _ in service.submitted] == recordings
    dialog.close()


# Dropping.


def test_every_dropped_file_is_queued_and_the_first_is_shown(
    window: MainWindow, service: ScriptedService, recordings: list[Path]
) -> None:
    drop(window, dropped(*recordings))
    assert [path for path, _ in service.submitted] == recordings
    assert window.recordings.isVisible()
    assert window.recording is not None
    assert window.recording.path == recordings[0]


def test_text_and_links_are_not_taken(window: MainWindow, service: ScriptedService) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/talk.wav")])
    mime.setText("talk")
    drop(window, mime)
    assert service.submitted == []


def test_the_window_looks_ready_while_files_are_held_over_it(window: MainWindow, recordings: list[Path]) -> None:
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    mime = dropped(*recordings)
    enter = QDragEnterEvent(QPoint(300, 300), copy, mime, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    assert window.centre.empty.zone.property("hot")
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not window.centre.empty.zone.property("hot")


def test_a_dropped_transcript_is_shown_even_when_no_engine_works(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, tmp_path: Path
) -> None:
    path = tmp_path / "old.json"
    path.write_text(json_format.render(TALK), encoding="utf-8")
    drop(window, dropped(path))
    qtbot.waitUntil(lambda: window.centre.view.text.toPlainText().startswith("good morning"))
    assert service.submitted == []
    assert window.bar.export.isEnabled()


# Working.


def test_the_status_line_says_what_is_done_and_what_waits(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]
) -> None:
    window.opening.open(recordings)
    service.work(1, eta_s=60)
    qtbot.waitUntil(lambda: window.status.work.text() == "first: finding speech · 1 min left · 2 waiting")


def test_the_status_line_has_words_for_every_stage() -> None:
    assert {stage: stage.label.lower() for stage in Stage} == _STAGES


def test_words_and_speakers_show_while_the_job_runs_and_can_be_named(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]
) -> None:
    window.opening.open(recordings[:1])
    service.work(1)
    service.send(1, turn("good morning"))
    qtbot.waitUntil(window.speakers.isVisible)
    assert not window.bar.export.isEnabled()
    window.speakers.cards[0].renamed.emit(ANNA.id, "Anna")
    service.finish(1, TALK)
    qtbot.waitUntil(lambda: len(window.speakers.cards) == 2)
    assert [card.name.label.text() for card in window.speakers.cards] == ["Anna", "Speaker 2"]
    assert window.bar.export.isEnabled()
    assert window.status.figures.text() == "English (en) · 8 words"


def test_cancel_in_the_middle_keeps_what_is_there(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]
) -> None:
    window.opening.open(recordings[:1])
    service.work(1)
    service.send(1, turn("good morning"))
    qtbot.waitUntil(lambda: window.centre.view.text.toPlainText() == "good morning")
    cancel = next(b for b in window.centre.view.strip.buttons.values() if b.text() == "Cancel")
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(window.bar.export.isEnabled)
    assert window.centre.view.text.toPlainText() == "good morning"


def test_a_failed_recording_can_be_tried_again(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]
) -> None:
    window.opening.open(recordings[:1])
    service.fail(1, "No sound.", "Choose another file.")
    qtbot.waitUntil(lambda: window.centre.view.page.title.text() == "No sound.")
    retry = next(b for b in window.centre.view.page.buttons.values() if b.text() == "Try again")
    qtbot.mouseClick(retry, Qt.MouseButton.LeftButton)
    assert len(service.submitted) == 2


def test_choosing_another_recording_shows_it(
    qtbot: QtBot, reading: MainWindow, service: ScriptedService, recordings: list[Path]
) -> None:
    reading.opening.open(recordings[1:2])
    assert reading.windowTitle() == "second – Diarist"
    assert not reading.speakers.isVisible()
    reading.recordings.choose(reading.session.recordings[1])
    assert reading.windowTitle() == "first – Diarist"
    assert reading.speakers.isVisible()
    assert reading.centre.view.text.toPlainText().startswith("good morning")


# Keys.


def test_a_name_is_undone_and_redone_with_the_keyboard(qtbot: QtBot, reading: MainWindow) -> None:
    reading.centre.view.text.setFocus()
    document = reading.session.recordings[0].document
    document.rename(ANNA.id, "Anna")
    text = reading.centre.view.text
    qtbot.keyClick(text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert document.transcript.speaker(ANNA.id).name == "Speaker 1"
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(text, Qt.Key.Key_Z, modifiers)
    assert document.transcript.speaker(ANNA.id).name == "Anna"


def test_f2_in_the_text_renames_the_speaker_of_the_turn(qtbot: QtBot, reading: MainWindow) -> None:
    text = reading.centre.view.text
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_Down)
    qtbot.keyClick(text, Qt.Key.Key_F2)
    field = reading.speakers.cards[1].name.field
    assert field.hasFocus()
    qtbot.keyClicks(field, "Ben")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert text.speaker_and_time(1) == "Ben, 00:04"


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_a_name_that_was_typed_gives_the_keyboard_back_to_where_it_was(
    qtbot: QtBot, reading: MainWindow, key: Qt.Key
) -> None:
    text = reading.centre.view.text
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_F2)
    field = reading.speakers.cards[0].name.field
    qtbot.keyClicks(field, "Anna")
    qtbot.keyClick(field, key)
    assert text.hasFocus()


def test_a_row_is_removed_by_key_and_by_menu(qtbot: QtBot, reading: MainWindow) -> None:
    qtbot.keyClick(reading.recordings.list, Qt.Key.Key_Delete)
    answer(reading, "Move to the bin")
    assert reading.session.recordings == []


def test_a_recording_without_speech_offers_what_can_be_done_next(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]
) -> None:
    window.opening.open(recordings[:1])
    service.finish(1, transcript())
    view = window.centre.view
    qtbot.waitUntil(view.page.buttons[Action.REMOVE].isVisible)
    assert [each.label for each, button in view.page.buttons.items() if button.isVisible()] == [
        "Open another…",
        "Show in folder",
        "Remove…",
    ]
    view.page.buttons[Action.REMOVE].click()
    assert window.session.recordings == []


def test_f6_goes_around_the_panels(qtbot: QtBot, reading: MainWindow) -> None:
    reading.recordings.list.setFocus()
    visited = []
    for _ in range(5):
        qtbot.keyClick(reading.focusWidget(), Qt.Key.Key_F6)
        visited.append(reading.focusWidget())
    assert visited == [
        reading.centre.view.text,
        reading.speakers.cards[0],
        reading.playing.panel.waveform,
        reading.bar.search,
        reading.recordings.list,
    ]


def test_tab_reaches_the_text_and_the_cards_and_leaves_them(qtbot: QtBot, reading: MainWindow) -> None:
    reading.bar.search.setFocus()
    seen = set()
    for _ in range(24):
        qtbot.keyClick(reading.focusWidget(), Qt.Key.Key_Tab)
        seen.add(reading.focusWidget())
    assert {reading.centre.view.text, *reading.speakers.cards, reading.recordings.list, reading.bar.chip} <= seen


def test_escape_closes_nothing_that_holds_work(qtbot: QtBot, reading: MainWindow) -> None:
    for widget in (reading.centre.view.text, reading.recordings.list, reading.speakers.cards[0]):
        widget.setFocus()
        qtbot.keyClick(widget, Qt.Key.Key_Escape)
    assert reading.isVisible()
    assert reading.centre.view.text.toPlainText().startswith("good morning")


# Closing and removing.


def test_removing_a_recording_puts_its_project_into_the_bin(qtbot: QtBot, reading: MainWindow) -> None:
    (one,) = reading.session.recordings
    qtbot.waitUntil(lambda: one.project is not None)
    reading.recordings.remove_asked.emit([one])
    assert reading.session.recordings == [one]
    answer(reading, "Keep")
    assert reading.session.recordings == [one]
    reading.recordings.remove_asked.emit([one])
    answer(reading, "Move to the bin")
    qtbot.waitUntil(lambda: not reading.session.recordings)
    assert reading.centre.currentWidget() is reading.centre.empty
    assert not reading.recordings.isVisible()
    qtbot.waitUntil(lambda: not one.project.exists())
    assert one.path.exists()


def test_removing_the_recording_in_view_shows_another(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]
) -> None:
    window.opening.open(recordings[:2])
    shown = window.recording
    assert shown is not None
    window.recordings.remove_asked.emit([shown])
    assert window.recording is window.session.recordings[0]
    assert service.cancel_asked == [1]


def test_a_narrow_window_still_has_room_for_everything(
    qtbot: QtBot, reading: MainWindow, service: ScriptedService
) -> None:
    service.report(*ENGINES)
    reading.resize(reading.minimumSize())
    qtbot.waitUntil(lambda: reading.centre.view.text.turn_layout.columns.lead > 0)
    assert reading.width() == reading.minimumSize().width()
    assert reading.speakers.isVisible()
    assert not reading.recordings.isVisible()  # folded away: there is a key for it


def test_the_state_of_a_recording_that_is_not_shown_changes_nothing_in_the_middle(
    qtbot: QtBot, reading: MainWindow, service: ScriptedService, recordings: list[Path]
) -> None:
    reading.opening.open(recordings[1:2])
    reading.recordings.choose(reading.session.recordings[1])
    service.fail(2, "No sound.")
    qtbot.waitUntil(lambda: reading.session.recordings[0].state is State.FAILED)
    assert reading.centre.view.is_reading()
    assert reading.bar.export.isEnabled()


def test_a_click_on_details_opens_the_engine_page(window: MainWindow) -> None:
    window.banner.show_sentence("Something is missing.")
    window.banner.details.click()
    assert window.engine_views.page.isVisible()
    window.engine_views.page.close()
