"""`diarist captions` whose reader, terminal or asker goes: what is recorded is kept, and its place is said."""

import fcntl
import json
import os
import pty
import re
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
import soundfile
from command_line import TIMEOUT_S, command, environment
from virtual_microphone import VirtualMicrophone, microphone

from desktop_app.core.capture.recovery import unfinished

__all__ = ["microphone"]

pytestmark = pytest.mark.slow

Started = Callable[..., AbstractContextManager["subprocess.Popen[bytes]"]]


@pytest.fixture
def captions(tmp_path: Path, microphone: VirtualMicrophone) -> Started:
    """Starts the command with these arguments and options; killed where the test fails, as nobody would end it then."""

    @contextmanager
    def start(*arguments: str, **options: object) -> Iterator["subprocess.Popen[bytes]"]:
        env = environment(tmp_path / "home") | microphone.environment
        with subprocess.Popen(command("captions", *arguments), cwd=tmp_path, env=env, **options) as process:  # type: ignore[call-overload]
            try:
                yield process
            except BaseException:
                process.kill()
                raise

    return start


def said_until(stream: int, pattern: bytes) -> bytes:
    """What is read until this is in it."""
    said = b""
    while not re.search(pattern, said):
        more = os.read(stream, 4096)
        assert more, said
        said += more
    return said


def wait_for_sound(home: Path) -> None:
    until_s = time.monotonic() + TIMEOUT_S
    while not any(sound.stat().st_size > 4096 for sound in recordings(home).glob("*/*.wav")):
        assert time.monotonic() < until_s
        time.sleep(0.02)


def recordings(home: Path) -> Path:
    (folder,) = home.glob("**/Diarist")
    return folder


def test_a_reader_who_has_seen_enough_does_not_end_the_recording(tmp_path: Path, captions: Started) -> None:
    with captions(
        "--json", "--wav-out", "talk.wav", "--seconds", "2", stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        process.stdout.readline()
        process.stdout.close()
        process.stdout = None
        _, complained = process.communicate(timeout=TIMEOUT_S)
    assert process.returncode == 0
    started, left, recorded, kept = complained.decode().splitlines()
    assert " It goes to talk.wav when it ends; until then it lies in " in started
    assert left == "Nobody reads the captions any more. The recording goes on; Ctrl+C stops it."
    assert recorded.endswith(" to talk.wav")
    assert kept.startswith("Its project is ")
    assert soundfile.info(tmp_path / "talk.wav").duration >= 1.5


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
@pytest.mark.parametrize(("streams", "status"), [(">&- 2>&- <&-", 0), (">/dev/full", 1)])
def test_streams_that_cannot_be_written_cost_no_sound(
    tmp_path: Path, microphone: VirtualMicrophone, streams: str, status: int
) -> None:
    shell = f'exec "$@" {streams}'
    ended = subprocess.run(
        ["sh", "-c", shell, "sh", *command("captions", "--json", "--wav-out", "talk.wav", "--seconds", "1")],
        cwd=tmp_path,
        env=environment(tmp_path / "home") | microphone.environment,
        capture_output=True,
        encoding="utf-8",
        timeout=TIMEOUT_S,
        check=False,
    )
    assert ended.returncode == status
    if status:
        assert "The captions cannot be written (No space left on device). The recording goes on." in ended.stderr
    assert soundfile.info(tmp_path / "talk.wav").duration >= 0.5


def test_a_reader_who_reads_no_more_holds_nothing_up(tmp_path: Path, captions: Started) -> None:
    reading, writing = os.pipe()
    fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, 4096)
    os.write(writing, b"\n" * 3000)  # of what was written before, so that it is soon full
    with captions("--json", "--wav-out", "talk.wav", "--seconds", "3", stdout=writing, stderr=writing) as process:
        os.close(writing)
        assert process.wait(TIMEOUT_S) == 0
    assert len(os.read(reading, 1 << 16)) > 4096 - 200  # it had no room for another line
    os.close(reading)
    assert soundfile.info(tmp_path / "talk.wav").duration >= 2.5


def test_a_terminal_that_is_closed_ends_the_recording_well(tmp_path: Path, captions: Started) -> None:
    ours, theirs = pty.openpty()

    def on_a_terminal() -> None:
        signal.signal(signal.SIGHUP, signal.SIG_DFL)  # whoever runs the tests may have it ignored
        os.setsid()
        fcntl.ioctl(0, 0x540E, 0)  # TIOCSCTTY

    with captions(stdin=theirs, stdout=theirs, stderr=theirs, preexec_fn=on_a_terminal) as process:
        os.close(theirs)
        said_until(ours, rb"Ctrl\+C stops\.")
        wait_for_sound(tmp_path / "home")  # of a recording without any, nothing is kept
        os.close(ours)
        assert process.wait(TIMEOUT_S) == 0
    (sound,) = recordings(tmp_path / "home").glob("*/*.wav")
    assert soundfile.info(sound).frames > 0
    assert sound.parent.with_name(f"{sound.parent.name}.diarist").exists()
    assert unfinished(recordings(tmp_path / "home")) == ()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_recording_that_is_asked_to_end_is_done_with(
    tmp_path: Path, captions: Started, number: signal.Signals
) -> None:
    with captions("--json", stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as process:
        assert process.stdout
        said_until(process.stdout.fileno(), b'"level"')
        (sidecar,) = recordings(tmp_path / "home").glob("*/recording.json")
        assert json.loads(sidecar.read_bytes())["to_offer"]  # whatever may kill both of them from now on
        os.killpg(process.pid, number)  # as a terminal and as a system going down do it: the recorder hears it too
        _, complained = process.communicate(timeout=TIMEOUT_S)
    assert process.returncode == 0
    assert b" to " in complained.splitlines()[-2]
    (project,) = recordings(tmp_path / "home").glob("*.diarist")
    assert complained.splitlines()[-1] == f"Its project is {project}".encode()
    assert unfinished(recordings(tmp_path / "home")) == ()


def test_captions_that_are_killed_leave_a_recording_that_is_offered(tmp_path: Path, captions: Started) -> None:
    with captions("--json", "--wav-out", "talk.wav", stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout
        said_until(process.stdout.fileno(), rb'"at_ms": \d{4}')
        process.kill()
        process.stdout.read()  # until the recorder, which has it too, is gone
    (found,) = unfinished(recordings(tmp_path / "home"))
    assert found.whole
    assert found.duration_ms >= 1000
