"""What happens to an error nobody expected: it is logged, kept in a report, and said in words; the window goes on."""

import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop_app.core.faults.crash_reports import report_error
from desktop_app.core.faults.plain_words import fault_in_plain_words
from desktop_app.core.faults.told_reports import note_told
from desktop_app.translation import tr
from desktop_app.ui.frame.crash_report_dialog import CrashReportDialog

_log = logging.getLogger(__name__)
_SENTENCE = tr("Something went wrong inside Diarist. What was written down so far is still there.")


class FaultReporter(QObject):
    """Takes errors from any thread and shows them in the GUI's, one at a time."""

    _reported = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.box: QMessageBox | None = None
        self.dialog: CrashReportDialog | None = None
        self._reports: dict[str, Path | None] = {}
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
        self._reported.emit(_in_words(error, trace), self._report_of(error))

    def _report_of(self, error: BaseException) -> Path | None:
        """The report of it; of an error that comes again and again there is one."""
        calls = fault_in_plain_words(error, error.__traceback__)
        if calls not in self._reports:
            self._reports[calls] = report_error(error)
        return self._reports[calls]

    def _report_from_thread(self, fault: threading.ExceptHookArgs) -> None:
        if fault.exc_value is not None:
            self.report(fault.exc_type, fault.exc_value, fault.exc_traceback)

    def _report_unraisable(self, fault: "sys.UnraisableHookArgs") -> None:
        if fault.exc_value is not None:
            self.report(fault.exc_type, fault.exc_value, fault.exc_traceback)

    def _show(self, details: str, report: Path | None) -> None:
        note_told()
        # An error while painting comes back with every paint: one box is enough.
        if self.box is not None:
            return
        self.box = QMessageBox(QApplication.activeWindow())
        self.box.setWindowTitle("Diarist")
        self.box.setTextFormat(Qt.TextFormat.PlainText)
        self.box.setText(_SENTENCE)
        self.box.setDetailedText(details)
        self.box.setEscapeButton(self.box.addButton(QMessageBox.StandardButton.Ok))
        if report is not None:
            shown = self.box.addButton(tr("Show report"), QMessageBox.ButtonRole.ActionRole)
            shown.clicked.connect(lambda: self._show_report(report))
        self.box.finished.connect(self._closed)
        self.box.open()

    def _show_report(self, report: Path) -> None:
        self.dialog = CrashReportDialog(report, self.box.parentWidget() if self.box else None)
        self.dialog.open()

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
