"""Where name, text and time stand on the page, for a width."""

from dataclasses import dataclass

from PySide6.QtCore import QRect

NAME_ROW_PX = 28
NAME_GAP_PX = 12
NAME_PX = 142
_MOST_NAME_PX = 260
_TIME_PX = 80
_MOST_TEXT_PX = 720
_LEAST_TEXT_PX = 320
_ROOMY_TEXT_PX = 440
_ROOMY_PX = 640


@dataclass(frozen=True, slots=True)
class Columns:
    """The page in pixels, from the viewport's left edge.

    lead: room above the first line of text, for the name where it does not stand beside the text.
    """

    page_left: int
    page_right: int
    text_left: int
    text_width: int
    lead: int

    @property
    def name_width(self) -> int:
        """The room for pill and name."""
        if self.lead:
            return self.page_right - self.page_left - _TIME_PX
        return self.text_left - self.page_left - NAME_GAP_PX

    def time_cell(self, top: int, height: int) -> QRect:
        """The cell of a turn's time, at the page's right edge."""
        return QRect(self.page_right - _TIME_PX, top, _TIME_PX, height)


def columns_for(width: int, name_px: int = NAME_PX) -> Columns:
    """Three columns; on a narrow page the name goes above the text. name_px: what the longest name would need."""
    margin = 40 if width >= _ROOMY_PX else 20
    room = width - 2 * margin
    name_px = max(NAME_PX, min(name_px, _MOST_NAME_PX, room - _TIME_PX - _ROOMY_TEXT_PX))
    page = max(120, min(room, name_px + _MOST_TEXT_PX + _TIME_PX))
    left = max(margin, (width - page) // 2)
    text_width = page - name_px - _TIME_PX
    if text_width < _LEAST_TEXT_PX:
        return Columns(left, left + page, text_left=left, text_width=page, lead=NAME_ROW_PX)
    return Columns(left, left + page, text_left=left + name_px, text_width=text_width, lead=0)
