"""What a turn of the wheel, or two fingers on a touch pad, mean on the waveform."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent

_NOTCH = 120
_NOTCH_PX = 80
_NOTCH_FACTOR = 1.25


@dataclass(frozen=True, slots=True)
class Turn:
    """px: how far to scroll, later or down where it is positive. factor: how much closer to zoom."""

    class Kind(Enum):
        """What is done."""

        ZOOM = auto()
        SCROLL = auto()

    kind: Kind
    px: float

    @property
    def factor(self) -> float:
        """A notch away from the hand is a quarter closer."""
        return float(_NOTCH_FACTOR ** (-self.px / _NOTCH_PX))


def turn_of(event: QWheelEvent) -> Turn:
    """Sideways, or with Shift, it scrolls; else it zooms, with Control or without."""
    return turn(event.pixelDelta(), event.angleDelta(), event.modifiers())


def turn(pixels: QPoint, angle: QPoint, modifiers: Qt.KeyboardModifier) -> Turn:
    """pixels: null where the wheel does not tell them. angle: in eighths of a degree."""
    # Some platforms turn Alt+wheel, and some Shift+wheel, into a sideways turn of their own.
    moved = _in_px(pixels, angle)
    if abs(moved[0]) > abs(moved[1]):
        return Turn(Turn.Kind.SCROLL, -moved[0])
    if modifiers & Qt.KeyboardModifier.ShiftModifier:
        return Turn(Turn.Kind.SCROLL, -moved[1])
    return Turn(Turn.Kind.ZOOM, -moved[1])


def _in_px(pixels: QPoint, angle: QPoint) -> tuple[float, float]:
    if not pixels.isNull():
        return pixels.x(), pixels.y()
    return angle.x() * _NOTCH_PX / _NOTCH, angle.y() * _NOTCH_PX / _NOTCH
