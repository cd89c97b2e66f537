"""The player below the text: the waveform with its lanes, and the bar that plays."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLayoutItem, QVBoxLayout, QWidget

from desktop_app.ui.player.strips import Contents, least_height
from desktop_app.ui.player.transport import Transport
from desktop_app.ui.player.waveform import Waveform

_ABOVE_PX, _BELOW_PX = 4, 6
_MOST_OF_WINDOW = 0.26
"""The share of the window's height that the waveform takes at most."""
_LEAST_PX = least_height(Contents(sound=True, lanes=0))
QWIDGETSIZE_MAX = 2**24 - 1  # as Qt has it, which does not hand it out


class PlayerPanel(QWidget):
    """Takes the room that its waveform wants, and that what is around it can spare; where that is very little there is
    the bar alone, or nothing: its keys play all the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("player")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.waveform = Waveform()
        self.transport = Transport()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _ABOVE_PX, 0, _BELOW_PX)
        column.setSpacing(0)
        column.addWidget(self.waveform)
        column.addWidget(self.transport)
        self._around: QWidget | None = None
        self._is_wanted = self._is_aside = False
        self.hide()

    def setVisible(self, visible: bool) -> None:
        """Show it, unless it is put aside."""
        self._is_wanted = visible
        super().setVisible(visible and not self._is_aside)

    def put_aside(self, aside: bool) -> None:
        """Hide it, whatever is wanted, or show it again if it is."""
        self._is_aside = aside
        self.setVisible(self._is_wanted)

    def take_focus(self) -> None:
        """Take the keyboard's focus."""
        first = self.waveform if self.waveform.isVisible() else self.transport.play
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """From now on what is around it has another size now and then."""
        super().showEvent(event)
        around = self.parentWidget()
        if around is not None and around is not self._around:
            self._around = around
            around.installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is around it asks for other room, or there is more or less for all."""
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self._fit()
        return False

    def event(self, event: QEvent) -> bool:
        """The waveform has other things to show."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        if self._around is None or self.isHidden():
            return
        spare_px = self._spare_px(self._around)
        most_px = max(_LEAST_PX, round(_MOST_OF_WINDOW * self.window().height()))
        height = min(self.waveform.sizeHint().height(), most_px, max(_LEAST_PX, spare_px))
        self.waveform.setVisible(spare_px >= _LEAST_PX)
        self.transport.setVisible(spare_px >= 0)
        self.setMaximumHeight(QWIDGETSIZE_MAX if spare_px >= 0 else 0)
        if height != self.waveform.maximumHeight():
            self.waveform.setFixedHeight(height)

    def _spare_px(self, around: QWidget) -> int:
        """What is left for the waveform when all others have the least that they can do with."""
        layout = around.layout()
        items = [] if layout is None else [layout.itemAt(place) for place in range(layout.count())]
        others = sum(
            _least_px(item, around.width()) for item in items if item is not None and item.widget() is not self
        )
        return around.height() - others - self.transport.sizeHint().height() - _ABOVE_PX - _BELOW_PX


def _least_px(item: QLayoutItem, width: int) -> int:
    """Lines that are wrapped need more where they are short."""
    return item.minimumHeightForWidth(width) if item.hasHeightForWidth() else item.minimumSize().height()
