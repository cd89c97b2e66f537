from collections.abc import Callable
from pathlib import Path

import platformdirs
import pytest
from platformdirs import windows
from platformdirs.unix import Unix
from platformdirs.windows import Windows

from desktop_app.user_folders import cache_folder, config_folder, data_folder, log_folder, state_folder


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for variable in ("HOME", "USERPROFILE", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(tmp_path))
    for variable in ("CONFIG", "CACHE", "DATA", "STATE"):
        monkeypatch.delenv(f"XDG_{variable}_HOME")
    return tmp_path


@pytest.mark.parametrize(
    ("folder", "on_linux", "on_windows"),
    [
        (data_folder, ".local/share/diarist", "diarist"),
        (config_folder, ".config/diarist", "diarist"),
        (state_folder, ".local/state/diarist", "diarist"),
        (cache_folder, ".cache/diarist", "diarist/Cache"),
        (log_folder, ".local/state/diarist/log", "diarist/Logs"),
    ],
)
def test_they_are_where_the_system_wants_them(
    folder: Callable[[], Path], on_linux: str, on_windows: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platformdirs, "PlatformDirs", Unix)
    assert folder() == home / on_linux
    monkeypatch.setattr(platformdirs, "PlatformDirs", Windows)
    monkeypatch.setattr(windows, "get_win_folder", lambda _: str(home))
    assert folder() == home / on_windows
