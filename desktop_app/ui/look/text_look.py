"""How the transcript's text looks: what a person has chosen, and what follows from it in pixels."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from PySide6.QtGui import QFontMetricsF

from desktop_app.translation import tr
from desktop_app.ui.look.theme import font

SIZES_PX = (12, 13, 14, 15, 16, 18, 20, 22, 24, 28, 32, 36, 40)
USUAL_PX = 15
_LINE = 1.6
"""From line to line, in sizes of the letters."""
_LEAST_BESIDE, _MOST_BESIDE = 0.9, 1.4
"""How far what stands beside the text shrinks and grows with it."""


class Width(StrEnum):
    """How long lines are at most."""

    NARROW = "narrow"
    USUAL = "usual"
    WIDE = "wide"

    @property
    def label(self) -> str:
        """What the menu calls it."""
        return _LABELS[self]


_LABELS = {
    Width.NARROW: tr("Narrow"),
    Width.USUAL: tr("Usual"),
    Width.WIDE: tr("Wide"),
}
_MOST_PX = {Width.NARROW: 540, Width.USUAL: 720, Width.WIDE: 1080}
"""At the usual size."""


@dataclass(frozen=True, slots=True)
class TextLook:
    """size_px: of the letters. names_above: above the text, not beside it where there is room."""

    size_px: int = USUAL_PX
    width: Width = Width.USUAL
    times: bool = True
    names_above: bool = False

    @property
    def line_px(self) -> int:
        """From line to line; a line in a taller script takes more."""
        return _line_px(self.size_px)

    def text_px(self, px: int) -> int:
        """A length that grows as the text does, from what it is at the usual size."""
        return round(px * self.size_px / USUAL_PX)

    def beside_px(self, px: int) -> int:
        """A length of what stands beside the text, from what it is at the usual size: it grows less."""
        return round(px * max(_LEAST_BESIDE, min(self.size_px / USUAL_PX, _MOST_BESIDE)))

    @property
    def most_px(self) -> int:
        """How long a line is at most: it has the same letters at every size."""
        return self.text_px(_MOST_PX[self.width])

    def stepped(self, steps: int) -> int:
        """The size so many steps larger, or smaller; the last there is, at the end."""
        nearest = min(range(len(SIZES_PX)), key=lambda place: abs(SIZES_PX[place] - self.size_px))
        return SIZES_PX[max(0, min(nearest + steps, len(SIZES_PX) - 1))]


@cache
def _line_px(size_px: int) -> int:
    return max(round(_LINE * size_px), int(QFontMetricsF(font(size_px)).height()) + 1)
