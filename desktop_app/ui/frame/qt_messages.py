"""What Qt itself says: on standard error as always, and in the log that it said something, which a crash may follow."""

import logging
import re
import sys
from contextlib import suppress

from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler

from desktop_app.core.faults.plain_words import OwnWord

_log = logging.getLogger(__name__)
_SPEAKER = re.compile(r"Q\w+(::\w+)?")
"""What of a message is Qt's own for sure; the rest may name files."""
_GRAVE = {QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}


def log_qt_messages() -> None:
    """Listen to Qt from now on."""
    qInstallMessageHandler(_take)


def _take(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            sys.stderr.write(f"{qFormatLogMessage(kind, context, text)}\n")
    speaker = _SPEAKER.match(text)
    if kind in _GRAVE or (kind is QtMsgType.QtWarningMsg and speaker):
        _log.info("Qt says something: %s by %s", kind, OwnWord(speaker[0] if speaker else "an unnamed part"))
