"""A session of a desktop that nobody sees: a screen, a bus for screen readers, a home, and keys that are pressed."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

NEEDED = ("Xvfb", "dbus-daemon", "xdotool")
"""The programs that it is made of."""


@contextmanager
def screen_session(home: Path, base: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """The environment of the session's programs. home: short to name, the bus has a socket in it; base: what the
    environment has besides."""
    reading, writing = os.pipe()
    folders = ("CONFIG", "DATA", "CACHE", "STATE")
    made = dict(base) | {f"XDG_{each}_HOME": str(home / each.lower()) for each in folders}
    made |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(home), "DIARIST_LANGUAGE": "en"}
    made |= {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "NO_AT_BRIDGE": "0"}
    begin = ("Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24")
    with os.fdopen(reading) as numbers, running(*begin, environment=with_tools(made), tells=writing):
        os.close(writing)
        display = numbers.readline().strip()
        assert display, "no screen"
        made["DISPLAY"] = f":{display}"
        with running("dbus-daemon", "--session", "--nofork", "--print-address", environment=with_tools(made)) as bus:
            made["DBUS_SESSION_BUS_ADDRESS"] = first_line(bus)
            yield made


@contextmanager
def running(*command: str, environment: Mapping[str, str], tells: int | None = None) -> Iterator[subprocess.Popen[str]]:
    """A process for as long as it is needed. tells: what it writes to, if not to its output."""
    passed = () if tells is None else (tells,)
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=quiet, text=True, pass_fds=passed
    ) as process:
        try:
            yield process
        finally:
            process.terminate()


def first_line(process: subprocess.Popen[str]) -> str:
    """What it writes first."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


def press(*keys: str, environment: Mapping[str, str]) -> None:
    """Press keys in the window that has the keyboard, as xdotool names them."""
    subprocess.run(["xdotool", "key", *keys], env=with_tools(environment), check=True, timeout=30)


def type_text(text: str, *, environment: Mapping[str, str]) -> None:
    """Type letters there."""
    command = ["xdotool", "type", "--delay", "30", text]
    subprocess.run(command, env=with_tools(environment), check=True, timeout=60)


def with_tools(environment: Mapping[str, str]) -> dict[str, str]:
    """The programs of the session may know no path; ours are to be found."""
    return {**environment, "PATH": os.environ["PATH"]}
