"""No text is cut, and nothing is larger than its screen, in any state of the window and its dialogs, in both themes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


SCREENS = [(1366, 768, 100), (1024, 600, 100), (1366, 768, 150), (1440, 900, 200)]


@pytest.mark.parametrize(
    ("width", "height", "percent", "language", "words"),
    [(1024, 600, 100, "en", ())]  # where these have room, shorter words have it on any screen
    + [(*screen, "en", ("--long-words",)) for screen in SCREENS]
    + [(*screen, "de", ()) for screen in SCREENS],
)
def test_every_text_has_its_room(
    tmp_path: Path, width: int, height: int, percent: int, language: str, words: tuple[str, ...]
) -> None:
    # What the system enlarges by is settled before Qt begins: a process of its own.
    screen = {"name": "screen", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps({"screens": [screen]}))
    environment = os.environ | {
        "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
        "QT_SCALE_FACTOR": f"{percent / 100}",
        "PYTHONPATH": str(ROOT),
        "DIARIST_LANGUAGE": language,
    }
    command = [sys.executable, "tests/ui/text_fits.py", *words]
    looked = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)
    assert (looked.stdout.splitlines(), looked.returncode) == ([], 0), looked.stderr[-2000:]


def test_every_text_of_the_window_can_be_translated() -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "tests/ui/untranslated.py"]
    looked = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)
    assert (looked.stdout.splitlines(), looked.returncode) == ([], 0), looked.stderr[-2000:]
