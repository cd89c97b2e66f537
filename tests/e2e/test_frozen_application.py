"""The application that people install, used as they use it: `make package-test`."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

import numpy as np
import pytest
from frozen_application import FrozenApplication, network_namespace
from screen_session import NEEDED, screen_session, with_tools
from virtual_microphone import SINK, VirtualMicrophone, microphone  # noqa: F401

from desktop_app.core.models.packaged_models import sample_recording
from desktop_app.printing.all_formats import ALL_FORMATS

if TYPE_CHECKING:
    from screen_reader import Node, ScreenReader

FOLDER = os.environ.get("DIARIST_FROZEN", "")
RECORDED_S = 10
HEARD_WITHIN_S = 10
LOUD = 1000
"""Of 32,768."""
LOST_S = 2
"""How much of a recording a kill may cost."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not FOLDER, reason="`make package-test` names the application's folder in DIARIST_FROZEN"),
    pytest.mark.skipif(any(shutil.which(each) is None for each in NEEDED), reason=f"without {', '.join(NEEDED)}"),
    pytest.mark.skipif(not network_namespace(), reason="the system lets nobody go without a network"),
]


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """Short to name: the bus has a socket in it."""
    with tempfile.TemporaryDirectory(prefix="frozen-") as made:
        yield Path(made)


@pytest.fixture(scope="module")
def program(folder: Path) -> Path:
    """A copy, with nothing of its source near it."""
    return Path(shutil.copytree(FOLDER, folder / "diarist", symlinks=True)) / "diarist"


@pytest.fixture
def environment(microphone: VirtualMicrophone) -> Iterator[dict[str, str]]:  # noqa: F811
    """A new user's. Nothing is on the path."""
    with tempfile.TemporaryDirectory(prefix="home-") as home:
        base = {"PATH": "/nonexistent", "LANG": "C.UTF-8"}
        with screen_session(Path(home), base) as made:
            yield made | {name: value for name, value in microphone.environment.items() if "XDG" not in name}


@pytest.fixture
def reader(environment: dict[str, str]) -> Iterator[ScreenReader]:
    from screen_reader import ScreenReader

    with closing(ScreenReader(environment["DBUS_SESSION_BUS_ADDRESS"])) as made:
        made.listen()
        yield made


@pytest.fixture
def application(program: Path, environment: dict[str, str], reader: ScreenReader) -> Iterator[FrozenApplication]:
    made = FrozenApplication(program, environment, reader)
    yield made
    made.close()


@pytest.fixture
def projects(environment: dict[str, str]) -> Callable[[], list[Path]]:
    """The projects that are in the new user's library."""
    return lambda: sorted((Path(environment["HOME"]) / "Documents" / "Diarist").glob("**/*.diarist"))


def _text(reader: ScreenReader, program: Node) -> Node:
    return reader.find(program, "text", "Transcript")


def _until_transcribed(reader: ScreenReader, program: Node) -> Node:
    """The text of the sample, when all of it is there."""
    reader.until(lambda: _all_done(reader, program, 1), "the end of the work")
    return _text(reader, program)


def _all_done(reader: ScreenReader, program: Node, count: int) -> bool:
    """Whether so many recordings are in the list, and none is worked on."""
    said = list(_listed(reader, program).values())
    return len(said) == count and all(re.match(r"\d\d:\d\d · .*\d+ speaker", each) for each in said)


