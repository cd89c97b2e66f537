"""Above the text: what a reader must know of how the transcript was made."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.columns import Columns
from desktop_app.ui.dot import Dot
from desktop_app.ui.passage import Passage

_RIGHT_PX = 24


class TranscriptWarnings(QFrame):
    """One sentence for each warning, and the way to put them away; the header keeps their number."""

    put_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notes")
        self.setAccessibleName("Warnings about this transcript")
        self.sentences: list[Passage] = []
        self.hide_button = QPushButton("Hide")
        self.hide_button.setProperty("role", "link")
        self.hide_button.setAccessibleName("Hide the warnings")
        self.hide_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide_button.clicked.connect(self.put_away)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(10)
        self._row.addWidget(Dot("warning"), 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._lines, 1)
        self._row.addWidget(self.hide_button, 0, Qt.AlignmentFlag.AlignTop)
        self.align(Columns(40, 0, 0, 0, 0))

    def show_warnings(self, warnings: tuple[str, ...]) -> None:
        """Show these; what is shown already stays as it is."""
        if warnings == tuple(each.text() for each in self.sentences):
            return
        for each in self.sentences:
            self._lines.removeWidget(each)
            each.deleteLater()
        self.sentences = [Passage(warning, "body") for warning in warnings]
        for each in self.sentences:
            self._lines.addWidget(each)

    def align(self, columns: Columns) -> None:
        """Stand where the text's page stands."""
        self._row.setContentsMargins(columns.page_left, 10, _RIGHT_PX, 10)
