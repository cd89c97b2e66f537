"""Nothing is ever written beside the program: it may be installed where its user may not write."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import soundfile
from command_line import TIMEOUT_S, command, environment

import desktop_app
from desktop_app.core.models.packaged_models import sample_recording

_ROOT = Path(desktop_app.__file__).parents[1]
_PACKAGED = _ROOT / "dist" / "diarist"
_WRITING = 0o222
State = dict[Path, tuple[int, int]]


@pytest.fixture
def installed(tmp_path: Path) -> Iterator[Path]:
    """A copy of the program in a folder that is for reading only."""
    folder = tmp_path / "program"
    for part in ("desktop_app", "resources"):
        shutil.copytree(_ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    _forbid(folder)
    yield folder
    for path in (folder, *folder.rglob("*")):
        if path.is_dir():
            path.chmod(0o755)


def _forbid(folder: Path) -> None:
    for path in (*folder.rglob("*"), folder):
        path.chmod(path.stat().st_mode & ~_WRITING)


def state_of(folder: Path) -> State:
    """Each file and folder with its size and when it was changed: root may write even where nobody may."""
    return {path: (path.lstat().st_size, path.lstat().st_mtime_ns) for path in (folder, *folder.rglob("*"))}


def work(program: list[str], cwd: Path, variables: dict[str, str]) -> None:
    """A job, a choice for good, and a look at the models, with exports into a folder of the user's."""
    sound, rate_hz = soundfile.read(sample_recording(), stop=24_000 * 3, dtype="int16")
    soundfile.write(cwd / "clip.wav", sound, rate_hz)
    for arguments in (
        ["transcribe", "clip.wav", "--out", "texts", "--format", "txt,json"],
        ["settings", "asr.engine", "moonshine"],
        ["models", "list"],
    ):
        ran = subprocess.run(
            [*program, *arguments], cwd=cwd, env=variables, capture_output=True, timeout=TIMEOUT_S, check=False
        )
        assert ran.returncode == 0, ran.stderr


def test_an_installed_program_writes_nothing_beside_itself(installed: Path, tmp_path: Path) -> None:
    cwd = tmp_path / "work"
    cwd.mkdir()
    variables = environment(tmp_path / "home", first_on_path=installed) | {"PYTHONDONTWRITEBYTECODE": "1"}
    found = subprocess.run(
        [*command()[:1], "-c", "import desktop_app; print(desktop_app.__file__)"],
        env=variables,
        cwd=cwd,
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.startswith(str(installed))
    before = state_of(installed)
    work(command(), cwd, variables)
    assert state_of(installed) == before
    home = tmp_path / "home"
    assert {path.name for path in home.iterdir()} <= {".local", ".cache", ".config"}
    assert sorted(path.name for path in cwd.iterdir()) == ["clip.wav", "texts"]


def test_the_packaged_program_writes_nothing_beside_itself(tmp_path: Path) -> None:
    program = _PACKAGED / ("diarist.exe" if os.name == "nt" else "diarist")
    if not program.exists():
        pytest.skip("there is no packaged program here: make package")
    before = state_of(_PACKAGED)
    work([str(program)], tmp_path, environment(tmp_path / "home"))
    assert state_of(_PACKAGED) == before
