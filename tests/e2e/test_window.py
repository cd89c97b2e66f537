"""The main job through the window: the real engines, a real recording, by keyboard where a person would."""

import json
from collections.abc import Iterator
from pathlib import Path

import pysubs2
import pytest
import webvtt
from program import services_in
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.core.models.packaged_models import sample_recording
from desktop_app.core.transcript.values import Transcript, Word
from desktop_app.printing.all_formats import ALL_FORMATS
from desktop_app.ui.export.export_dialog import ExportDialog
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.look.appearance import Appearance
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.recording_state import State

TIMEOUT_MS = 90_000
NAME = 'Nell "N" --> </v>'


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    appearance = Appearance(qapp, settings)
    services = services_in(tmp_path)
    made = MainWindow(services, appearance, settings)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    with qtbot.waitSignal(services.transcription.engines_reported, timeout=TIMEOUT_MS):
        services.transcription.start()
    yield made
    services.shutdown()
    qapp.styleHints().colorSchemeChanged.disconnect()
    qapp.setStyleSheet("")


@pytest.mark.slow
def test_the_sample_s_speakers_are_changed_and_come_back_as_they_were(window: MainWindow, qtbot: QtBot) -> None:
    recording = _opened(window, qtbot)
    document, grouping = recording.document, window.speakers.grouping
    first = document.transcript
    document.rename(first.speakers[0].id, "Nagg")
    for number, expected in ((1, 1), (3, 3), (0, len(first.speakers))):
        grouping.count.setCurrentIndex(number)
        with qtbot.waitSignal(document.regrouped, timeout=TIMEOUT_MS):
            grouping.count.activated.emit(number)
        assert len(document.transcript.speakers) == expected
    assert document.transcript.turns == first.turns
    assert "Nagg" in {speaker.name for speaker in document.transcript.speakers}
    assert _words(document.transcript) == _words(first)
    qtbot.waitUntil(lambda: not window.centre.view.text.is_filling())


def _words(transcript: Transcript) -> list[Word]:
    return [word for turn in transcript.turns for word in turn.words]


def _opened(window: MainWindow, qtbot: QtBot) -> Recording:
    window.opening.open_sample()
    (recording,) = window.session.recordings
    qtbot.waitUntil(lambda: recording.state is State.DONE, timeout=TIMEOUT_MS)
    return recording


@pytest.mark.slow
def test_the_sample_becomes_a_transcript_that_can_be_named_exported_and_opened_without_any_engine(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    recording = _opened(window, qtbot)
    shown = window.centre.view.text
    qtbot.waitUntil(lambda: "ditch" in shown.toPlainText(), timeout=5_000)
    assert "good story" in shown.toPlainText()
    assert len(window.speakers.cards) == 2
    assert window.bar.chip.text() == "Ready"

    _rename_first_speaker(window, qtbot, NAME)
    assert window.speakers.cards[0].speaker.name == NAME

    _export_everything(window, qtbot, tmp_path / "exports")
    _assert_exports_parse(tmp_path / "exports", recording)

    window.session.remove(recording)
    window.opening.open([tmp_path / "exports" / f"{sample_recording().stem}.json"])
    (again,) = window.session.recordings
    qtbot.waitUntil(lambda: again.state is State.DONE, timeout=10_000)
    qtbot.waitUntil(lambda: "good story" in window.centre.view.text.toPlainText(), timeout=5_000)


def _rename_first_speaker(window: MainWindow, qtbot: QtBot, name: str) -> None:
    window.speakers.edit_name()
    editor = window.speakers.cards[0].name
    field = editor if isinstance(editor, QLineEdit) else editor.findChild(QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, name)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def _export_everything(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    window.exporting.ask()
    dialog = window.findChild(ExportDialog)
    dialog.list.tick(each.extension for each in ALL_FORMATS)
    folder.mkdir(exist_ok=True)
    dialog.folder.setText(str(folder))
    with qtbot.waitSignal(dialog.exported, timeout=10_000):
        qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)


def _assert_exports_parse(folder: Path, recording: Recording) -> None:
    stem = folder / recording.name
    transcript = json.loads(stem.with_suffix(".json").read_text(encoding="utf-8"))
    assert {speaker["name"] for speaker in transcript["speakers"]} == {NAME, "Speaker 2"}
    assert "good story" in stem.with_suffix(".txt").read_text(encoding="utf-8")
    assert len(pysubs2.load(str(stem.with_suffix(".srt")))) >= len(transcript["turns"])
    assert len(webvtt.read(str(stem.with_suffix(".vtt")))) >= len(transcript["turns"])
    lines = stem.with_suffix(".rttm").read_text(encoding="utf-8").splitlines()
    assert {len(line.split()) for line in lines} == {10}
    assert len({line.split()[7] for line in lines}) == 2


@pytest.mark.slow
def test_cancel_keeps_the_turns_that_were_finished(window: MainWindow, qtbot: QtBot) -> None:
    window.opening.open_sample()
    (recording,) = window.session.recordings
    qtbot.waitUntil(lambda: bool(recording.document.transcript.turns), timeout=TIMEOUT_MS)
    window.session.jobs.cancel(recording)
    qtbot.waitUntil(lambda: recording.state is State.CANCELLED, timeout=5_000)
    assert any(recording.document.transcript.spoken_turns())
