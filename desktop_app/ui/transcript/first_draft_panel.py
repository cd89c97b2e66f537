"""Below the text: what the machine wrote where the caret is, and the ways back to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from desktop_app.translation import tr
from desktop_app.ui.transcript.columns import Columns
from desktop_app.ui.widgets.toned_label import ElidedLabel
from desktop_app.ui.widgets.wrapping_row import WrappingRow
from desktop_app.ui.widgets.wrapping_text import WrappingText

_MOST_PX = 84
_RIGHT_PX = 12


class FirstDraftPanel(QFrame):
    """A line that counts, the machine's words, three buttons."""

    passage_asked = Signal()
    turn_asked = Signal()
    all_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self.setAccessibleName(tr("First draft"))
        self.count = ElidedLabel("muted")
        self.was = WrappingText("", "body", most_px=_MOST_PX)
        self.was.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.was.setTabChangesFocus(True)
        self.passage = _button(
            tr("Restore this passage"), tr("The word at the caret, or what is selected, as the machine wrote it")
        )
        self.turn = _button(tr("Restore turn"), tr("The turn at the caret as the machine wrote it"))
        self.all = _button(tr("Restore all…"), tr("The whole text as the machine wrote it"))
        self.passage.clicked.connect(self.passage_asked)
        self.turn.clicked.connect(self.turn_asked)
        self.all.clicked.connect(self.all_asked)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(40, 8, _RIGHT_PX, 8)
        column.setSpacing(6)
        column.addWidget(self.count)
        column.addWidget(self.was)
        column.addLayout(WrappingRow(self.passage, self.turn, self.all, centred=False))

    def show_turn(self, counted: str, was: str) -> None:
        """Say what the machine wrote where the caret is."""
        self.count.setText(counted)
        if was != self.was.text():
            self.was.set_text(was)

    def allow(self, *, passage: bool, turn: bool, all_: bool) -> None:
        """What there is to restore."""
        self.passage.setEnabled(passage)
        self.turn.setEnabled(turn)
        self.all.setEnabled(all_)

    def align(self, columns: Columns) -> None:
        """Stand where the text's page stands."""
        right = max(_RIGHT_PX, self.width() - columns.page_right)
        self._column.setContentsMargins(columns.page_left, 8, right, 8)


def _button(text: str, tip: str) -> QPushButton:
    made = QPushButton(text)
    made.setProperty("role", "float")
    made.setToolTip(tip)
    return made
