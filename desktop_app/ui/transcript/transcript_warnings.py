"""Above the text: what a reader must know of how the transcript was made."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.translation import tr
from desktop_app.ui.transcript.columns import Columns
from desktop_app.ui.widgets.status_dot import StatusDot
from desktop_app.ui.widgets.wrapping_text import WrappingText

_BELOW_PX = 20
_MOST_PX = 120


class TranscriptWarnings(QWidget):
    """One sentence for each warning, and the way to put them away; the header keeps their number."""

    put_away = Signal()
    copy_asked = Signal()
    sound_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Warnings about this transcript"))
        self.sentences = WrappingText("", "body", most_px=_MOST_PX)
        self.hide_button = QPushButton(tr("Hide"))
        self.hide_button.setProperty("role", "link")
        self.hide_button.setAccessibleName(tr("Hide the warnings"))
        self.hide_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide_button.clicked.connect(self.put_away)
        self.sound_button = QPushButton(tr("Find it…"))
        self.sound_button.setAccessibleName(tr("Find the sound"))
        self.sound_button.setProperty("role", "link")
        self.sound_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.sound_button.clicked.connect(self.sound_asked)
        self.copy_button = QPushButton(tr("Keep a copy"))
        self.copy_button.setProperty("role", "link")
        self.copy_button.setToolTip(tr("Go on in another file, which holds all that is here"))
        self.copy_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.copy_button.clicked.connect(self.copy_asked)
        frame = QFrame()
        frame.setProperty("role", "notes")
        row = QHBoxLayout(frame)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        dot = StatusDot("warning")
        dot.setFixedHeight(self.fontMetrics().height())
        row.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.sentences, 1)
        row.addWidget(self.sound_button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.hide_button, 0, Qt.AlignmentFlag.AlignTop)
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(40, 0, 40, _BELOW_PX)
        self._page.addWidget(frame)

    def show_warnings(self, warnings: tuple[str, ...], *, about_file: bool = False, about_sound: bool = False) -> None:
        """Show these, each in a paragraph of its own. about_file: the project cannot be written, a copy could.
        about_sound: it is not where it was."""
        self.sentences.set_text("\n".join(warnings))
        self.copy_button.setVisible(about_file)
        self.sound_button.setVisible(about_sound)
        self.hide_button.setVisible(not about_file)

    def align(self, columns: Columns) -> None:
        """Stand where the text's page stands."""
        right = max(0, self.width() - columns.page_right)
        self._page.setContentsMargins(columns.page_left, 0, right, _BELOW_PX)
