"""What a screen reader on Linux reads, read by a client of AT-SPI on a virtual screen with a bus of its own."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.export import json_format
from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Turn, Word

NEEDED = ("Xvfb", "dbus-run-session", "busctl")
ROOT = Path(__file__).parents[2]
DISPLAY = ":87"
TIMEOUT_S = 90
ACCESSIBLE = "org.a11y.atspi.Accessible"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(any(shutil.which(each) is None for each in NEEDED), reason=f"without {', '.join(NEEDED)}"),
]

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from desktop_app.app import Application

application = Application([Path(sys.argv[1])])
window, text = application.window, application.window.centre.view.text
window.show()
window.opening.open([Path(sys.argv[1])])

def go_down():
    if text.isVisible() and not text.is_filling():
        text.setFocus()
        text.moveCursor(QTextCursor.MoveOperation.NextBlock)
        QTimer.singleShot(0, lambda: print("ready", flush=True))
        later.stop()

later = QTimer(interval=100)
later.timeout.connect(go_down)
later.start()
if __name__ == "__main__":
    sys.exit(application.qt.exec())
"""


def talk() -> Transcript:
    anna, ben = Speaker("S1", "Anna", 0), Speaker("S2", "Ben", 1)
    turns = (turn(anna, 0, "hello"), turn(ben, 62_000, "yes"), turn(anna, 70_000, "goodbye"))
    return Transcript(AudioSource("talk.wav", 80_000), (anna, ben), turns)


def turn(speaker: Speaker, start_ms: int, text: str) -> Turn:
    end_ms = start_ms + 900
    return Turn(speaker.id, start_ms, end_ms, (Word(text, start_ms, end_ms),), (Span(start_ms, end_ms),))


class Bus:
    """The bus on which accessible programs are, by busctl."""

    def __init__(self, address: str) -> None:
        self._address = address

    def call(self, service: str, path: str, method: str) -> list[Any]:
        answer: list[Any] = self._ask("call", service, path, ACCESSIBLE, method)
        return answer

    def property(self, service: str, path: str, name: str) -> str:
        return str(self._ask("get-property", service, path, ACCESSIBLE, name))

    def _ask(self, *words: str) -> Any:  # noqa: ANN401  whatever the bus answers
        command = ["busctl", f"--address={self._address}", "--json=short", "--timeout=20", *words]
        said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=30)
        return json.loads(said.stdout)["data"]

    def programs(self) -> list[tuple[str, str]]:
        registry = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        return [tuple(each) for each in self.call(*registry, "GetChildren")[0]]

    def all_below(self, service: str, path: str, depth: int = 0) -> list[tuple[str, str, str]]:
        """Role, name and description of everything."""
        role = self.call(service, path, "GetRoleName")[0]
        found = [(role, self.property(service, path, "Name"), self.property(service, path, "Description"))]
        for child in self.call(service, path, "GetChildren")[0] if depth < 14 else []:
            found += self.all_below(*child, depth + 1)
        return found


@pytest.fixture
def tree(tmp_path: Path) -> list[tuple[str, str, str]]:
    """What there is to read while the caret is in the second turn of a transcript."""
    transcript = tmp_path / "talk.json"
    transcript.write_text(json_format.render(talk()), encoding="utf-8")
    program = tmp_path / "program.py"
    program.write_text(PROGRAM)
    environment = os.environ | {
        "DISPLAY": DISPLAY,
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "NO_AT_BRIDGE": "0",
    }
    screen = subprocess.Popen(["Xvfb", DISPLAY, "-screen", "0", "1400x900x24"], stderr=subprocess.DEVNULL)
    walk = [sys.executable, __file__, str(program), str(transcript)]
    try:
        walked = subprocess.run(
            ["dbus-run-session", "--", *walk], env=environment, capture_output=True, text=True, timeout=TIMEOUT_S
        )
    finally:
        screen.terminate()
        screen.wait()
    assert walked.returncode == 0, walked.stderr[-2000:]
    return [tuple(each) for each in json.loads(walked.stdout.splitlines()[-1])]


def test_turns_controls_and_recordings_are_told(tree: list[tuple[str, str, str]]) -> None:
    (description,) = {description for role, name, description in tree if (role, name) == ("text", "Transcript")}
    assert description.startswith("Ben, 01:02. ")
    names = {name for _, name, _ in tree}
    assert {"Recordings", "Search all recordings", "Waveform", "Play", "Speed, 1.0×"} <= names
    assert any(role == "list item" and name.startswith("talk, ") for role, name, _ in tree)
    unnamed = [role for role, name, _ in tree if role in {"push button", "toggle button", "slider"} and not name]
    assert unnamed == []


def read_tree(program: str, transcript: str) -> None:
    """Run the program on this session's bus, and print its tree."""
    ask = ["dbus-send", "--session", "--print-reply=literal", "--dest=org.a11y.Bus", "/org/a11y/bus"]
    address = subprocess.run(
        [*ask, "org.a11y.Bus.GetAddress"], capture_output=True, text=True, check=True
    ).stdout.strip()
    bus = Bus(address)
    assert bus.programs() == []
    with subprocess.Popen([sys.executable, program, transcript], stdout=subprocess.PIPE, text=True) as window:
        assert window.stdout is not None
        assert window.stdout.readline() == "ready\n"
        while not bus.programs():
            time.sleep(0.1)
        (found,) = bus.programs()
        print(json.dumps(bus.all_below(*found)))
        window.terminate()


if __name__ == "__main__":
    read_tree(*sys.argv[1:])
