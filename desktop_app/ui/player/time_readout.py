"""The time: where the play head is, and how long the recording is."""

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop_app.core.transcript.clock import clock
from desktop_app.ui.look.theme import BODY_PX, font
from desktop_app.ui.widgets.toned_label import toned_label

_HOUR_MS = 3_600_000


class TimeReadout(QWidget):
    """'00:21.4 / 42:10'; it is as wide as its longest time, so that nothing beside it moves while it runs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.position = toned_label("", "plain")
        self.length = toned_label("", "muted")
        self.position.setFont(_even(font(BODY_PX)))
        self.position.setStyleSheet(f"font-size: {BODY_PX}px")
        row.addWidget(self.position)
        row.addWidget(self.length)
        self._length_ms = self._position_ms = 0
        self.show_length(0)

    def show_position(self, time_ms: int) -> None:
        """The play head is here."""
        self._position_ms = time_ms
        said = with_tenths(time_ms, hours=self._length_ms >= _HOUR_MS)
        if said != self.position.text():
            self.position.setText(said)
            self._keep_room(said)

    def show_length(self, length_ms: int) -> None:
        """The recording is this long."""
        self._length_ms = length_ms
        self.length.setText(f"/ {clock(length_ms)}")
        self.show_position(self._position_ms)

    def _keep_room(self, said: str) -> None:
        """For the widest digits, and for the end, which may have a digit more."""
        end = with_tenths(self._length_ms, hours=self._length_ms >= _HOUR_MS)
        longest = max((end, said), key=len)
        _keep_width(self.position, "".join("0" if letter.isdigit() else letter for letter in longest))


def with_tenths(time_ms: int, *, hours: bool = False) -> str:
    """'00:21.4': as it is read while it runs. hours: '0:00:21.4', as in a recording that has some."""
    said = f"{clock(time_ms)}.{time_ms // 100 % 10}"
    return f"0:{said}" if hours and time_ms < _HOUR_MS else said


def _even(made: QFont) -> QFont:
    """With digits of one width, where the font has them."""
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def _keep_width(label: QLabel, widest: str) -> None:
    label.ensurePolished()
    width = QFontMetrics(label.font()).horizontalAdvance(widest) + 1
    if width != label.minimumWidth():
        label.setFixedWidth(width)
