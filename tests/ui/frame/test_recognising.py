"""Known voices in the window: off by default, remembered on purpose, suggested, and in no file that is passed on."""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from core.known_voices.recordings import person, talk
from heard import heard
from known_ring import CountingRing
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot
from scripted import ScriptedService, menu_action

from desktop_app.core.export.registry import FORMATS
from desktop_app.core.known_voices.people_file import add_person, load_people, people_file
from desktop_app.core.known_voices.person import Person
from desktop_app.core.project.export_format import PROJECT_FORMAT
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.state.document import Document

TALK, VOICES = heard(
    {"x": "Ben", "y": "Speaker 2", "z": "Speaker 3"},
    [*talk("x", 5, times=4), *talk("y", 0, times=4, from_s=30), *talk("z", 9, times=2, from_s=60)],
)
SETTING, PAGE, REMEMBER = "Recognise known voices", "Known voices…", "Remember this voice…"


@pytest.fixture
def finished(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path], ring: CountingRing
) -> MainWindow:
    window.opening.open(recordings[:1])
    service.finish(1, TALK, VOICES)
    qtbot.waitUntil(lambda: len(window.speakers.cards) == 3)
    window.activateWindow()
    return window


def document(window: MainWindow) -> Document:
    assert window.recording is not None
    return window.recording.document


def offers(window: MainWindow, speaker: str) -> bool:
    menu = window.speaker_acts.make_menu(speaker)
    assert menu is not None
    return REMEMBER in [each.text() for each in menu.actions()]


def remember(window: MainWindow, speaker: str) -> None:
    menu = window.speaker_acts.make_menu(speaker)
    assert menu is not None
    next(each for each in menu.actions() if each.text() == REMEMBER).trigger()


def said(window: MainWindow) -> str:
    return window.status.message.text()


def test_it_is_off_and_nothing_is_offered_or_looked_at(finished: MainWindow, ring: CountingRing) -> None:
    setting = menu_action(finished, SETTING)
    assert not setting.isChecked()
    assert setting.toolTip().startswith("Names are suggested for speakers who sound like")
    assert not any(offers(finished, speaker) for speaker in "xyz")
    assert not finished.recognising.known.is_busy
    assert ring.asked == 0
    assert not people_file().parent.exists()


def test_only_a_named_speaker_with_kept_voices_can_be_remembered(finished: MainWindow) -> None:
    menu_action(finished, SETTING).trigger()
    assert [offers(finished, speaker) for speaker in "xyz"] == [True, False, False]
    assert finished.recording is not None
    finished.recording.voices = None
    assert not offers(finished, "x")


def test_a_voice_is_remembered_and_added_to_only_after_a_question(qtbot: QtBot, finished: MainWindow) -> None:
    menu_action(finished, SETTING).trigger()
    remember(finished, "x")
    qtbot.waitUntil(lambda: said(finished) == "The voice of Ben is remembered, from 16 s of speech.")
    remember(finished, "x")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    question = QApplication.activeModalWidget()
    assert isinstance(question, QMessageBox)
    assert question.text().startswith("Add to what is known of Ben?")
    assert load_people().people[0].seconds.sum() == pytest.approx(16, abs=0.2)
    qtbot.keyClick(question.buttons()[0], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: said(finished) == "The voice of Ben is remembered, from 32 s of speech.")


def test_too_little_speech_is_said_in_the_status_line(qtbot: QtBot, finished: MainWindow) -> None:
    menu_action(finished, SETTING).trigger()
    document(finished).rename("z", "Zoe")
    remember(finished, "z")
    qtbot.waitUntil(lambda: said(finished).startswith("Zoe is heard alone for 8.0 s in 2 turns; to know"))
    assert load_people().names == ()


def test_a_known_voice_is_suggested_and_accepted_by_keyboard(qtbot: QtBot, finished: MainWindow) -> None:
    add_person(person("Anna", 0))
    menu_action(finished, SETTING).trigger()
    note = finished.speakers.cards[1].suggestion
    qtbot.waitUntil(note.isVisible)
    assert document(finished).transcript.speaker("y").name == "Speaker 2"
    qtbot.keyClick(note.yes, Qt.Key.Key_Space)
    assert document(finished).transcript.speaker("y").name == "Anna"
    assert not note.isVisible()
    assert load_people().people[0].seconds.sum() == person("Anna", 0).seconds.sum()
    finished.actions_.undo.trigger()
    assert document(finished).transcript.speaker("y").name == "Speaker 2"
    assert note.isVisible()


def test_a_refused_one_goes(qtbot: QtBot, finished: MainWindow) -> None:
    add_person(person("Anna", 0))
    menu_action(finished, SETTING).trigger()
    note = finished.speakers.cards[1].suggestion
    qtbot.waitUntil(note.isVisible)
    qtbot.keyClick(note.no, Qt.Key.Key_Space)
    assert not note.isVisible()
    assert document(finished).transcript.speaker("y").name == "Speaker 2"


def test_the_setting_and_the_page_say_the_same(qtbot: QtBot, finished: MainWindow) -> None:
    page = finished.recognising.show_page()
    qtbot.keyClick(page.switch, Qt.Key.Key_Space)
    assert menu_action(finished, SETTING).isChecked()
    menu_action(finished, SETTING).trigger()
    assert not page.switch.isChecked()
    page.close()
    assert menu_action(finished, PAGE).isEnabled()


def near(number: int, other: int) -> Person:
    """Anna as she was enrolled: by other numbers than this recording holds of her."""
    vectors = np.tile(np.linspace(0.011, 0.017, 32, dtype=np.float32), (5, 1))
    vectors[:, number] = 1
    vectors[:, other] = 0.1
    return Person("Anna", person("Anna", number).model, vectors, np.full(5, 4.0))


def rows_of(project: Path) -> Iterator[bytes]:
    """All that a project holds, nothing of it packed."""
    with closing(sqlite3.connect(project)) as rows:
        tables = [name for (name,) in rows.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            for row in rows.execute(f"SELECT * FROM {table}"):
                for value in row:
                    data = value if isinstance(value, bytes) else str(value).encode()
                    yield zlib.decompress(data) if data.startswith(b"x\x5e") else data


def test_no_file_that_is_passed_on_holds_more_of_a_suggestion_than_the_name(
    qtbot: QtBot, finished: MainWindow, tmp_path: Path
) -> None:
    add_person(near(0, 3))
    menu_action(finished, SETTING).trigger()
    note = finished.speakers.cards[1].suggestion
    qtbot.waitUntil(note.isVisible)
    qtbot.keyClick(note.yes, Qt.Key.Key_Space)
    recording, text = finished.recording, document(finished)
    assert recording is not None
    qtbot.waitUntil(lambda: recording.saved and recording.project is not None)

    typed = Document(TALK)
    typed.rename("y", "Anna")
    for form in FORMATS:
        assert form.contents(text.transcript) == form.contents(typed.transcript), form.extension
    assert text.history == typed.history

    vector = load_people().people[0].vectors[0]
    kept = [vector.astype(kind).tobytes() for kind in (np.float16, np.float32, np.float64)]
    figures = [repr(number).encode() for number in vector[10:13].tolist()]
    assert recording.project is not None
    exported = tmp_path / "exported.diarist"
    exported.write_bytes(PROJECT_FORMAT.contents(text.transcript))
    held = [*rows_of(recording.project), *rows_of(exported)]
    assert any(b"Anna" in each for each in held)
    assert not any(secret in each for each in held for secret in (*kept, *figures))
    files = [each for each in tmp_path.rglob("*") if each.is_file()]
    assert not any(secret in each.read_bytes() for each in files for secret in kept)
