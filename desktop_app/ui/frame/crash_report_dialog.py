"""A report of a crash, as it lies on the disk: to be looked at, and copied or sent by hand."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.translation import tr
from desktop_app.ui.widgets.screen_fit import resize_within
from desktop_app.ui.widgets.wrapping_text import WrappingText

_USUAL = QSize(680, 480)


class CrashReportDialog(QDialog):
    """Says what is in the report and what becomes of it."""

    def __init__(self, report: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Report"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_within(self, _USUAL)
        self._folder = report.parent
        self.text = QPlainTextEdit(_text_of(report))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("What the report says"))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.copy = QPushButton(tr("Copy"))
        self.copy.clicked.connect(self._copy)
        self.show_folder = QPushButton(tr("Show in folder"))
        self.show_folder.clicked.connect(self._open_folder)
        self.close_button = QPushButton(tr("Close"))
        self.close_button.clicked.connect(self.accept)
        self.close_button.setDefault(True)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        promise = tr(
            "This is all of it: no names, no text, no names of files. It stays on this computer unless you send it to "
            "somebody."
        )
        column.addWidget(WrappingText(promise, "body"))
        column.addWidget(self.text, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in (self.copy, self.show_folder):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addWidget(self.close_button)
        column.addLayout(row)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def _text_of(report: Path) -> str:
    try:
        return report.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return tr("The report is gone.")
