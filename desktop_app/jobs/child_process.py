"""A process of ours with a pipe to it: how it is started, and what is said of one that ended."""

import signal
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from desktop_app.core.faults.crash_reports import gather, report_error
from desktop_app.core.faults.watching import watch_process
from desktop_app.translation import tr

CLOSING_S = 20.0
"""How long a process may take to end by itself when nobody talks to it any more."""


def started(serve: Callable[[Connection], None], name: str) -> tuple[BaseProcess, Connection]:
    """A process that serves its end of a pipe, and our end. OSError where the system gives none.

    serve: a function of a module.
    """
    # Spawned, not forked: a fork would copy the window's threads and locks in whatever state they are.
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve_watched, args=(serve, name, theirs), name=name, daemon=True)
    with theirs:
        process.start()
    return process, ours


def _serve_watched(serve: Callable[[Connection], None], name: str, connection: Connection) -> None:
    """In the process itself: serve, with a log, and with a report of whatever ends it unexpectedly."""
    watch_process(name)
    try:
        serve(connection)
    except Exception as error:
        report_error(error)
        raise


def farewell(process: BaseProcess) -> str:
    """How a process ended, in words."""
    process.join(timeout=2)
    code = process.exitcode
    if code is None:
        return tr("it stopped answering")
    if code < 0:
        return tr("it was ended by {signal}", signal=signal.Signals(-code).name)
    return tr("it ended with status {status}", status=code)


def see_out(process: BaseProcess) -> None:
    """Wait for a process to which nobody talks any more; it is killed where it does not end by itself."""
    process.join(CLOSING_S)
    if process.is_alive():
        process.kill()
    clear_up(process)


def clear_up(process: BaseProcess) -> None:
    """Wait for a process that ends now; where it crashed, there is a report of it then."""
    process.join()
    process.close()
    gather()
