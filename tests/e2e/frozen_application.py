"""The application that people install, as they have it: no Python, no source beside it, no network."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from typing import TYPE_CHECKING

from screen_session import press, type_text, with_tools

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from screen_reader import Node, ScreenReader

TIMEOUT_S = 120


def network_namespace() -> tuple[str, ...]:
    """What a command begins with so that it has no network at all; () where the system allows none."""
    program = shutil.which("unshare")
    wanted = (program or "", "--net", *(() if os.geteuid() == 0 else ("--map-root-user",)), "--")
    if program and subprocess.run([*wanted, "true"], check=False, capture_output=True).returncode == 0:
        return wanted
    return ()


class FrozenApplication:
    """The program in its folder, in a session of its own."""

    def __init__(self, program: Path, environment: Mapping[str, str], reader: ScreenReader) -> None:
        self._command = (*network_namespace(), str(program))
        self._environment = dict(environment)
        self._reader = reader
        self._window: subprocess.Popen[bytes] | None = None

    # In the terminal.

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """A command to its end."""
        command = [*self._command, *arguments]
        return subprocess.run(
            command, env=self._environment, capture_output=True, text=True, timeout=TIMEOUT_S, check=False
        )

    def exported(self, project: Path, format_name: str = "txt") -> str:
        """A project, as the command line writes it."""
        target = project.parent.with_name("exported")
        ran = self.run("export", str(project), "--format", format_name, "--out", str(target))
        assert ran.returncode == 0, ran.stderr
        (written,) = target.iterdir()
        said = written.read_text(encoding="utf-8")
        shutil.rmtree(target)
        return said

    # In the window.

    def start(self, *arguments: str) -> Node:
        """Open the window, and give it the keyboard; the program, to a screen reader."""
        self._window = subprocess.Popen([*self._command, *arguments], env=self._environment, start_new_session=True)
        self._reader.until(lambda: len(self._reader.programs()) == 1, "the program on the bus")
        search = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "Diarist", "windowfocus", "--sync"]
        subprocess.run(search, env=with_tools(self._environment), check=True, timeout=TIMEOUT_S, capture_output=True)
        (program,) = self._reader.programs()
        frames = [each for each in self._reader.walk(program) if self._reader.role(each) == "frame"]
        self._reader.until(lambda: any(map(self._reader.has_the_keyboard, frames)), "the keyboard in the window")
        return program

    def press(self, *keys: str) -> None:
        """Press keys in the window."""
        press(*keys, environment=self._environment)

    def type(self, text: str) -> None:
        """Type letters in the window."""
        type_text(text, environment=self._environment)

    def click(self, left: int, top: int) -> None:
        """Click at a place on the screen, in pixels."""
        command = ["xdotool", "mousemove", str(left), str(top), "click", "1"]
        subprocess.run(command, env=with_tools(self._environment), check=True, timeout=TIMEOUT_S)

    def quit(self) -> int:
        """Quit as a user does; the exit status."""
        assert self._window is not None
        self.press("ctrl+q")
        status = self._window.wait(TIMEOUT_S)
        self._gone()
        return status

    def kill(self) -> None:
        """Kill the window and all its processes at once, as when the power goes."""
        assert self._window is not None
        with suppress(ProcessLookupError):
            os.killpg(self._window.pid, signal.SIGKILL)
        self._window.wait(TIMEOUT_S)
        self._gone()

    def close(self) -> None:
        """Leave nothing running."""
        if self._window is not None:
            self.kill()

    def _gone(self) -> None:
        self._window = None
        self._reader.until(lambda: not self._reader.programs(), "the program gone from the bus")
