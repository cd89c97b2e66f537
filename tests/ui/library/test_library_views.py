"""What is done to recordings of the library: names, notes, earlier versions, the bin."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from asked import answer, question
from PySide6.QtCore import QStandardPaths, Qt
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN, ScriptedService, transcript, turn

from desktop_app.core.library.index import LibraryIndex
from desktop_app.core.library.outside_list import outside_projects
from desktop_app.core.project.backups import back_up, backups_folder
from desktop_app.core.project.opening import open_project
from desktop_app.core.project.places import chosen_projects_folder
from desktop_app.core.project.summary import read_summary
from desktop_app.jobs.library import Library
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.library.backups_dialog import NONE, BackupsDialog
from desktop_app.ui.library.details_dialog import DetailsDialog
from desktop_app.ui.library.save_as_dialog import SaveAsDialog
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.recording_state import State

TALK = transcript(turn("hello there"), turn("yes", 2000, BEN))
TIMEOUT_MS = 30_000


@pytest.fixture
def one(qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]) -> Recording:
    made = window.opening.open(recordings[:1])
    assert made is not None
    service.finish(1, TALK)
    qtbot.waitUntil(lambda: made.project is not None and made.saved and made.state is State.DONE)
    return made


@pytest.fixture
def details(qtbot: QtBot, window: MainWindow, one: Recording) -> DetailsDialog:
    window.library_views.ask_for_details(one)
    return window.findChild(DetailsDialog)


def test_name_note_and_tags_are_changed_together(qtbot: QtBot, one: Recording, details: DetailsDialog) -> None:
    details.name.setText("  Harbour   office ")
    details.note.setPlainText("By the water.\n")
    details.tags.setText("ships, 2026, , ships")
    details.accept()
    assert (one.name, one.note, one.tags) == ("Harbour office", "By the water.", ("ships", "2026"))
    qtbot.waitUntil(lambda: one.saved and one.project.name == "Harbour office.diarist")
    assert read_summary(one.project).tags == ("ships", "2026")


def test_a_recording_has_a_name(details: DetailsDialog) -> None:
    details.name.setText("   ")
    assert not details.buttons.button(details.buttons.StandardButton.Ok).isEnabled()


def test_what_is_not_accepted_changes_nothing(one: Recording, details: DetailsDialog) -> None:
    details.name.setText("Other")
    details.reject()
    assert one.name == "first"


def test_a_sound_that_diarist_did_not_record_stays(qtbot: QtBot, window: MainWindow, one: Recording) -> None:
    window.library_views.ask_to_remove([one])
    box = question(window)
    assert box.checkBox() is None
    assert "Its sound stays where it is." in box.text()
    answer(window, "Move to the bin")
    qtbot.waitUntil(lambda: not one.project.exists())
    assert one.path.exists()


def test_a_sound_that_diarist_recorded_goes_too_where_that_is_wanted(
    qtbot: QtBot, window: MainWindow, one: Recording
) -> None:
    one.recorded_here = True
    window.library_views.ask_to_remove([one])
    box = question(window)
    assert not box.checkBox().isChecked()
    box.checkBox().click()
    answer(window, "Move to the bin")
    qtbot.waitUntil(lambda: not one.project.exists() and not one.path.parent.exists())


def test_several_are_removed_after_one_question(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, one: Recording, recordings: list[Path]
) -> None:
    window.opening.open(recordings[1:2])
    service.finish(2, TALK)
    qtbot.waitUntil(lambda: all(each.state is State.DONE and each.saved for each in window.session.recordings))
    window.library_views.ask_to_remove(list(window.session.recordings))
    assert question(window).text().startswith("2 recordings go to the bin")
    answer(window, "Move to the bin")
    assert window.session.recordings == []


@pytest.fixture
def with_backup(one: Recording) -> datetime:
    """When a backup was made, before Anna had her name."""
    made_at = datetime.now(UTC).replace(microsecond=0) - timedelta(hours=30)
    with open_project(one.project, read_only=True) as project:
        back_up(project.image, one.project, made_at)
    return made_at


def test_earlier_versions_go_to_the_bin_too_and_that_is_said(
    qtbot: QtBot, window: MainWindow, one: Recording, with_backup: datetime
) -> None:
    backups = backups_folder(read_summary(one.project).id)
    assert backups.is_dir()
    window.library_views.ask_to_remove([one])
    assert "with its earlier versions" in question(window).text()
    answer(window, "Move to the bin")
    qtbot.waitUntil(lambda: not one.project.exists() and not backups.exists())
    data = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation))
    (binned,) = data.rglob(f"Trash*/files/{backups.name}")
    assert len(list(binned.glob("*.diarist"))) >= 1


def test_what_is_removed_is_found_no_more_wherever_it_lay(
    qtbot: QtBot, window: MainWindow, library: Library, one: Recording, tmp_path: Path
) -> None:
    library.start()
    window.session.keeper.save_as(one, tmp_path / "elsewhere.diarist")
    qtbot.waitUntil(lambda: one.project in outside_projects(), timeout=TIMEOUT_MS)
    window.library_views.ask_to_remove([one])
    answer(window, "Move to the bin")
    qtbot.waitUntil(lambda: one.project not in outside_projects(), timeout=TIMEOUT_MS)
    with LibraryIndex() as index:
        assert one.project not in index.known()


def test_a_project_that_cannot_go_is_told(qtbot: QtBot, window: MainWindow, one: Recording) -> None:
    data = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation))
    (data / "Trash").write_text("no folder")
    with qtbot.waitSignal(window.library_views.failed) as told:
        window.session.remove(one)
    assert "first.diarist cannot be moved to the bin" in told.args[0].reason
    assert one.project.exists()


def versions(window: MainWindow, one: Recording) -> BackupsDialog:
    window.library_views.ask_for_version(one)
    return window.findChildren(BackupsDialog)[-1]


def test_an_earlier_version_is_brought_back_beside_the_present_one(
    qtbot: QtBot, window: MainWindow, library: Library, one: Recording, with_backup: datetime
) -> None:
    one.document.rename(ANNA.id, "Anna")
    qtbot.waitUntil(lambda: one.saved)
    library.start()
    dialog = versions(window, one)
    qtbot.waitUntil(dialog.restore.isEnabled)
    dialog.list.setCurrentRow(dialog.list.count() - 1)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(window.session.recordings) == 2, timeout=TIMEOUT_MS)
    brought_back = next(each for each in window.session.recordings if each is not one)
    window.recordings.choose(brought_back)
    qtbot.waitUntil(lambda: brought_back.state is State.DONE)
    assert [each.name for each in brought_back.document.speakers] == ["Speaker 1", "Speaker 2"]
    assert [each.name for each in one.document.speakers] == ["Anna", "Speaker 2"]


def test_a_recording_goes_on_in_another_file_and_the_old_one_stays_as_it_was(
    qtbot: QtBot, window: MainWindow, one: Recording, tmp_path: Path
) -> None:
    before = one.project
    window.library_views.ask_where_to_save(one)
    dialog = window.findChild(SaveAsDialog)
    assert dialog.defaultSuffix() == "diarist"
    dialog.fileSelected.emit(str(tmp_path / "Elsewhere.diarist"))
    dialog.close()
    qtbot.waitUntil(lambda: one.project == tmp_path / "Elsewhere.diarist")
    assert one.name == "Elsewhere"
    one.document.rename(ANNA.id, "Anna")
    qtbot.waitUntil(lambda: one.saved)
    with open_project(before, read_only=True) as old, open_project(one.project, read_only=True) as new:
        assert old.text.transcript == TALK
        assert new.text.transcript.speaker(ANNA.id).name == "Anna"


def test_new_projects_are_made_where_the_user_says_and_older_ones_stay_in_the_list(
    qtbot: QtBot, window: MainWindow, library: Library, one: Recording, tmp_path: Path
) -> None:
    library.start()
    qtbot.waitSignal(library.looked_through, timeout=TIMEOUT_MS).wait()
    window.library_views.folder.use(tmp_path / "elsewhere")
    assert chosen_projects_folder() == tmp_path / "elsewhere"
    qtbot.waitSignal(library.looked_through, timeout=TIMEOUT_MS).wait()
    library.shutdown()
    with LibraryIndex() as index:
        assert [entry.path for entry in index.entries()] == [one.project]


def test_that_there_are_no_earlier_versions_is_said(qtbot: QtBot, window: MainWindow, recordings: list[Path]) -> None:
    waiting = window.opening.open(recordings[:1])
    qtbot.waitUntil(lambda: waiting.project is not None and waiting.saved)
    dialog = versions(window, waiting)
    qtbot.waitUntil(lambda: dialog.said.text() == NONE)
    assert not dialog.restore.isEnabled()


def test_versions_are_dated_as_people_date_them(
    qtbot: QtBot, window: MainWindow, one: Recording, with_backup: datetime
) -> None:
    dialog = BackupsDialog(one, with_backup.astimezone().date() + timedelta(days=1), window)
    qtbot.waitUntil(dialog.restore.isEnabled)
    assert dialog.list.item(dialog.list.count() - 1).text() == f"Yesterday, {with_backup.astimezone():%H:%M}"
    dialog.close()
