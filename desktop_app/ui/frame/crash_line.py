"""A line across the window, once, after Diarist or a part of it ended unexpectedly."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desktop_app.core.faults.crash_reports import of_a_part
from desktop_app.core.faults.told_reports import note_told, untold
from desktop_app.translation import tr
from desktop_app.ui.frame.crash_report_dialog import CrashReportDialog
from desktop_app.ui.widgets.status_dot import StatusDot
from desktop_app.ui.widgets.toned_label import ElidedLabel


class CrashLine(QFrame):
    """Hidden while there is nothing to tell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._report: Path | None = None
        self.text = ElidedLabel("muted")
        self.show_report = QPushButton(tr("Show report"))
        self.show_report.clicked.connect(self._show)
        self.put_away = QPushButton(tr("Hide"))
        self.put_away.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(8)
        layout.addWidget(StatusDot("warning"))
        layout.addWidget(self.text, 1)
        for button in (self.show_report, self.put_away):
            button.setProperty("role", "link")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            layout.addWidget(button)
        self.hide()

    def begin(self) -> None:
        """Tell of what nobody was told yet: of the newest report, first of those of the window itself."""
        found = untold()
        if not found:
            return
        self._report = next((each for each in reversed(found) if not of_a_part(each)), found[-1])
        self.text.setText(
            tr("A part of Diarist ended unexpectedly last time.")
            if of_a_part(self._report)
            else tr("Diarist ended unexpectedly last time.")
        )
        self.show()
        note_told()

    def _show(self) -> None:
        self.hide()
        if self._report is not None:
            CrashReportDialog(self._report, self.window()).open()
