"""What is done to a whole speaker: menu, list of turns, dropping, names from other recordings."""

from pathlib import Path

import pytest
from outputs import TIMEOUT_MS, ScriptedSystem, play_until, sound
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN, CLEO, ScriptedService, transcript, turn

from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.state.document import Document

TALK = transcript(
    turn("good morning", 1000),
    turn("I have", 3000, BEN),
    turn("and then", 5000, CLEO),
    turn("yes", 7000, BEN),
    speakers=(ANNA, BEN, CLEO),
)


@pytest.fixture
def listed(qtbot: QtBot, window: MainWindow, service: ScriptedService, tmp_path: Path) -> MainWindow:
    window.opening.open([sound(tmp_path / "talk.wav", 20)])
    service.finish(1, TALK)
    qtbot.waitUntil(lambda: len(window.speakers.cards) == 3)
    qtbot.waitUntil(lambda: window.playing.listening.duration_ms == 20_000, timeout=TIMEOUT_MS)
    return window


def document(window: MainWindow) -> Document:
    assert window.recording is not None
    return window.recording.document


def submenu(window: MainWindow, speaker: str, title: str) -> list[QAction]:
    menu = window.speaker_acts.make_menu(speaker)
    assert menu is not None
    found = next(each for each in menu.findChildren(QMenu) if each.title() == title)
    return found.actions()


def owners(window: MainWindow) -> list[str]:
    return [each.speaker for each in document(window).transcript.spoken_turns()]


def test_speakers_are_made_one_from_the_menu(listed: MainWindow) -> None:
    actions = submenu(listed, BEN.id, "Make one with")
    assert [each.text() for each in actions] == [ANNA.name, CLEO.name]
    actions[0].trigger()
    assert owners(listed) == [ANNA.id, ANNA.id, CLEO.id, ANNA.id]
    document(listed).undo()
    assert document(listed).transcript == TALK


def test_one_dropped_on_another_is_the_same_person(listed: MainWindow) -> None:
    data = QMimeData()
    data.setData("application/x-diarist-speaker", BEN.id.encode())
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    listed.speakers.cards[2].dropEvent(drop)
    assert owners(listed) == [ANNA.id, CLEO.id, CLEO.id, CLEO.id]
    assert [each.id for each in document(listed).speakers] == [ANNA.id, CLEO.id]


def test_all_turns_are_given_away(listed: MainWindow) -> None:
    submenu(listed, BEN.id, "Give all turns to")[1].trigger()
    assert owners(listed) == [ANNA.id, CLEO.id, CLEO.id, CLEO.id]


def test_another_colour_is_an_edit(qtbot: QtBot, listed: MainWindow) -> None:
    colours = submenu(listed, ANNA.id, "Colour")
    assert [each.isChecked() for each in colours].index(True) == ANNA.colour
    colours[5].trigger()
    assert document(listed).transcript.speaker(ANNA.id).colour == 5
    qtbot.waitUntil(lambda: listed.speakers.cards[0].speaker.colour == 5)
    assert listed.actions_.undo.text() == "Undo colour"
    document(listed).undo()
    assert document(listed).transcript == TALK


def test_the_turns_of_one_are_listed_and_some_of_them_given_away(qtbot: QtBot, listed: MainWindow) -> None:
    dialog = listed.speaker_acts.show_turns(BEN.id)
    assert dialog is not None
    assert [dialog.list.item(row).text() for row in range(2)] == ["00:03   I have", "00:07   yes"]
    assert dialog.chosen() == [0, 1]
    dialog.list.item(1).setSelected(True)
    new = dialog.give.menu().actions()[-1]
    assert new.text() == "A new speaker"
    new.trigger()
    assert document(listed).transcript.speaker(owners(listed)[3]).name == "Speaker 4"
    assert owners(listed)[1] == BEN.id


def test_they_are_played_one_after_the_other(qtbot: QtBot, listed: MainWindow, output: ScriptedSystem) -> None:
    dialog = listed.speaker_acts.show_turns(BEN.id)
    assert dialog is not None
    listening, begun = listed.playing.listening, []
    listed.speaker_acts.row.begun.connect(begun.append)
    dialog.play.click()
    play_until(qtbot, output, lambda: len(begun) == 2)
    assert [each.start_ms for each in begun] == [3000, 7000]
    dialog.accept()
    assert not listed.speaker_acts.row.is_on
    qtbot.waitUntil(lambda: not listening.playing, timeout=TIMEOUT_MS)


def test_names_given_elsewhere_are_offered(listed: MainWindow) -> None:
    other = listed.session.recordings[0]
    other.speaker_names = ("Dora", "Speaker 7")
    card = listed.speakers.cards[0]
    card.rename()
    model = card.name.field.completer().model()
    offered = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert "Dora" in offered
    assert "Speaker 7" not in offered
