"""The button that says what is recorded, and lets the recording go on with another input."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from desktop_app.core.capture.values import InputDevice, Source
from desktop_app.translation import tr
from desktop_app.ui.live.input_choice import under_headings
from desktop_app.ui.widgets.choice_box import paint_arrow

_WIDEST_LETTERS = 24
_ARROW_FROM_RIGHT_PX = 7


class InputButton(QPushButton):
    """'Headset', with all inputs in its menu; while nothing is recorded it is not shown."""

    opened = Signal()
    """The menu is about to be shown: inputs that have come since are wanted."""
    chosen = Signal(object)  # Source

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "link")
        self.setProperty("opens", "true")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self.opened)
        self.setMenu(self._menu)
        self._devices: tuple[InputDevice, ...] = ()
        self._current = ""

    def show_inputs(self, devices: tuple[InputDevice, ...]) -> None:
        """Offer these."""
        if devices != self._devices:
            self._devices = devices
            self._fill()

    def show_current(self, name: str) -> None:
        """Say what is recorded; '' while nothing is."""
        if name != self._current:
            self._current = name
            self.setText(name if len(name) <= _WIDEST_LETTERS else f"{name[: _WIDEST_LETTERS - 1].rstrip()}…")
            self.setToolTip(tr("{name}: go on with another input", name=name))
            self.setAccessibleName(tr("Input: {name}", name=name))
            self._mark()
        self.setVisible(bool(name))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and the arrow."""
        super().paintEvent(event)
        paint_arrow(self, _ARROW_FROM_RIGHT_PX)

    def _fill(self) -> None:
        self._menu.clear()
        for heading, devices in under_headings(self._devices):
            self._menu.addAction(heading).setEnabled(False)
            for device in devices:
                self._add(device)
        self._mark()

    def _add(self, device: InputDevice) -> None:
        entry = self._menu.addAction(device.name.replace("&", "&&"))
        entry.setCheckable(True)
        entry.setData(device.name)
        entry.triggered.connect(lambda: self._choose(device))

    def _mark(self) -> None:
        """Tick what is heard."""
        for entry in self._menu.actions():
            entry.setChecked(entry.data() == self._current)

    def _choose(self, device: InputDevice) -> None:
        self._mark()  # the tick stays where it is until the input is heard
        if device.name != self._current:
            self.chosen.emit(Source(device.id))
