"""The menus of the player: how fast, how loud, and where it is heard."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSlider, QWidget, QWidgetAction

from desktop_app.translation import tr
from desktop_app.ui.widgets.toned_label import toned_label

RATES = (0.5, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
_SLIDER_PX = 140


def rate_label(rate: float) -> str:
    """'1.0×', '1.25×'."""
    said = QLocale().toString(rate, "f", 2)
    return f"{said.removesuffix('0')}×"


class RateMenu(QMenu):
    """How fast it plays."""

    chosen = Signal(float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Speed"), parent)
        group = QActionGroup(self)
        for rate in RATES:
            action = QAction(rate_label(rate), group, checkable=True)
            action.triggered.connect(lambda _checked=False, rate=rate: self.chosen.emit(rate))
            self.addAction(action)

    def show_rate(self, rate: float) -> None:
        """Mark this one; none where it is not among them."""
        for action in self.actions():
            action.setChecked(action.text() == rate_label(rate))


@dataclass(frozen=True, slots=True)
class Output:
    """Where sound can be heard. id: what tells it from the others; None is what the system plays on."""

    id: str | None
    name: str


SYSTEMS_OWN = Output(None, tr("As the system does"))


class OutputMenu(QMenu):
    """Where it is heard. What there is may have changed: `opened` asks to be told anew."""

    opened = Signal()
    chosen = Signal(object)  # Output

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Output"), parent)
        self.aboutToShow.connect(self.opened)
        self.show_outputs((), SYSTEMS_OWN.id)

    def show_outputs(self, outputs: Sequence[Output], current: str | None) -> None:
        """Offer these, below the system's own; mark the current one."""
        self.clear()
        group = QActionGroup(self)
        for output in (SYSTEMS_OWN, *outputs):
            action = QAction(output.name.replace("&", "&&"), group, checkable=True, checked=output.id == current)
            action.triggered.connect(lambda _checked=False, output=output: self.chosen.emit(output))
            self.addAction(action)


class VolumeMenu(QMenu):
    """How loud it is, 0 to 100."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Volume"), parent)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 100)
        self.slider.setAccessibleName(tr("Volume"))
        self.slider.setFixedWidth(_SLIDER_PX)
        self._percent = toned_label("100 %", "plain")
        self._percent.setFixedWidth(self._percent.sizeHint().width() + 2)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.addAction(self._row())
        self.slider.valueChanged.connect(self._tell)
        self.aboutToShow.connect(lambda: QTimer.singleShot(0, self.slider, self.slider.setFocus))
        self.show_volume(100)

    def show_volume(self, percent: int) -> None:
        """Show this; nobody is told."""
        blocked = self.slider.blockSignals(True)
        self.slider.setValue(percent)
        self.slider.blockSignals(blocked)
        self._percent.setText(f"{percent} %")

    def _row(self) -> QWidgetAction:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(8, 4, 12, 4)
        layout.addWidget(self.slider)
        layout.addWidget(self._percent)
        action = QWidgetAction(self)
        action.setDefaultWidget(row)
        return action

    def _tell(self, percent: int) -> None:
        self._percent.setText(f"{percent} %")
        self.chosen.emit(percent)
