"""Ray as it is started and joined: quiet, for this computer alone, and gone afterwards."""

import os
import signal
import subprocess
import tempfile
from collections.abc import Iterator
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


def rays_processes() -> list[str]:
    listed = subprocess.run(["ps", "-eo", "pid,ppid,args"], capture_output=True, text=True, check=True).stdout
    return [line for line in listed.splitlines() if "ray::" in line or "gcs_server" in line or "raylet" in line]


def listening() -> list[str]:
    """The addresses at which processes of Ray listen."""
    listed = subprocess.run(["ss", "-Hltnp"], capture_output=True, text=True, check=True).stdout
    return [line.split()[3] for line in listed.splitlines() if "ray" in line or "gcs_server" in line]


@pytest.mark.slow
def test_a_ray_of_ours_is_for_this_computer_alone_says_nothing_and_leaves_nothing(
    temporary: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    import ray

    environment, answer = dict(os.environ), signal.getsignal(signal.SIGTERM)
    with ray_runtime():
        assert ray.get(ray.remote(lambda: 3).remote()) == 3
        addresses = listening()
        assert addresses
        assert [each for each in addresses if "127.0.0.1" not in each] == []
        assert signal.getsignal(signal.SIGTERM) is answer
    assert not ray.is_initialized()
    assert rays_processes() == []
    assert dict(os.environ) | {"PYTHONBREAKPOINT": ""} == environment | {"PYTHONBREAKPOINT": ""}
    assert list(temporary.iterdir()) == []
    assert not Path.home().joinpath(".ray").exists()
    assert capfd.readouterr() == ("", "")


def test_where_nothing_answers_is_told_at_once(refused_port: int) -> None:
    with pytest.raises(ClusterError, match=f"nothing answers at ray://127.0.0.1:{refused_port}"):
        with ray_runtime(f"ray://127.0.0.1:{refused_port}"):
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
