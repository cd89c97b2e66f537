"""Which recordings are listed."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from scripted import ScriptedService

from desktop_app.ui.state.session import Session


def test_recordings_are_queued_and_listed_in_their_order(
    session: Session, service: ScriptedService, recordings: list[Path]
) -> None:
    first = session.open(recordings)
    assert [path for path, _ in service.submitted] == recordings
    assert [each.path for each in session.recordings] == recordings
    assert first is not None
    assert first.path == recordings[0]


def test_no_file_opens_nothing(session: Session) -> None:
    assert session.open([]) is None
    assert session.recordings == []


def test_a_recording_that_is_open_is_not_opened_again(
    session: Session, service: ScriptedService, recordings: list[Path]
) -> None:
    one = session.open(recordings[:1])
    assert session.open(recordings[:1]) is one
    assert len(service.submitted) == 1


def test_one_file_by_several_paths_is_one_recording_with_a_whole_path(
    session: Session, service: ScriptedService, recordings: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = recordings[0].parent
    monkeypatch.chdir(folder)
    (folder / "link.wav").symlink_to(recordings[0])
    one = session.open([Path(recordings[0].name)])
    assert session.open([recordings[0], Path("link.wav"), folder / ".." / folder.name / recordings[0].name]) is one
    assert [path for path, _ in service.submitted] == recordings[:1]


def test_removing_a_recording_cancels_its_job(
    qtbot: QtBot, session: Session, service: ScriptedService, recordings: list[Path]
) -> None:
    one = session.open(recordings[:1])
    assert one is not None
    with qtbot.waitSignal(session.removed):
        session.remove(one)
    assert service.cancel_asked == [1]
    assert session.recordings == []
    assert recordings[0].exists()
