from datetime import datetime
from pathlib import Path

from desktop_app.core.capture.recordings_folder import new_recording_folder, recordings_folder

AT = datetime(2026, 11, 25, 14, 3, 12).astimezone()


def test_recordings_lie_among_the_documents() -> None:
    assert recordings_folder().name == "Diarist"
    assert new_recording_folder(at=AT) == recordings_folder() / "Recording 2026-11-25 14.03.12"


def test_each_has_a_folder_of_its_own(tmp_path: Path) -> None:
    for name in ("", " (2)", " (3)"):
        folder = new_recording_folder(tmp_path, at=AT)
        assert folder.name == f"Recording 2026-11-25 14.03.12{name}"
        folder.mkdir()
