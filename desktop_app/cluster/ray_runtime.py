"""Ray, for as long as it is needed: joined where it runs, else started on this computer, which alone can reach it."""

import contextlib
import logging
import os
import secrets
import signal
import socket
import threading
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from desktop_app.cluster.errors import ClusterError
from desktop_app.core.store.temporary_files import temporary_folder
from desktop_app.installation import how_to_add, lacking

AUTO = "auto"
"""The cluster that this computer belongs to; where it belongs to none, one that is started on it for the time."""
_CLIENT = "ray://"
_ANSWER_S = 5.0
_SENTENCE = 200
_TRIES = 3
_DIED_OF_FORK = ("Starting Ray client server failed", "ZombieProcess", "Proxy failed to Connect to backend")
"""How Ray tells that what its client server started for us has died: it is forked while gRPC is at work there, and may
die of that by chance, sooner or later. Not where gRPC was told to let forks alone."""

_SILENT = {
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_ENABLE_UV_RUN_RUNTIME_ENV": "0",
    "RAY_SERVE_LOG_TO_STDERR": "0",
    "PYTHONWARNINGS": "ignore",  # for the processes of Ray: they use what is deprecated
}
_QUIET = {"log_to_driver": False, "logging_level": logging.CRITICAL, "configure_logging": False}


@contextlib.contextmanager
def ray_runtime(address: str = AUTO) -> Iterator[None]:
    """Ray can be asked inside. address: AUTO, or ray://HOST:PORT. ClusterError if it is not there.

    At the end this process leaves the cluster; what was started for it ends, and leaves nothing behind.
    """
    if lacking({"ray": "ray"}):
        raise ClusterError(f"a cluster needs ray. {how_to_add('cluster')}")
    joined = _cluster_of_this_computer() if address == AUTO else _required_form(address)
    with _environment(_SILENT), _joined(joined) if joined else _started():
        yield


@contextlib.contextmanager
def _joined(address: str) -> Iterator[None]:
    _require_answer(address)
    with _connected(address, address):
        yield


@contextlib.contextmanager
def _started() -> Iterator[None]:
    with (
        temporary_folder() as folder,
        _for_this_computer_alone(),
        _connected("local", "a cluster on this computer", include_dashboard=False, _temp_dir=str(folder)),
    ):
        yield


@contextlib.contextmanager
def _for_this_computer_alone() -> Iterator[None]:
    """A Ray that is started listens on the loopback, as it does of itself on Windows, and lets in who has its token."""
    from ray._private import ray_constants

    beyond = ray_constants.ENABLE_RAY_CLUSTER
    ray_constants.ENABLE_RAY_CLUSTER = False
    try:
        with _environment({"RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": secrets.token_hex(32)}):
            _read_environment_again()
            yield
    finally:
        ray_constants.ENABLE_RAY_CLUSTER = beyond
        _read_environment_again()


def _read_environment_again() -> None:
    """Ray has read how it asks for tokens when it was imported."""
    from ray._raylet import AuthenticationTokenLoader, Config  # type: ignore[attr-defined]  # compiled

    Config.initialize("")
    AuthenticationTokenLoader.instance().reset_cache()


@contextlib.contextmanager
def _connected(address: str, place: str, **options: Any) -> Iterator[None]:  # noqa: ANN401  of several kinds
    import ray

    logging.getLogger("ray").setLevel(logging.CRITICAL)
    with _silent_terminal():
        try:
            _init(address, **options)
        except Exception as error:
            raise ClusterError(_why_not(place, error)) from error
        try:
            yield
        finally:
            ray.shutdown()


def _init(address: str, *, tries: int = _TRIES, **options: Any) -> None:  # noqa: ANN401  of several kinds
    import ray

    try:
        with _own_signals():
            ray.init(address, **_QUIET, **options)
    except Exception as error:
        ray.shutdown()
        if tries == 1 or not _has_died(str(error)):
            raise
        _init(address, tries=tries - 1, **options)


@contextlib.contextmanager
def _silent_terminal() -> Iterator[None]:
    """Ray has no options for what it prints of other computers, warns of, and drops at the end of a connection."""
    from ray._private import worker

    printing, responding = worker.print_to_stdstream, threading.excepthook
    worker.print_to_stdstream = lambda *_, **__: None
    threading.excepthook = lambda fault: None if _is_rays(fault.thread) else responding(fault)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", module=r"ray\.")
            yield
    finally:
        worker.print_to_stdstream, threading.excepthook = printing, responding


def _is_rays(thread: threading.Thread | None) -> bool:
    return thread is not None and thread.name.startswith("ray_client")


def _required_form(address: str) -> str:
    host, _, port = address.removeprefix(_CLIENT).rpartition(":")
    if not (address.startswith(_CLIENT) and host and port.isdecimal()):
        raise ClusterError(f"{address} is no address of a cluster: say {AUTO}, or {_CLIENT}HOST:PORT")
    return address


def _require_answer(address: str) -> None:
    """ClusterError where nothing listens: Ray would go on trying for minutes."""
    host, _, port = address.removeprefix(_CLIENT).rpartition(":")
    try:
        socket.create_connection((host.strip("[]"), int(port)), _ANSWER_S).close()
    except (OSError, OverflowError, ValueError) as error:
        raise ClusterError(f"nothing answers at {address}") from error


def _why_not(place: str, error: Exception) -> str:
    said = " ".join(str(error).split())
    if "ersion mismatch" in said:
        return f"{place} runs another Ray or Python than this computer: {said}"
    if "token" in said.lower():
        return f"{place} asks for a token: put it into RAY_AUTH_TOKEN"
    if _has_died(said):
        return f"{place} cannot be used: what it starts for us dies; start Ray there with GRPC_ENABLE_FORK_SUPPORT=0"
    cause = said if len(said) < _SENTENCE else str(error).strip().rpartition("\n")[2]  # below what led to it
    return f"{place} cannot be used: {cause or type(error).__name__}"


def _has_died(said: str) -> bool:
    return any(sign in said for sign in _DIED_OF_FORK)


def _cluster_of_this_computer() -> str:
    """The address of the cluster that `ray start` has made this computer a part of; '' if there is none."""
    folder = os.environ.get("RAY_TMPDIR") or os.environ.get("TMPDIR") or "/tmp"  # noqa: S108  where Ray notes it
    note = Path(folder, "ray", "ray_current_cluster")
    noted = note.read_text(encoding="utf-8").strip() if note.is_file() else ""
    return os.environ.get("RAY_ADDRESS", noted)


@contextlib.contextmanager
def _environment(values: Mapping[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name)
            if value is not None:
                os.environ[name] = value


@contextlib.contextmanager
def _own_signals() -> Iterator[None]:
    """Whoever answers SIGTERM does so afterwards, too: Ray puts itself in the place."""
    answer = signal.getsignal(signal.SIGTERM)
    try:
        yield
    finally:
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTERM, answer)
