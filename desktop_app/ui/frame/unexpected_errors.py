"""What happens to an error nobody expected: it is logged, and said in words; the window goes on."""

import logging
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop_app.translation import tr

_log = logging.getLogger(__name__)
_SENTENCE = tr("Something went wrong inside Diarist. What was written down so far is still there.")


class FaultReporter(QObject):
    """Takes errors from any thread and shows them in the GUI's, one at a time."""

    _reported = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.box: QMessageBox | None = None
        self._reported.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Become the hook for errors that nothing catches."""
        sys.excepthook = self.report
        threading.excepthook = self._report_from_thread
        sys.unraisablehook = self._report_unraisable

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log an error and show it."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.error("unexpected error", exc_info=(kind, error, trace))
        self._reported.emit(_in_words(error, trace))

    def _report_from_thread(self, fault: threading.ExceptHookArgs) -> None:
        if fault.exc_value is not None:
            self.report(fault.exc_type, fault.exc_value, fault.exc_traceback)

    def _report_unraisable(self, fault: "sys.UnraisableHookArgs") -> None:
        if fault.exc_value is not None:
            self.report(fault.exc_type, fault.exc_value, fault.exc_traceback)

    def _show(self, details: str) -> None:
        # An error while painting comes back with every paint: one box is enough.
        if self.box is not None:
            return
        self.box = QMessageBox(QApplication.activeWindow())
        self.box.setWindowTitle("Diarist")
        self.box.setTextFormat(Qt.TextFormat.PlainText)
        self.box.setText(_SENTENCE)
        self.box.setDetailedText(details)
        self.box.finished.connect(self._closed)
        self.box.open()

    def _closed(self) -> None:
        if self.box is not None:
            self.box.deleteLater()
            self.box = None


def _in_words(error: BaseException, trace: TracebackType | None) -> str:
    """'ValueError: …, in module.function, line 12'."""
    frames = traceback.extract_tb(trace)
    named = f"{type(error).__name__}: {error}"
    if not frames:
        return named
    return tr("{error}, in {function}, line {line}", error=named, function=frames[-1].name, line=frames[-1].lineno)
