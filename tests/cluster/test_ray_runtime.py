"""Ray as it is started and joined: quiet, for this computer alone, and gone afterwards."""

import os
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest

from desktop_app.cluster import ray_runtime as module
from desktop_app.cluster.errors import ClusterError
from desktop_app.cluster.ray_runtime import ray_runtime


@pytest.fixture(autouse=True)
def _no_cluster_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RAY_ADDRESS", raising=False)
    monkeypatch.setenv("RAY_TMPDIR", str(tmp_path))


@pytest.fixture
def temporary(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The system's folder of temporary files, of a short name: Ray's sockets lie in it."""
    with tempfile.TemporaryDirectory() as folder:
        monkeypatch.setattr(tempfile, "tempdir", folder)
        yield Path(folder)


def rays_processes(temporary: Path) -> list[str]:
    """Those that have something to do with the folder."""
    listed = subprocess.run(["ps", "-wweo", "pid,ppid,args"], capture_output=True, text=True, check=True).stdout
    return [line for line in listed.splitlines() if str(temporary) in line]


def listening(temporary: Path) -> list[str]:
    """The addresses at which processes of this Ray listen."""
    ours = {line.split()[0] for line in rays_processes(temporary)} | {str(os.getpid())}
    listed = subprocess.run(["ss", "-Hltnp"], capture_output=True, text=True, check=True).stdout
    return [line.split()[3] for line in listed.splitlines() if any(f"pid={pid}," in line for pid in ours)]


@pytest.mark.slow
@pytest.mark.usefixtures("alone_with_ray")
def test_a_ray_of_ours_is_for_this_computer_alone_says_nothing_and_leaves_nothing(
    temporary: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    import ray

    environment, answer = dict(os.environ), signal.getsignal(signal.SIGTERM)
    with ray_runtime():
        assert ray.get(ray.remote(lambda: 3).remote()) == 3
        addresses = listening(temporary)
        assert addresses
        assert [each for each in addresses if "127.0.0.1" not in each] == []
        assert signal.getsignal(signal.SIGTERM) is answer
    assert not ray.is_initialized()
    assert rays_processes(temporary) == []
    assert dict(os.environ) | {"PYTHONBREAKPOINT": ""} == environment | {"PYTHONBREAKPOINT": ""}
    assert list(temporary.iterdir()) == []
    assert not Path.home().joinpath(".ray").exists()
    assert capfd.readouterr() == ("", "")


def test_where_nothing_answers_is_told_at_once(refused_port: int) -> None:
    with pytest.raises(ClusterError, match=f"nothing answers at ray://127.0.0.1:{refused_port}"):
        with ray_runtime(f"ray://127.0.0.1:{refused_port}"):
            pass


def test_a_cluster_of_this_computer_that_is_no_more_is_told_at_once(
    refused_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAY_ADDRESS", f"127.0.0.1:{refused_port}")
    with pytest.raises(ClusterError, match=f"nothing answers at 127.0.0.1:{refused_port}"):
        with ray_runtime():
            pass


@pytest.mark.parametrize("address", ["", "gpu:10001", "ray://", "ray://gpu", "ray://gpu:port", "http://gpu:1"])
def test_what_is_no_address_is_told(address: str) -> None:
    with pytest.raises(ClusterError, match="is no address of a cluster: say auto, or ray://HOST:PORT"):
        with ray_runtime(address):
            pass


def test_without_ray_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "lacking", lambda packages: list(packages))
    with pytest.raises(ClusterError, match=r'a cluster needs ray. .*pip install "diarist\[cluster\]"'):
        with ray_runtime():
            pass


@pytest.fixture
def answering() -> Iterator[str]:
    """The address of something that answers."""
    with socket.create_server(("127.0.0.1", 0)) as there:
        yield f"ray://127.0.0.1:{there.getsockname()[1]}"


@pytest.mark.parametrize(
    ("said", "dead"),
    [
        ("RuntimeError: Starting Ray client server failed. See ray_client_server_23000.err", 2),
        ("psutil.ZombieProcess: PID still exists but it's a zombie (pid=1154)", 2),
        ("RuntimeError: Starting Ray client server failed. See ray_client_server_23000.err", 9),
    ],
)
def test_a_cluster_that_starts_nothing_for_us_by_chance_is_asked_again(
    answering: str, monkeypatch: pytest.MonkeyPatch, said: str, dead: int
) -> None:
    import ray

    asked: list[str] = []

    def init(address: str, **_: object) -> None:
        asked.append(address)
        if len(asked) <= dead:
            raise ConnectionAbortedError(f"Initialization failure from server:\n{said}")

    monkeypatch.setattr(ray, "init", init)
    with pytest.raises(ClusterError, match="GRPC_ENABLE_FORK_SUPPORT=0") if dead > 2 else nullcontext():
        with ray_runtime(answering):
            pass
    assert asked == [answering] * 3
