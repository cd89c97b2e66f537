"""Above the text: the recording's name, and what is known about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.translation import plural, tr
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.recording_lines import header_line
from desktop_app.ui.transcript.columns import Columns
from desktop_app.ui.widgets.toned_label import ElidedLabel


class TranscriptHeader(QWidget):
    """A title and a muted line, in line with the text below; beside them, the number of warnings put away."""

    warnings_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel("title")
        self.line = ElidedLabel("muted")
        self.warnings = QPushButton()
        self.warnings.setProperty("role", "link")
        self.warnings.setToolTip(tr("Show the warnings about this transcript"))
        self.warnings.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.warnings.clicked.connect(self.warnings_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(40, 24, 40, 16)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.line)
        row.addWidget(self.warnings)
        row.addStretch(1)
        layout.addLayout(row)

    def show_recording(self, recording: Recording) -> None:
        """Show this recording's name and facts."""
        self.title.setText(recording.name)
        self.line.setText(header_line(recording))
        warnings = recording.document.transcript.warnings
        self.warnings.setText(plural("{n} warnings", "{n} warning", len(warnings)))
        self.warnings.setVisible(recording.warnings_put_away and bool(warnings))

    def align(self, columns: Columns) -> None:
        """Stand where the text's page stands."""
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(columns.page_left, 24, 20, 16)
