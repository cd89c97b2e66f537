"""Exporting from the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from scripted import ANNA, ScriptedService, transcript, turn

from desktop_app.core.export import json_format
from desktop_app.core.export.formats import FORMATS, format_for
from desktop_app.ui.export_dialog import ExportDialog
from desktop_app.ui.main_window import MainWindow

TALK = transcript(turn("hello there"))


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(parent: QWidget, settings: QSettings, tmp_path: Path) -> ExportDialog:
    made = ExportDialog(TALK, tmp_path, "talk", settings, parent)
    made.open()
    return made


def test_every_format_is_offered_and_text_is_chosen_at_first(dialog: ExportDialog) -> None:
    assert list(dialog.boxes) == list(FORMATS)
    assert dialog.formats() == (format_for("txt"),)


def test_the_files_are_written_and_told(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.boxes[format_for("json")].setChecked(True)
    assert dialog.preview.text() == "talk.txt\ntalk.json"
    with qtbot.waitSignal(dialog.exported) as exported:
        qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    assert exported.args == [[tmp_path / "talk.txt", tmp_path / "talk.json"]]
    assert json_format.parse((tmp_path / "talk.json").read_bytes(), tmp_path) == TALK
    assert not dialog.isVisible()


def test_replacing_a_file_is_said_before(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    (tmp_path / "talk.srt").write_text("mine")
    assert dialog.export.text() == "Export"
    dialog.boxes[format_for("srt")].setChecked(True)
    assert "talk.srt  replaces the file that is there" in dialog.preview.text()
    assert dialog.export.text() == "Replace and export"
    assert (tmp_path / "talk.srt").read_text() == "mine"


def test_without_a_format_nothing_can_be_exported(dialog: ExportDialog) -> None:
    dialog.boxes[format_for("txt")].setChecked(False)
    assert dialog.preview.text() == "Choose at least one format."
    assert not dialog.export.isEnabled()


def test_a_failure_is_said_in_place_and_can_be_mended(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    dialog.folder.setText(str(blocked / "below"))
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.error.isVisible)
    assert "cannot be written" in dialog.error.text()
    assert dialog.isVisible()
    dialog.folder.setText(str(tmp_path / "new"))
    assert not dialog.error.isVisible()
    with qtbot.waitSignal(dialog.exported):
        qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    assert (tmp_path / "new" / "talk.txt").exists()


def test_the_choice_is_remembered(
    qtbot: QtBot, dialog: ExportDialog, parent: QWidget, settings: QSettings, tmp_path: Path
) -> None:
    dialog.boxes[format_for("txt")].setChecked(False)
    dialog.boxes[format_for("rttm")].setChecked(True)
    with qtbot.waitSignal(dialog.exported):
        dialog.export.click()
    again = ExportDialog(TALK, tmp_path, "talk", settings, parent)
    assert again.formats() == (format_for("rttm"),)


def test_export_needs_only_the_keyboard(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]
) -> None:
    window.open_files(recordings[:1])
    service.finish(1, TALK)
    qtbot.waitUntil(window.bar.export.isEnabled)
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(ExportDialog)
    assert dialog.folder.text() == str(recordings[0].parent)
    assert window.session.unsaved()
    with qtbot.waitSignal(dialog.exported):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert (recordings[0].parent / "first.txt").exists()
    assert "first.txt" in window.status.message.text()
    assert window.status.show_folder.isVisible()
    assert not window.session.unsaved()


def test_a_name_given_after_the_export_is_not_exported(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]
) -> None:
    window.open_files(recordings[:1])
    service.finish(1, TALK)
    qtbot.waitUntil(window.bar.export.isEnabled)
    window.ask_for_export()
    dialog = window.findChild(ExportDialog)
    with qtbot.waitSignal(dialog.exported):
        dialog.export.click()
    (one,) = window.session.recordings
    one.document.rename(ANNA.id, "Anna")
    assert window.session.unsaved() == [one]


def test_nothing_is_exported_while_nothing_is_shown(window: MainWindow) -> None:
    assert not window.bar.export.isEnabled()
    assert not window.actions_.export.isEnabled()
    window.ask_for_export()
    assert window.findChild(ExportDialog) is None
