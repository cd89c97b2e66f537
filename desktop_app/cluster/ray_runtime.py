"""Ray, for as long as it is needed: joined where it runs, else started on this computer, which alone can reach it."""

import contextlib
import logging
import os
import secrets
import signal
import socket
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from desktop_app.cluster.errors import ClusterError
from desktop_app.core.models.errors import first_line
from desktop_app.core.store.temporary_files import temporary_folder
from desktop_app.installation import how_to_add, lacking

AUTO = "auto"
"""The cluster that this computer belongs to; where it belongs to none, one that is started on it for the time."""
_CLIENT = "ray://"
_ANSWER_S = 5.0

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
    with _environment(_SILENT):
        if address == AUTO and not _cluster_of_this_computer():
            with _started():
                yield
        elif address == AUTO:
            with _connected(address, f"the cluster of this computer ({_cluster_of_this_computer()})", **_QUIET):
                yield
        else:
            _require_answer(address)
            with _connected(address, address):
                yield


@contextlib.contextmanager
def _started() -> Iterator[None]:
    with (
        temporary_folder() as folder,
        _for_this_computer_alone(),
        _connected("local", "a cluster on this computer", include_dashboard=False, _temp_dir=str(folder), **_QUIET),
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
            with _own_signals():
                ray.init(address, **options)
        except Exception as error:
            ray.shutdown()
            raise ClusterError(_why_not(place, error)) from error
        try:
            yield
        finally:
            ray.shutdown()


@contextlib.contextmanager
def _silent_terminal() -> Iterator[None]:
    """What happens on other computers is not printed here: Ray has no option for that."""
    from ray._private import worker

    printing = worker.print_to_stdstream
    worker.print_to_stdstream = lambda *_, **__: None
    try:
        yield
    finally:
        worker.print_to_stdstream = printing


def _require_answer(address: str) -> None:
    """ClusterError where nothing listens: Ray would go on trying for half a minute."""
    host, _, port = address.removeprefix(_CLIENT).rpartition(":")
    if not (address.startswith(_CLIENT) and host and port.isdecimal()):
        raise ClusterError(f"{address} is no address of a cluster: say {AUTO}, or {_CLIENT}HOST:PORT")
    try:
        socket.create_connection((host.strip("[]"), int(port)), _ANSWER_S).close()
    except (OSError, OverflowError) as error:
        raise ClusterError(f"nothing answers at {address}") from error


def _why_not(place: str, error: Exception) -> str:
    said = " ".join(str(error).split())
    if "ersion mismatch" in said:
        return f"{place} runs another Ray or Python than this computer: {said}"
    if "token" in said.lower():
        return f"{place} asks for a token: put it into RAY_AUTH_TOKEN"
    return f"{place} cannot be used: {first_line(error)}"


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
    yield
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, answer)
