"""Where name, text and time stand on the page, for a width."""

from dataclasses import dataclass

from PySide6.QtCore import QRect

from desktop_app.ui.look.text_look import TextLook

NAME_ROW_PX = 28
NAME_GAP_PX = 12
NAME_PX = 142
_MOST_NAME_PX = 260
_TIME_PX = 80
_LEAST_TEXT_PX = 320
_ROOMY_TEXT_PX = 440
_ROOMY_PX = 640
_USUAL = TextLook()


@dataclass(frozen=True, slots=True)
class Columns:
    """The page in pixels, from the viewport's left edge.

    lead: room above the first line of text, for the name where it does not stand beside the text. time_px: the width of
    the times, 0 where none are shown.
    """

    page_left: int
    page_right: int
    text_left: int
    text_width: int
    lead: int
    time_px: int = _TIME_PX

    @property
    def name_width(self) -> int:
        """The room for pill and name."""
        if self.lead:
            return self.page_right - self.page_left - self.time_px
        return self.text_left - self.page_left - NAME_GAP_PX

    def time_cell(self, top: int, height: int) -> QRect:
        """The cell of a turn's time, at the page's right edge."""
        return QRect(self.page_right - self.time_px, top, self.time_px, height)


def columns_for(width: int, name_px: int = NAME_PX, look: TextLook = _USUAL) -> Columns:
    """Three columns; on a narrow page, or where that is wanted, the name goes above the text. name_px: what the longest
    name would need."""
    margin = 40 if width >= _ROOMY_PX else 20
    room = width - 2 * margin
    time_px = look.beside_px(_TIME_PX) if look.times else 0
    most_name_px = min(look.beside_px(_MOST_NAME_PX), room - time_px - look.text_px(_ROOMY_TEXT_PX))
    name_px = max(look.beside_px(NAME_PX), min(name_px, most_name_px))
    page = max(120, min(room, name_px + look.most_px + time_px))
    text_width = page - name_px - time_px
    above = look.names_above or text_width < min(look.text_px(_LEAST_TEXT_PX), look.most_px)
    if above:
        page = text_width = max(120, min(room, look.most_px))
        name_px = 0
    left = max(margin, (width - page) // 2)
    lead = look.beside_px(NAME_ROW_PX) if above else 0
    return Columns(left, left + page, left + name_px, text_width, lead, time_px)
