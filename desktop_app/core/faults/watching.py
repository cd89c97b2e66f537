"""A process of ours from its first line on: its log, its watch, and the errors that nothing catches."""

import logging
import sys
import threading
from types import TracebackType

from desktop_app import __version__
from desktop_app.core.faults.crash_reports import report_error
from desktop_app.core.faults.crash_watch import begin_watch
from desktop_app.core.faults.log_file import begin_log
from desktop_app.core.faults.plain_words import OwnWord

_log = logging.getLogger(__name__)


def watch_process(name: str) -> None:
    """Have what goes wrong in this process kept: in the log, and in a report where it ends the process or a thread.

    name: what it is called there. What Python says of such errors on standard error is said as before.
    """
    begin_log(name)
    begin_watch(name)
    _log.info("begins, of version %s", OwnWord(__version__))
    sys.excepthook = _report_and_say
    threading.excepthook = _report_from_thread


def _report_and_say(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if isinstance(error, Exception):
        _report(error)
    sys.__excepthook__(kind, error, trace)


def _report_from_thread(fault: threading.ExceptHookArgs) -> None:
    if isinstance(fault.exc_value, Exception):
        _report(fault.exc_value)
    threading.__excepthook__(fault)


def _report(error: Exception) -> None:
    report_error(error)
    _log.info("nothing caught an error: %s", error)  # no warning: standard error has all of it