def _correct(application: FrozenApplication, reader: ScreenReader, text: Node, word: str, by: str) -> None:
    """Write another word instead of one, by mouse and keys."""
    left, top, width, height = reader.letter_box(text, reader.text(text).index(word))
    application.click(left + width // 2, top + height // 2)
    application.press("ctrl+Left", "ctrl+Right", "ctrl+Left", "ctrl+shift+Right")
    application.type(f"{by} ")
    reader.until(lambda: by in reader.text(text), "the corrected word")


def _listed(reader: ScreenReader, program: Node) -> dict[str, str]:
    """The recordings in the list on the left, and what is said of each."""
    recordings = reader.find(program, "list", "Recordings")
    names = [reader.name(each) for each in reader.walk(recordings) if reader.role(each) == "list item"]
    return dict(name.split(", ", 1) for name in names if ", " in name)


def _buttons(reader: ScreenReader, program: Node) -> list[str]:
    """The names of all that can be pressed."""
    walked = reader.walk(program)
    return [reader.name(each) for each in walked if reader.role(each) == "push button" and reader.can_be_pressed(each)]


def _is_heard(application: FrozenApplication, environment: dict[str, str]) -> bool:
    """Whether something sounds after the key that plays."""
    command = ["parec", "-d", f"{SINK}.monitor", "--format=s16le", "--rate=16000", "--channels=1"]
    with subprocess.Popen(command, env=with_tools(environment), stdout=subprocess.PIPE) as listener:
        assert listener.stdout is not None
        application.press("F4")
        heard = any(_loudest(listener.stdout.read(16000)) > LOUD for _ in range(2 * HEARD_WITHIN_S))
        listener.terminate()
        listener.stdout.close()
    application.press("F4")
    return heard


def _loudest(sound: bytes) -> int:
    return int(np.abs(np.frombuffer(sound, np.int16).astype(int)).max())


def _leave_tour(application: FrozenApplication, reader: ScreenReader, program: Node) -> None:
    """What whoever starts it for the first time is shown."""
    reader.until(lambda: "Leave" in _buttons(reader, program), "the tour")
    application.press("Escape")
    reader.until(lambda: "Leave" not in _buttons(reader, program), "the tour to go")


def _record(
    application: FrozenApplication,
    reader: ScreenReader,
    program: Node,
    microphone: VirtualMicrophone,  # noqa: F811
) -> None:
    """Begin to record, and let somebody speak for ten seconds."""
    application.press("ctrl+r")
    reader.until(lambda: "Begin to record" in _buttons(reader, program), "the panel with the microphone")
    application.press("ctrl+r")
    reader.until(lambda: "Stop recording" in _buttons(reader, program), "the beginning of the recording")
    with microphone.playing(sample_recording()):
        sleep(RECORDED_S)


def _seconds_of(application: FrozenApplication, project: Path) -> float:
    """How long the recording of a project is."""
    return float(json.loads(application.exported(project, "json"))["audio"]["duration_ms"]) / 1000


def test_everything_is_in_the_application(application: FrozenApplication) -> None:
    for arguments in (["doctor", "--parts"], ["doctor"]):
        ran = application.run(*arguments)
        assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "The installed application cannot hold it" in ran.stdout


def test_a_recording_is_written_in_every_format_without_a_network(
    application: FrozenApplication, tmp_path: Path
) -> None:
    recording = Path(shutil.copy(sample_recording(), tmp_path / "talk.wav"))
    names = ",".join(each.short_name for each in ALL_FORMATS)
    ran = application.run("transcribe", str(recording), "--out", str(tmp_path / "out"), "--format", names)
    assert ran.returncode == 0, ran.stderr
    written = list((tmp_path / "out").iterdir())
    assert len(written) == len(ALL_FORMATS)
    assert all(path.stat().st_size for path in written)


def test_a_recording_is_transcribed_corrected_heard_and_found_again(
    application: FrozenApplication,
    reader: ScreenReader,
    projects: Callable[[], list[Path]],
    environment: dict[str, str],
) -> None:
    window = application.start("sample")
    text = _until_transcribed(reader, window)
    _leave_tour(application, reader, window)
    _correct(application, reader, text, "heartily", "merrily")
    assert _is_heard(application, environment)
    assert application.quit() == 0
    (project,) = projects()
    assert "merrily" in application.exported(project)

    window = application.start()
    reader.until(lambda: list(_listed(reader, window)) == ["endgame_nagg_nell"], "the project in the list")
    assert application.quit() == 0


def test_ten_seconds_of_the_microphone_become_a_recording_with_a_transcript(
    application: FrozenApplication,
    reader: ScreenReader,
    projects: Callable[[], list[Path]],
    microphone: VirtualMicrophone,  # noqa: F811
) -> None:
    window = application.start()
    _record(application, reader, window, microphone)
    application.press("ctrl+r")
    reader.until(lambda: _all_done(reader, window, 1), "the recording with its words")
    assert application.quit() == 0
    (project,) = projects()
    assert "laugh" in application.exported(project).lower()
    assert _seconds_of(application, project) >= RECORDED_S - 1


def test_killed_at_any_step_it_loses_nothing(
    application: FrozenApplication,
    reader: ScreenReader,
    projects: Callable[[], list[Path]],
    microphone: VirtualMicrophone,  # noqa: F811
    environment: dict[str, str],
) -> None:
    application.start("sample")
    reader.until(lambda: len(projects()) == 1, "the project of the sample")
    application.kill()  # while it is transcribed

    window = application.start("open", str(projects()[0]))
    text = _until_transcribed(reader, window)
    _leave_tour(application, reader, window)
    _correct(application, reader, text, "heartily", "merrily")
    sleep(1)  # what is promised: every edit is on the disk within a second
    application.press("F4")
    application.kill()  # while it is played
    assert "merrily" in application.exported(projects()[0])

    application.start("open", str(projects()[0]))
    application.press("ctrl+q")
    application.kill()  # while it quits
    assert "merrily" in application.exported(projects()[0])

    window = application.start()
    _record(application, reader, window, microphone)
    application.kill()  # while it is recorded
    window = application.start()
    reader.until(lambda: "Transcribe" in _buttons(reader, window), "the offer of what broke off")
    reader.press(reader.find(window, "push button", "Transcribe"))
    reader.until(lambda: _all_done(reader, window, 2), "the rescued recording with its words")
    assert application.quit() == 0
    rescued = next(each for each in projects() if "endgame" not in each.name)
    assert _seconds_of(application, rescued) >= RECORDED_S - LOST_S
    assert "merrily" in application.exported(next(each for each in projects() if "endgame" in each.name))
