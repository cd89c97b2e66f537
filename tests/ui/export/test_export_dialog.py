"""Exporting from the window."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QInputDialog, QMessageBox, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot
from scripted import ANNA, ScriptedService, transcript, turn

from desktop_app.core.export.destination import Destination, identities
from desktop_app.core.export.formats import json_format
from desktop_app.core.export.preset import own_presets, presets_file
from desktop_app.core.export.registry import FORMATS, format_for
from desktop_app.printing.all_formats import ALL_FORMATS
from desktop_app.printing.pdf import PDF_FORMAT
from desktop_app.ui.export.export_dialog import ExportDialog
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.state.recording import Recording

TALK = transcript(turn("hello there"))
KNOWN = replace(TALK, audio=replace(TALK.audio, sha256="a" * 64))


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(parent: QWidget, settings: QSettings, tmp_path: Path) -> ExportDialog:
    made = ExportDialog(KNOWN, Destination(tmp_path, "talk"), settings, parent)
    made.open()
    return made


def tick(dialog: ExportDialog, extension: str, *, ticked: bool = True) -> None:
    """Press the box of a format."""
    (item,) = dialog.list.findItems(f"(.{extension})", Qt.MatchFlag.MatchEndsWith)
    item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)


def offset(dialog: ExportDialog) -> QSpinBox:
    """What is added to every time."""
    return dialog.choices.of_all.fields["export.offset_ms"]


def answer(qtbot: QtBot, dialog: ExportDialog, button: str) -> str:
    """Press a button of the question that is asked; what was asked."""
    qtbot.waitUntil(lambda: dialog.findChild(QMessageBox) is not None)
    question = dialog.findChild(QMessageBox)
    asked = question.text()
    with qtbot.waitSignal(question.destroyed):
        next(each for each in question.findChildren(QPushButton) if each.text() == button).click()
    return asked


def test_every_format_is_offered_and_text_is_chosen_at_first(dialog: ExportDialog) -> None:
    assert dialog.list.count() == len(ALL_FORMATS)
    assert dialog.formats() == (format_for("txt"),)


def test_pages_are_written_behind_the_window(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    tick(dialog, "txt", ticked=False)
    tick(dialog, "pdf")
    with qtbot.waitSignal(dialog.exported):
        qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    assert (tmp_path / "talk.pdf").read_bytes() == PDF_FORMAT.contents(KNOWN)


def test_the_files_are_written_and_told(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    tick(dialog, "json")
    assert dialog.files.text() == "talk.txt\ntalk.json"
    with qtbot.waitSignal(dialog.exported) as exported:
        qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    assert exported.args == [[tmp_path / "talk.txt", tmp_path / "talk.json"]]
    assert json_format.parse((tmp_path / "talk.json").read_bytes(), tmp_path) == KNOWN
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("button", "text", "names"),
    [
        ("Cancel", "mine", ["talk.srt", "talk.txt"]),
        ("Keep both", "mine", ["talk (2).srt", "talk (2).txt", "talk.srt", "talk.txt"]),
        ("Replace", "talk.wav (", ["talk.srt", "talk.txt"]),
    ],
)
def test_before_files_of_others_are_replaced_it_is_asked_once(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path, button: str, text: str, names: list[str]
) -> None:
    for name in ("talk.srt", "talk.txt"):
        (tmp_path / name).write_text("mine")
    tick(dialog, "srt")
    assert dialog.files.text() == "talk.txt  is there already\ntalk.srt  is there already"
    written: list[list[Path]] = []
    dialog.exported.connect(written.append)
    dialog.export.click()
    asked = answer(qtbot, dialog, button)
    assert asked == "talk.txt and talk.srt are there already, and are no unchanged exports of this recording."
    qtbot.waitUntil(lambda: bool(written) == (button != "Cancel"))
    assert sorted(path.name for path in tmp_path.glob("talk*")) == names
    assert (tmp_path / "talk.txt").read_text().startswith(text)


def test_an_unchanged_export_of_the_same_recording_is_renewed_without_a_question(
    qtbot: QtBot, dialog: ExportDialog, parent: QWidget, settings: QSettings, tmp_path: Path
) -> None:
    with qtbot.waitSignal(dialog.exported):
        dialog.export.click()
    named = replace(KNOWN, speakers=(replace(ANNA, name="Anna B."), *KNOWN.speakers[1:]))
    again = ExportDialog(named, Destination(tmp_path, "talk"), settings, parent)
    again.open()
    with qtbot.waitSignal(again.exported):
        again.export.click()
    assert "Anna B." in (tmp_path / "talk.txt").read_text()


def test_the_recording_itself_is_never_replaced(
    qtbot: QtBot, parent: QWidget, settings: QSettings, tmp_path: Path
) -> None:
    (tmp_path / "talk.txt").write_text("sound")
    place = Destination(tmp_path, "talk", identities([tmp_path / "talk.txt"]))
    dialog = ExportDialog(KNOWN, place, settings, parent)
    dialog.open()
    dialog.export.click()
    with qtbot.waitSignal(dialog.exported) as exported:
        answer(qtbot, dialog, "Replace")
    assert exported.args == [[tmp_path / "talk (2).txt"]]
    assert (tmp_path / "talk.txt").read_text() == "sound"


def test_another_name_can_be_given(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    for name in ("", "a/b", ".."):
        dialog.name.setText(name)
        assert not dialog.export.isEnabled()
        assert dialog.files.text() == "A name has no slash in it, and is not empty."
    dialog.name.setText(" Minutes ")
    with qtbot.waitSignal(dialog.exported) as exported:
        dialog.export.click()
    assert exported.args == [[tmp_path / "Minutes.txt"]]


def test_a_folder_is_made_only_when_that_is_wished(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.folder.setText(str(tmp_path / "new"))
    dialog.export.click()
    assert answer(qtbot, dialog, "Cancel") == f"There is no folder {tmp_path / 'new'}."
    assert not (tmp_path / "new").exists()
    dialog.export.click()
    with qtbot.waitSignal(dialog.exported):
        answer(qtbot, dialog, "Make the folder")
    assert (tmp_path / "new" / "talk.txt").exists()


def test_without_a_format_nothing_can_be_exported(dialog: ExportDialog) -> None:
    tick(dialog, "txt", ticked=False)
    assert dialog.files.text() == "Choose at least one format."
    assert not dialog.export.isEnabled()


def test_a_failure_is_said_in_place_and_can_be_mended(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    dialog.folder.setText(str(blocked / "below"))
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    answer(qtbot, dialog, "Make the folder")
    qtbot.waitUntil(dialog.error.isVisible)
    assert "cannot be written" in dialog.error.text()
    assert dialog.isVisible()
    dialog.folder.setText(str(tmp_path))
    assert not dialog.error.isVisible()
    with qtbot.waitSignal(dialog.exported):
        qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    assert (tmp_path / "talk.txt").exists()


def test_the_choice_is_remembered(
    qtbot: QtBot, dialog: ExportDialog, parent: QWidget, settings: QSettings, tmp_path: Path
) -> None:
    tick(dialog, "txt", ticked=False)
    tick(dialog, "rttm")
    with qtbot.waitSignal(dialog.exported):
        dialog.export.click()
    again = ExportDialog(TALK, Destination(tmp_path, "talk"), settings, parent)
    assert again.formats() == (format_for("rttm"),)


def test_the_preview_is_the_real_output_and_follows_what_is_chosen(qtbot: QtBot, dialog: ExportDialog) -> None:
    qtbot.waitUntil(lambda: "Speaker 1: hello there" in dialog.preview.toPlainText())
    dialog.list.setCurrentRow([each.extension for each in ALL_FORMATS].index("srt"))
    qtbot.waitUntil(lambda: "00:00:00,000 --> " in dialog.preview.toPlainText())
    offset(dialog).setValue(60_000)
    qtbot.waitUntil(lambda: "00:01:00,000 --> " in dialog.preview.toPlainText())


@pytest.mark.parametrize("extension", ["docx", "odt", "pdf"])
def test_of_a_document_the_preview_shows_what_it_prints(qtbot: QtBot, dialog: ExportDialog, extension: str) -> None:
    dialog.list.setCurrentRow([each.extension for each in ALL_FORMATS].index(extension))
    qtbot.waitUntil(lambda: dialog.preview.toPlainText().startswith("talk\n"))
    assert "Speaker 1" in dialog.preview.toPlainText()
    assert "hello there" in dialog.preview.toPlainText()


def test_a_wish_that_cannot_be_met_is_said_in_the_preview_and_when_it_is_written(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path
) -> None:
    dialog.choices.of_all.fields["export.only"].setPlainText("Carla")
    qtbot.waitUntil(lambda: "nobody is called 'Carla'" in dialog.preview.toPlainText())
    dialog.export.click()
    qtbot.waitUntil(dialog.error.isVisible)
    assert "nobody is called 'Carla'" in dialog.error.text()
    assert not list(tmp_path.glob("talk*"))


def test_what_goes_out_is_what_was_chosen(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    offset(dialog).setValue(61_000)
    with qtbot.waitSignal(dialog.exported):
        dialog.export.click()
    assert "[01:01] Speaker 1: hello there" in (tmp_path / "talk.txt").read_text()


def test_pseudonyms_are_proposed_kept_apart_and_names_that_are_left_are_told(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path
) -> None:
    dialog.choices.pseudonyms.findChildren(QPushButton)[0].click()
    assert dialog.choices.adaptation().pseudonyms == ("Speaker 1=P01",)
    table = tmp_path / "table.csv"
    dialog.choices.pseudonyms.wanted.emit(table)
    assert table.read_text(encoding="utf-8-sig") == "name,pseudonym\nSpeaker 1,P01\n"
    table.write_text("hell;P03\n")
    dialog.choices.pseudonyms.take_from(table)
    qtbot.waitUntil(dialog.names_left.isVisible)
    assert dialog.names_left.text() == "These names can still be read: hell (in hello)."
    dialog.choices.take_pseudonyms(("hello=P04",))
    qtbot.waitUntil(lambda: not dialog.names_left.isVisible())
    with qtbot.waitSignal(dialog.exported):
        dialog.export.click()
    assert "P04 there" in (tmp_path / "talk.txt").read_text()


def test_the_sound_of_turns_is_written_into_a_folder_of_its_own(
    qtbot: QtBot, parent: QWidget, settings: QSettings, tmp_path: Path
) -> None:
    sound = tmp_path / "sound.wav"
    soundfile.write(sound, np.full(48_000, 0.25, np.float32), 16_000)
    talk = replace(TALK, audio=replace(TALK.audio, file=str(sound)))
    dialog = ExportDialog(talk, Destination(tmp_path, "talk"), settings, parent)
    dialog.open()
    dialog.clips.setCurrentIndex(1)
    assert dialog.files.text() == "talk.txt\ntalk clips: sound"
    with qtbot.waitSignal(dialog.exported):
        dialog.export.click()
    assert [path.name for path in (tmp_path / "talk clips").iterdir()] == ["1 Speaker 1.wav"]


def test_sound_that_is_gone_is_said_and_the_text_is_there(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.clips.setCurrentIndex(2)
    dialog.export.click()
    qtbot.waitUntil(dialog.error.isVisible)
    assert (tmp_path / "talk.txt").exists()


def test_a_name_may_be_a_pattern_that_is_proposed_again(
    qtbot: QtBot, dialog: ExportDialog, parent: QWidget, settings: QSettings, tmp_path: Path
) -> None:
    dialog.name.setText("{name}: minutes")
    assert dialog.files.text() == "talk_ minutes.txt"
    with qtbot.waitSignal(dialog.exported):
        dialog.export.click()
    assert ExportDialog(KNOWN, Destination(tmp_path, "other"), settings, parent).name.text() == "{name}: minutes"


def test_what_is_chosen_is_kept_as_a_preset_and_chosen_again(
    qtbot: QtBot, dialog: ExportDialog, parent: QWidget, settings: QSettings, tmp_path: Path
) -> None:
    tick(dialog, "rttm")
    offset(dialog).setValue(500)
    dialog.presets.keep.click()
    asked = dialog.findChild(QInputDialog)
    asked.setTextValue("Mine")
    asked.accept()
    assert dialog.presets.box.currentText() == "Mine"
    again = ExportDialog(KNOWN, Destination(tmp_path, "talk"), settings, parent)
    assert again.formats() == (format_for("txt"),)
    again.presets.box.setCurrentText("Mine")
    again.presets.box.activated.emit(again.presets.box.currentIndex())
    assert again.formats() == (format_for("txt"), format_for("rttm"))
    assert again.choices.adaptation().offset_ms == 500
    again.presets.remove.click()
    assert again.presets.box.findText("Mine") == -1
    assert own_presets(FORMATS) == ()


def test_a_preset_has_no_name_of_those_that_come_along(qtbot: QtBot, dialog: ExportDialog) -> None:
    dialog.presets.keep.click()
    asked = dialog.findChild(QInputDialog)
    asked.setTextValue("Subtitles for the web")
    asked.accept()
    assert dialog.error.isVisible()
    assert own_presets(FORMATS) == ()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("{", "export-presets.json cannot be used"),
        ('{"a": {"formats": {"rttm": {"colour": 1}}, "adaptation": {}}}', "cannot be used: rttm has no option colour."),
    ],
)
def test_presets_that_cannot_be_read_are_told_and_not_written_over(
    content: str, why: str, parent: QWidget, settings: QSettings, tmp_path: Path
) -> None:
    presets_file().parent.mkdir(parents=True, exist_ok=True)
    presets_file().write_text(content)
    dialog = ExportDialog(KNOWN, Destination(tmp_path, "talk"), settings, parent)
    dialog.open()
    assert why in dialog.error.text()
    assert not dialog.presets.keep.isEnabled()


def test_export_needs_only_the_keyboard(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]
) -> None:
    window.opening.open(recordings[:1])
    service.finish(1, TALK)
    qtbot.waitUntil(window.bar.export.isEnabled)
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(ExportDialog)
    assert dialog.folder.text() == str(recordings[0].parent)
    with qtbot.waitSignal(dialog.exported):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert (recordings[0].parent / "first.txt").exists()
    assert "first.txt" in window.status.message.text()
    assert window.status.show_folder.isVisible()


def test_a_transcript_is_dragged_out_as_the_files_of_the_last_export(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]
) -> None:
    assert window.exporting.drag.data() is None
    window.opening.open(recordings[:1])
    service.finish(1, TALK)
    qtbot.waitUntil(window.bar.export.isEnabled)
    data = window.exporting.drag.data()
    (url,) = data.urls()
    file = Path(url.toLocalFile())
    assert file.name == "first.txt"
    assert "hello there" in file.read_text()
    assert not (recordings[0].parent / "first.txt").exists()


def test_a_folder_that_was_chosen_is_proposed_for_the_next_recordings_too(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "minutes").mkdir()

    def exported_to(recording: Recording, folder: Path) -> str:
        """Export into the folder; which one was proposed."""
        window.recordings.choose(recording)
        window.exporting.ask()
        dialog = window.findChildren(ExportDialog)[-1]
        proposed = dialog.folder.text()
        dialog.folder.setText(str(folder))
        with qtbot.waitSignal(dialog.exported):
            dialog.export.click()
        return proposed

    window.opening.open(recordings[:2])
    for job in (1, 2):
        service.finish(job, TALK)
    qtbot.waitUntil(lambda: all(each.readable for each in window.session.recordings))
    one, other = window.session.recordings
    own = str(recordings[0].parent)
    assert exported_to(one, tmp_path / "minutes") == own
    assert exported_to(other, recordings[0].parent) == str(tmp_path / "minutes")
    assert str(window.exporting.destinations.proposed(one).folder) == own


def test_nothing_is_exported_while_nothing_is_shown(window: MainWindow) -> None:
    assert not window.bar.export.isEnabled()
    assert not window.actions_.export.isEnabled()
    window.exporting.ask()
    assert window.findChild(ExportDialog) is None
