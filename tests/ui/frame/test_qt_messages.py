"""What Qt says is told on standard error, and in the log only that it was said."""

import subprocess
import sys

from desktop_app.core.faults.log_file import log_file

_SPEAK = """
from PySide6.QtCore import qCritical, qDebug, qWarning
from desktop_app.core.faults.log_file import begin_log
from desktop_app.ui.frame.qt_messages import log_qt_messages
begin_log("window")
log_qt_messages()
qWarning("QPainter::begin: no room for /home/anna/Anna.wav")
qWarning("this is about Anna")
qCritical("Anna is lost")
qDebug("QPainter::end")
"""


def test_the_log_has_who_spoke_and_not_what_was_said() -> None:
    spoke = subprocess.run([sys.executable, "-c", _SPEAK], capture_output=True, text=True, check=True)
    assert spoke.stderr.splitlines() == [
        "QPainter::begin: no room for /home/anna/Anna.wav",
        "this is about Anna",
        "Anna is lost",
        "QPainter::end",
    ]
    lines = [line.partition("Qt says something: ")[2] for line in log_file().read_text(encoding="utf-8").splitlines()]
    assert lines == ["QtMsgType.QtWarningMsg by QPainter::begin", "QtMsgType.QtCriticalMsg by an unnamed part"]
