"""Whose a lane is: initials in a small chip of the speaker's colour, and the name where there is room."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from desktop_app.core.transcript.values import Speaker
from desktop_app.ui.look.theme import current_theme, font
from desktop_app.ui.player.strips import CHIP_PX, LANE_PX, NAME_GAP_PX, SIDE_PX
from desktop_app.ui.state.live_turns import UNSURE
from desktop_app.ui.widgets.speaker_pill import initials

_CHIP_HEIGHT_PX = 14
_NAME_PX = 12
_RADIUS_PX = 4


def longest_name_px(speakers: Iterable[Speaker]) -> int:
    """The width of the longest of their names."""
    metrics = QFontMetrics(font(_NAME_PX))
    return max((metrics.horizontalAdvance(speaker.name) + 1 for speaker in speakers), default=0)


def paint_lane_name(painter: QPainter, speaker: Speaker, top: float, name_px: int) -> None:
    """Paint chip and name of a lane that begins at `top`. name_px: the room for the name, 0 to leave it out."""
    _paint_chip(painter, speaker, QRectF(SIDE_PX, top + (LANE_PX - _CHIP_HEIGHT_PX) / 2, CHIP_PX, _CHIP_HEIGHT_PX))
    if name_px:
        painter.setFont(font(_NAME_PX))
        painter.setPen(QColor(current_theme().ink))
        short = painter.fontMetrics().elidedText(speaker.name, Qt.TextElideMode.ElideRight, name_px)
        cell = QRectF(SIDE_PX + CHIP_PX + NAME_GAP_PX, top, name_px, LANE_PX)
        painter.drawText(cell, Qt.AlignmentFlag.AlignVCenter, short)


def _paint_chip(painter: QPainter, speaker: Speaker, chip: QRectF) -> None:
    theme = current_theme()
    colour = theme.speaker(speaker.colour)
    unsure = speaker.id == UNSURE.id
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.muted if unsure else colour.strong), 1, _line(unsure=unsure)))
    painter.setBrush(Qt.BrushStyle.NoBrush if unsure else QColor(colour.fill))
    painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS_PX, _RADIUS_PX)
    painter.setPen(QColor(theme.muted if unsure else colour.ink))
    painter.setFont(font(10, weight=QFont.Weight.Bold))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, "?" if unsure else initials(speaker.name))
    painter.restore()


def _line(*, unsure: bool) -> Qt.PenStyle:
    return Qt.PenStyle.DashLine if unsure else Qt.PenStyle.SolidLine
