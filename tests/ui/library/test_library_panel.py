"""The list of recordings."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from scripted import ANNA, ScriptedService, transcript, turn

from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.jobs.messages import Failed
from desktop_app.ui.library.library_panel import LibraryPanel
from desktop_app.ui.library.library_row import in_two_lines
from desktop_app.ui.look.theme import font
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.recording_state import State
from desktop_app.ui.state.session import Session


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> LibraryPanel:
    made = LibraryPanel(session)
    qtbot.addWidget(made)
    made.resize(220, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def names(panel: LibraryPanel) -> list[str]:
    return [each.name for each in panel.model.recordings()]


def row_of(panel: LibraryPanel, number: int) -> QRect:
    """Where a recording's row is."""
    return panel.list.visualRect(panel.model.index_of(panel.model.recordings()[number]))


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_the_newest_recordings_are_at_the_top_in_the_order_in_which_they_were_opened(
    panel: LibraryPanel, session: Session, recordings: list[Path]
) -> None:
    session.open(recordings[2:])
    session.open([recordings[0], recordings[2], recordings[1]])
    assert names(panel) == ["first", "third", "second"]


def test_choosing_a_row_tells_which(
    qtbot: QtBot, panel: LibraryPanel, session: Session, recordings: list[Path]
) -> None:
    session.open(recordings)
    row = row_of(panel, 1)
    with qtbot.waitSignal(panel.chosen) as chosen:
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert chosen.args[0].name == "second"
    assert panel.current() is chosen.args[0]


def test_the_arrow_keys_walk_through_the_rows(
    qtbot: QtBot, panel: LibraryPanel, session: Session, recordings: list[Path]
) -> None:
    session.open(recordings)
    panel.choose(session.recordings[0])
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert panel.current() is session.recordings[1]


def test_a_screen_reader_hears_name_and_state(panel: LibraryPanel, session: Session, recordings: list[Path]) -> None:
    session.open(recordings[:1])
    assert panel.model.index_of(session.recordings[0]).data(Qt.ItemDataRole.AccessibleTextRole) == "first, Waiting"


def test_the_cross_of_a_row_cancels_it(
    qtbot: QtBot, panel: LibraryPanel, session: Session, service: ScriptedService, recordings: list[Path]
) -> None:
    session.open(recordings)
    row = row_of(panel, 1)
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=row.topRight() + QPoint(-15, 20))
    assert service.cancel_asked == [2]


def test_delete_cancels_the_chosen_recording_and_takes_nothing_off_the_list(
    qtbot: QtBot, panel: LibraryPanel, session: Session, service: ScriptedService, recordings: list[Path]
) -> None:
    session.open(recordings[:1])
    panel.choose(session.recordings[0])
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: session.recordings[0].state is State.CANCELLED)
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert service.cancel_asked == [1]
    assert names(panel) == ["first"]


def test_the_menu_offers_what_fits_the_state(panel: LibraryPanel, session: Session, recordings: list[Path]) -> None:
    session.open(recordings[:1])
    (one,) = session.recordings
    assert texts(panel.make_menu([one])) == [
        "Cancel",
        "Name, note and tags…",
        "Duplicate",
        "Save as…",
        "Earlier versions…",
        "Show in folder",
        "Remove…",
    ]
    one.enter(State.FAILED)
    assert texts(panel.make_menu([one])) == [
        "Try again",
        "Name, note and tags…",
        "Duplicate",
        "Save as…",
        "Earlier versions…",
        "Show in folder",
        "Remove…",
    ]
    one.document.finish(transcript(turn("hello", 0, ANNA)))
    one.enter(State.DONE)
    assert texts(panel.make_menu([one])) == [
        "Name, note and tags…",
        "Nothing left to correct",
        "Duplicate",
        "Save as…",
        "Earlier versions…",
        "Show in folder",
        "Remove…",
    ]


def test_the_menu_of_several_offers_what_can_be_done_to_all(
    panel: LibraryPanel, session: Session, service: ScriptedService, recordings: list[Path]
) -> None:
    session.open(recordings)
    assert names(panel) == ["first", "second", "third"]
    panel.list.selectAll()
    menu = panel.make_menu(panel.list.selected())
    assert texts(menu) == ["Cancel", "Open as one meeting…", "Remove 3 recordings…"]
    menu.actions()[0].trigger()
    assert sorted(service.cancel_asked) == [1, 2, 3]


def test_the_menu_tries_again(
    panel: LibraryPanel, session: Session, service: ScriptedService, recordings: list[Path]
) -> None:
    session.open(recordings[:1])
    session.recordings[0].enter(State.CANCELLED)
    panel.make_menu([session.recordings[0]]).actions()[0].trigger()
    assert len(service.submitted) == 2


def test_a_row_at_work_is_higher_and_shows_its_bar(
    qtbot: QtBot, panel: LibraryPanel, session: Session, service: ScriptedService, recordings: list[Path]
) -> None:
    session.open(recordings[:1])
    waiting = row_of(panel, 0).height()
    service.work(1, overall=0.5)
    qtbot.waitUntil(lambda: row_of(panel, 0).height() > waiting)


def test_every_state_is_painted(
    qtbot: QtBot, panel: LibraryPanel, session: Session, recordings: list[Path], tmp_path: Path
) -> None:
    session.open([tmp_path / f"{'a very long name ' * 8}.wav"])
    (one,) = panel.model.recordings()
    pictures = []
    for state in State:
        one.enter(state)
        pictures.append(panel.list.grab().toImage())
    assert all(before != after for before, after in pairwise(pictures[1:]))


def test_the_number_of_speakers_can_be_chosen_with_the_keyboard(qtbot: QtBot, panel: LibraryPanel) -> None:
    panel.speaker_count.setFocus()
    with qtbot.waitSignal(panel.speaker_count.chosen) as chosen:
        qtbot.keyClick(panel.speaker_count, Qt.Key.Key_Down)
    assert chosen.args == [JobOptions(1, 1)]
    panel.speaker_count.show_options(JobOptions())
    assert panel.speaker_count.options == JobOptions()


def test_removal_is_asked_for_not_done(
    qtbot: QtBot, panel: LibraryPanel, session: Session, recordings: list[Path]
) -> None:
    session.open(recordings[:1])
    (one,) = session.recordings
    one.document.finish(transcript(turn("hello", 0, ANNA)))
    one.enter(State.DONE)
    asked: list[list[Recording]] = []
    panel.remove_asked.connect(asked.append)
    panel.make_menu([one]).actions()[-1].trigger()
    assert asked == [[one]]
    assert names(panel) == ["first"]


def test_the_reason_of_a_failure_has_two_lines_and_loses_no_word(qapp: QApplication) -> None:
    reason = "This is not a sound or video file, or not of a kind that can be read."
    first, second = in_two_lines(reason, QFontMetrics(font(12)), 180)
    assert f"{first} {second}" == reason
    assert in_two_lines("No sound.", QFontMetrics(font(12)), 180) == ("No sound.",)
    assert in_two_lines("Donaudampfschifffahrtsgesellschaft", QFontMetrics(font(12)), 10) == (
        "Donaudampfschifffahrtsgesellschaft",
    )


def test_a_failed_row_is_higher_by_a_line(panel: LibraryPanel, session: Session, recordings: list[Path]) -> None:
    session.open(recordings[:1])
    row = panel.model.index_of(session.recordings[0]).row()
    waiting = panel.list.sizeHintForRow(row)
    session.recordings[0].enter(State.FAILED, failure=Failed("This is not a sound or video file."))
    assert panel.list.sizeHintForRow(row) > waiting
