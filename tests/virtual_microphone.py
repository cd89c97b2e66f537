"""A sound server of one's own, PulseAudio with a sink that leads nowhere: its microphone hears what is played to it."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import IO

import pytest

SINK = "vmic"
_PROGRAMS = ("pulseaudio", "paplay", "pactl")
_READY = "Daemon startup complete"
_ALSA = Path("/usr/share/alsa/alsa.conf")


@dataclass(frozen=True, slots=True)
class VirtualMicrophone:
    """environment: what a process needs beside its own variables so that this is its only sound system, and the
    virtual microphone the default."""

    environment: Mapping[str, str]

    def play(self, sound: Path) -> None:
        """Play a file to its end; the microphone hears it."""
        with self.playing(sound) as player:
            assert player.wait() == 0

    @contextmanager
    def playing(self, sound: Path) -> Iterator["subprocess.Popen[bytes]"]:
        """Play a file meanwhile; what is not over at the end is cut off."""
        with subprocess.Popen(["paplay", "-d", SINK, str(sound)], env=self._whole_environment()) as player:
            try:
                yield player
            finally:
                if player.poll() is None:
                    player.terminate()

    def add_microphone(self, name: str, description: str) -> str:
        """Plug in another microphone, which hears the same; what it is unplugged by."""
        properties = f"source_properties=device.description={description}"
        return self.ask(
            "load-module", "module-remap-source", f"master={SINK}.monitor", f"source_name={name}", properties
        )

    def unplug(self, module: str) -> None:
        """Take away a microphone that was added."""
        self.ask("unload-module", module)

    def ask(self, *command: str) -> str:
        """What pactl says to a command."""
        answer = subprocess.run(
            ["pactl", *command], env=self._whole_environment(), capture_output=True, text=True, check=True
        )
        return answer.stdout.strip()

    def use(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Have the processes that this one starts hear it."""
        for variable, value in self.environment.items():
            monkeypatch.setenv(variable, value)

    def _whole_environment(self) -> dict[str, str]:
        return {**os.environ, **self.environment}


@contextmanager
def virtual_microphone() -> Iterator[VirtualMicrophone]:
    """Start a sound server, and end it afterwards. The test is skipped where PulseAudio is missing."""
    if missing := [name for name in _PROGRAMS if shutil.which(name) is None]:
        pytest.skip(f"no {', '.join(missing)}: install pulseaudio and pulseaudio-utils")
    # Not in pytest's own folders: a socket's path may have no more than 107 bytes.
    with tempfile.TemporaryDirectory(prefix="vmic-", ignore_cleanup_errors=True) as folder:
        environment = _environment(Path(folder))
        with _server({**os.environ, **environment, "HOME": folder}):
            with _listener({**os.environ, **environment, "HOME": folder}):
                yield VirtualMicrophone(environment)


@pytest.fixture(scope="session")
def microphone() -> Iterator[VirtualMicrophone]:
    """One for all tests of a session that take it: `from virtual_microphone import microphone`."""
    with virtual_microphone() as started:
        yield started


def _environment(folder: Path) -> dict[str, str]:
    environment = {
        "XDG_RUNTIME_DIR": str(folder),
        "PULSE_RUNTIME_PATH": str(folder / "pulse"),
        "PULSE_SERVER": f"unix:{folder}/pulse/native",
        "PULSE_SOURCE": f"{SINK}.monitor",
    }
    if _ALSA.exists():
        own = folder / "asound.conf"
        own.write_text(f"<{_ALSA}>\npcm.!default {{ type pulse }}\nctl.!default {{ type pulse }}\n")
        environment["ALSA_CONFIG_PATH"] = str(own)
    return environment


@contextmanager
def _listener(environment: Mapping[str, str]) -> Iterator[None]:
    """Somebody who always listens closely: without, the sink works two seconds ahead, and so long nothing is heard."""
    command = ["pacat", "--record", "--latency-msec=20", "-d", f"{SINK}.monitor"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as listener:
        assert listener.stdout is not None
        listener.stdout.read(1)  # it listens now
        rest = Thread(target=_discard, args=(listener.stdout,))
        rest.start()
        try:
            yield
        finally:
            listener.terminate()
            rest.join()


def _discard(sound: IO[bytes]) -> None:
    while sound.read(1 << 16):
        pass


@contextmanager
def _server(environment: Mapping[str, str]) -> Iterator[None]:
    command = [
        *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"),
        *("--log-target=stderr", "--log-level=info", "--disable-shm"),
        *("-L", "module-native-protocol-unix"),
        *("-L", f"module-null-sink sink_name={SINK} rate=48000 channels=1"),
    ]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        if not any(_READY in line for line in server.stderr):
            pytest.skip(f"pulseaudio does not start (status {server.wait()})")
        rest = Thread(target=server.stderr.read)  # or it waits for its log to be read
        rest.start()
        try:
            yield
        finally:
            server.terminate()
            server.wait()
            rest.join()
