"""Paints what moves over the waveform: the play head, what is chosen, and what the pointer is told."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF

from desktop_app.core.transcript.values import Span
from desktop_app.ui.look.theme import RADIUS_PX, current_theme, font
from desktop_app.ui.player.strips import RULER_PX, SIDE_PX, Strips
from desktop_app.ui.player.viewport import Viewport

if TYPE_CHECKING:  # it loads numpy, and the window shows before it is loaded
    from desktop_app.ui.player.still_picture import StillPicture

HINT_PX = 11
_TO_COME = 0.5
"""How strong the sound is that has not been played yet."""
_KNOB_PX = 5
_HINT_PADDING_PX = 6
_HINT_FROM_POINTER_PX = 8


@dataclass(frozen=True, slots=True)
class Moment:
    """hover_x: where the pointer is, None where it is not on the time. focus: whether keys go here."""

    strips: Strips
    view: Viewport
    size: QSize
    head_ms: int
    text_span: Span | None
    selection: Span | None
    hover_x: float | None
    hover_text: str
    focus: bool

    @property
    def head_x(self) -> int:
        """Where the play head stands."""
        return self.strips.left + round(self.view.x_of(self.head_ms))


def head_rect(strips: Strips, x: int) -> QRect:
    """What the play head covers."""
    return QRect(x - _KNOB_PX - 1, 0, 2 * _KNOB_PX + 3, strips.bottom + 2)


def hover_rect(strips: Strips, size: QSize, x: float, text: str) -> QRect:
    """What is told of the pointer's place covers."""
    line = QRect(round(x) - 1, 0, 3, strips.bottom)
    return line | _hint(size, x, text).toAlignedRect().adjusted(-1, -1, 1, 1)


def paint_moment(painter: QPainter, asked: QRect, still: "StillPicture", moment: Moment) -> None:
    """Paint all of it that lies in the rectangle that is asked for."""
    painter.setClipRect(asked)
    _paint_spans(painter, moment)
    _paint_wave(painter, still, moment)
    painter.drawPixmap(0, 0, still.ruler)
    _paint_lanes(painter, still, moment)
    _paint_selection_edges(painter, moment)
    if moment.hover_x is not None:
        _paint_hover(painter, moment, moment.hover_x)
    if moment.view.length_ms and moment.view.shows(moment.head_ms):
        _paint_head(painter, moment)
    if moment.focus:
        _paint_focus(painter, moment.size)


def _paint_spans(painter: QPainter, moment: Moment) -> None:
    theme = current_theme()
    if moment.text_span is not None:
        painter.fillRect(_rect_of(moment, moment.text_span), QColor(theme.hover))
    if moment.selection is not None:
        painter.fillRect(_rect_of(moment, moment.selection), QColor(theme.selection))


def _rect_of(moment: Moment, span: Span) -> QRectF:
    """The part in view, empty where there is none."""
    strips = moment.strips
    left, right = (min(max(0.0, moment.view.x_of(ms)), strips.width) for ms in (span.start_ms, span.end_ms))
    return QRectF(strips.left + round(left), RULER_PX, round(right) - round(left), strips.bottom - RULER_PX + 2)


def _paint_wave(painter: QPainter, still: "StillPicture", moment: Moment) -> None:
    strips = moment.strips
    if not strips.wave_height:
        return
    middle = strips.wave_top + strips.wave_height // 2
    painter.fillRect(QRect(strips.left, middle, strips.width, 1), QColor(current_theme().line))
    if still.wave is None:
        return
    played = min(max(0, moment.head_x - strips.left), strips.width)
    for left, width, strength in ((0, played, 1.0), (played, strips.width - played, _TO_COME)):
        part = QRectF(strips.left + left, strips.wave_top, width, strips.wave_height)
        scale = still.wave.devicePixelRatio()
        source = QRectF(left * scale, 0, width * scale, still.wave.height())
        painter.setOpacity(strength)
        painter.drawImage(part, still.wave, source)
    painter.setOpacity(1.0)


def _paint_lanes(painter: QPainter, still: "StillPicture", moment: Moment) -> None:
    if still.names is not None and still.lanes is not None:
        painter.drawPixmap(0, moment.strips.lanes_top, still.names)
        painter.drawImage(moment.strips.left, moment.strips.lanes_top, still.lanes)


def _paint_selection_edges(painter: QPainter, moment: Moment) -> None:
    if moment.selection is None:
        return
    for time_ms in (moment.selection.start_ms, moment.selection.end_ms):
        if moment.view.shows(time_ms):
            x = moment.strips.left + round(moment.view.x_of(time_ms))
            painter.fillRect(QRect(x, RULER_PX, 1, moment.strips.bottom - RULER_PX + 2), QColor(current_theme().accent))


def _paint_head(painter: QPainter, moment: Moment) -> None:
    x = moment.head_x
    colour = QColor(current_theme().accent)
    painter.fillRect(QRect(x - 1, RULER_PX - 4, 2, moment.strips.bottom - RULER_PX + 6), colour)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    top, tip = RULER_PX - 8, RULER_PX
    corners = ((-_KNOB_PX, top), (_KNOB_PX, top), (_KNOB_PX, top + 3), (0, tip), (-_KNOB_PX, top + 3))
    painter.drawPolygon(QPolygonF([QPointF(x + dx, y) for dx, y in corners]))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_hover(painter: QPainter, moment: Moment, x: float) -> None:
    theme = current_theme()
    painter.fillRect(QRect(round(x), RULER_PX, 1, moment.strips.bottom - RULER_PX), QColor(theme.muted))
    hint = _hint(moment.size, x, moment.hover_text)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.edge), 1))
    painter.setBrush(QColor(theme.ground))
    painter.drawRoundedRect(hint.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QColor(theme.ink))
    painter.setFont(font(HINT_PX))
    painter.drawText(hint, Qt.AlignmentFlag.AlignCenter, moment.hover_text)


def _hint(size: QSize, x: float, text: str) -> QRectF:
    """Beside the pointer's line, on the side where there is room."""
    width = QFontMetrics(font(HINT_PX)).horizontalAdvance(text) + 2 * _HINT_PADDING_PX
    right = x + _HINT_FROM_POINTER_PX
    fits = right + width <= size.width() - SIDE_PX / 2
    return QRectF(right if fits else max(0.0, x - _HINT_FROM_POINTER_PX - width), 0, width, RULER_PX - 1)


def _paint_focus(painter: QPainter, size: QSize) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(current_theme().accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(1, 1, size.width() - 2, size.height() - 2), RADIUS_PX, RADIUS_PX)
