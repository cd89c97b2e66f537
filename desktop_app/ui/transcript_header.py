"""Above the text: the recording's name, and what is known about it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.columns import Columns
from desktop_app.ui.recording import Recording
from desktop_app.ui.toned_label import ElidedLabel
from desktop_app.ui.wording import header_line


class TranscriptHeader(QWidget):
    """A title and a muted line, in line with the text below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel("title")
        self.line = ElidedLabel("muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(40, 24, 40, 16)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        layout.addWidget(self.line)

    def show_recording(self, recording: Recording) -> None:
        """Show this recording's name and facts."""
        self.title.setText(recording.name)
        self.line.setText(header_line(recording))

    def align(self, columns: Columns) -> None:
        """Stand where the text's page stands."""
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(columns.page_left, 24, 20, 16)
