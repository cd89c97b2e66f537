"""Every test gets its own home, no network but loopback, and Qt without a screen."""

import gc
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from desktop_app.core.pipeline.preparation import prepared_choice
from desktop_app.user_folders import data_folder

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["DIARIST_LANGUAGE"] = "en"  # whatever this computer speaks
os.environ["RAY_worker_niceness"] = "0"  # noqa: SIM112  as Ray spells it; else it gives way to all other tests


@pytest.fixture
def garbage_at_home() -> Iterator[None]:
    """Let no thread of a test delete what another test has left of Qt's objects, whose timers would go off yet."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of this run share: what takes long to make is made there once, under a FileLock."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture
def alone_with_ray(run_folder: Path) -> Iterator[None]:
    """No other worker of this run has a Ray meanwhile: each takes all cores, and tests look at its processes."""
    with FileLock(run_folder / "ray.lock"):
        yield


@pytest.fixture(scope="module")
def alone_with_shared_ray(run_folder: Path) -> Iterator[None]:
    """The same for tests of a module that share a Ray, until the last of them is over."""
    with FileLock(run_folder / "ray.lock"):
        yield


@pytest.fixture(scope="session")
def shared_models(run_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where all tests have their prepared models: the first that loads an engine prepares them."""
    folder = run_folder / "models"
    folder.mkdir(exist_ok=True)
    if "PYTEST_XDIST_WORKER" in os.environ:
        _prepare(
            folder, tmp_path_factory
        )  # a run of many tests needs them, and two that prepare them take twice as long
    return folder


@pytest.fixture(scope="session")
def prepared_models(shared_models: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, prepared: for tests that cannot wait while it is done."""
    _prepare(shared_models, tmp_path_factory)
    return shared_models


def _prepare(models: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    with FileLock(models.with_name("models.lock")), pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        prepared_choice(on_progress=lambda _: None, models=models)


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, shared_models: Path) -> None:
    _move_to(tmp_path_factory.mktemp("home"), monkeypatch, shared_models)


@pytest.fixture(scope="module")
def home_of_module(tmp_path_factory: pytest.TempPathFactory, shared_models: Path) -> Iterator[None]:
    """A home for what the tests of a module share; each of them has its own besides."""
    with pytest.MonkeyPatch.context() as patch:
        _move_to(tmp_path_factory.mktemp("home"), patch, shared_models)
        yield


def _move_to(home: Path, patch: pytest.MonkeyPatch, models: Path) -> None:
    for variable in ("HOME", "USERPROFILE"):
        patch.setenv(variable, str(home))
    for variable in (
        "XDG_CONFIG_HOME",
        "XDG_CACHE_HOME",
        "XDG_DATA_HOME",
        "XDG_STATE_HOME",
        "LOCALAPPDATA",
        "APPDATA",
    ):
        patch.setenv(variable, str(home / variable.lower()))
    data = data_folder()
    data.mkdir(parents=True)
    (data / "models").symlink_to(models)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            host = address[0] if isinstance(address, tuple) else address
            if host not in {"127.0.0.1", "::1", "localhost"}:
                raise OSError(f"a test tried to reach {host}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture
def refused_port() -> Iterator[int]:
    """A port of this computer that nobody listens on, nor will before the test is over."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]


@pytest.fixture(scope="session")
def evaluation_data() -> Path:
    """The development recordings, where this machine has them."""
    beside = Path(__file__).parents[2] / "shared" / "data"
    folder = Path(os.environ.get("DIARIST_EVAL_DATA", beside))
    if not folder.is_dir():
        pytest.skip("no evaluation recordings: set DIARIST_EVAL_DATA to their folder")
    return folder
