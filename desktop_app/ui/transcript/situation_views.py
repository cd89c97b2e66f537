"""A recording's situation, as a page of its own or as a strip below the text."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop_app.translation import tr
from desktop_app.ui.state.situation import Action, Situation
from desktop_app.ui.transcript.columns import Columns
from desktop_app.ui.widgets.toned_label import ElidedLabel
from desktop_app.ui.widgets.wrapping_row import WrappingRow
from desktop_app.ui.widgets.wrapping_text import WrappingText

_STEPS = 1000
_BAR_PX = 320
_RIGHT_PX = 24
_WITHOUT_WORDS = {Action.OPEN, Action.REMOVE}


class _Actions:
    """The buttons of a situation, made once and shown as needed."""

    def __init__(self, clicked: SignalInstance) -> None:
        self.buttons = {action: QPushButton(action.label) for action in Action}
        for action, button in self.buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, action=action: clicked.emit(action))

    def add_to(self, layout: QLayout) -> None:
        for button in self.buttons.values():
            layout.addWidget(button)

    def show(self, actions: tuple[Action, ...]) -> None:
        for action, button in self.buttons.items():
            button.setVisible(action in actions)


def _bar() -> QProgressBar:
    bar = QProgressBar()
    bar.setRange(0, _STEPS)
    bar.setTextVisible(False)
    bar.setAccessibleName(tr("Progress"))
    return bar


def _show_share(bar: QProgressBar, share: float | None) -> None:
    bar.setVisible(share is not None)
    bar.setValue(round((share or 0.0) * _STEPS))


class SituationPage(QWidget):
    """A calm page in the middle: what is going on, how far it is, what can be done."""

    acted = Signal(object)  # Action

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.name = ElidedLabel("muted", Qt.TextElideMode.ElideMiddle)
        self.title = WrappingText("", "subtitle", centred=True)
        self.text = WrappingText("", "muted", centred=True)
        self.bar = _bar()
        self._actions = _Actions(self.acted)
        self.buttons = self._actions.buttons
        self._lay_out()

    def _lay_out(self) -> None:
        self.name.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        buttons = WrappingRow()
        self._actions.add_to(buttons)
        column = QVBoxLayout()
        column.setSpacing(8)
        for widget in (self.name, self.title):
            column.addWidget(widget)
        column.addSpacing(8)
        bar_row = QHBoxLayout()
        bar_row.addStretch(1)
        self.bar.setFixedWidth(_BAR_PX)
        bar_row.addWidget(self.bar)
        bar_row.addStretch(1)
        column.addLayout(bar_row)
        column.addWidget(self.text)
        column.addSpacing(12)
        column.addLayout(buttons)
        _in_the_middle(self, column)

    def show_situation(self, name: str, situation: Situation) -> None:
        """Show the situation of the recording of that name."""
        self.name.setText(name)
        self.title.set_text(situation.title)
        self.text.set_text(situation.text or " ")
        _show_share(self.bar, situation.share)
        self._actions.show(situation.actions)


def _in_the_middle(page: QWidget, column: QVBoxLayout) -> None:
    inner = QWidget()
    inner.setMaximumWidth(480)
    inner.setLayout(column)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(inner, 4)
    row.addStretch(1)
    layout = QVBoxLayout(page)
    layout.addStretch(2)
    layout.addLayout(row)
    layout.addStretch(3)


class SituationStrip(QFrame):
    """One quiet line below the text."""

    acted = Signal(object)  # Action

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self.line: QLabel = ElidedLabel("muted")
        self.bar = _bar()
        self.bar.setFixedWidth(120)
        self._narrow = False
        self._actions = _Actions(self.acted)
        self.buttons = self._actions.buttons
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(40, 8, _RIGHT_PX, 8)
        layout.setSpacing(12)
        layout.addWidget(self.bar)
        layout.addWidget(self.line, 1)
        self._actions.add_to(layout)

    def show_situation(self, situation: Situation) -> None:
        """Show this situation."""
        self.line.setText(situation.line)
        _show_share(self.bar, None if self._narrow else situation.share)
        self._actions.show(tuple(action for action in situation.actions if action not in _WITHOUT_WORDS))

    def align(self, columns: Columns) -> None:
        """Stand where the text's page stands; where that is narrow, without the bar from the next change on."""
        self._narrow = bool(columns.lead)
        self._row.setContentsMargins(columns.page_left, 8, _RIGHT_PX, 8)
