"""Paints what stands still while a recording plays: ruler, waveform, names and lanes."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from desktop_app.ui.look.theme import Theme, font
from desktop_app.ui.player.canvas import Canvas
from desktop_app.ui.player.lane_names import paint_lane_name
from desktop_app.ui.player.lane_pixels import paint_lanes
from desktop_app.ui.player.lanes import Lane, Lanes
from desktop_app.ui.player.ruler import Tick, ticks
from desktop_app.ui.player.scene import Scene
from desktop_app.ui.player.strips import LANE_BAR_PX, LANE_PX, RULER_PX
from desktop_app.ui.player.wave_pixels import bars_in, paint_wave

_TICK_PX = 4
_LABEL_PX = 11


@dataclass(frozen=True, eq=False, slots=True)
class StillPicture:
    """Each part is None where it is not to be seen. wave: alone, as it is shown paler behind the play head."""

    ruler: QPixmap
    wave: QImage | None
    names: QPixmap | None
    lanes: QImage | None


class StillPainter:
    """Paints a scene once, and again when it is another. A picture is good until the next is asked for."""

    def __init__(self) -> None:
        self._wave, self._lanes = Canvas(), Canvas()
        self._painted: tuple[Scene, StillPicture] | None = None

    def picture(self, scene: Scene) -> StillPicture:
        """The scene's picture, in pixels of the screen."""
        before = self._painted
        if before is not None and before[0] == scene:
            return before[1]
        names = before[1].names if before is not None and before[0].same_names(scene) else _names(scene)
        self._painted = None  # its images show what is painted now
        made = StillPicture(_ruler(scene), self._paint_wave(scene), names, self._paint_lanes(scene))
        self._painted = scene, made
        return made

    def _paint_wave(self, scene: Scene) -> QImage | None:
        strips, view, scale = scene.strips, scene.view, scene.scale
        if scene.peaks is None or not strips.wave_height:
            return None
        pixels = self._wave.sized(round(strips.wave_height * scale), round(strips.width * scale))
        bars = bars_in(view.start_ms, view.ms_per_px / scale, pixels.shape[1], scale)
        colours = [*_colours(scene.owners, scene.theme), scene.theme.edge]
        paint_wave(pixels, scene.peaks, scene.owners, colours, bars)
        return self._wave.image(scale)

    def _paint_lanes(self, scene: Scene) -> QImage | None:
        strips, view, scale = scene.strips, scene.view, scene.scale
        if scene.lanes is None or not strips.lanes_height:
            return None
        pixels = self._lanes.sized(round(strips.lanes_height * scale), round(strips.width * scale))
        edges_ms = view.start_ms + np.arange(pixels.shape[1] + 1, dtype=np.float64) * (view.ms_per_px / scale)
        tops = _bar_tops(len(scene.lanes.lanes), scene.scrolled_px, scale)
        paint_lanes(pixels, scene.lanes.lanes, edges_ms, _colours(scene.lanes, scene.theme), tops, scale)
        return self._lanes.image(scale)


def _bar_tops(lanes: int, scrolled_px: int, scale: float) -> list[int]:
    """Where the bar of each lane begins, in pixels of the screen; outside where it is not seen."""
    first_px = (LANE_PX - LANE_BAR_PX) // 2 - scrolled_px
    return [round((first_px + number * LANE_PX) * scale) for number in range(lanes)]


def _colours(lanes: Lanes | None, theme: Theme) -> list[str]:
    return [_colour(lane, theme) for lane in lanes.lanes] if lanes is not None else []


def _colour(lane: Lane, theme: Theme) -> str:
    return theme.muted if lane.is_unsure else theme.speaker(lane.speaker.colour).strong


def _ruler(scene: Scene) -> QPixmap:
    pixmap = _transparent(QSize(scene.width, RULER_PX), scene.scale)
    painter = QPainter(pixmap)
    painter.setFont(font(_LABEL_PX))
    for tick in ticks(scene.view):
        _paint_tick(painter, scene, tick)
    painter.end()
    return pixmap


def _paint_tick(painter: QPainter, scene: Scene, tick: Tick) -> None:
    left, right = scene.strips.left, scene.strips.left + scene.strips.width
    x = left + round(tick.x)
    painter.fillRect(QRectF(x, RULER_PX - _TICK_PX - 2, 1, _TICK_PX), QColor(scene.theme.edge))
    half = painter.fontMetrics().horizontalAdvance(tick.label) / 2
    painter.setPen(QColor(scene.theme.muted))
    painter.drawText(QPointF(min(max(x - half, left), right - 2 * half), RULER_PX - _TICK_PX - 5), tick.label)


def _names(scene: Scene) -> QPixmap | None:
    strips = scene.strips
    if scene.lanes is None or not strips.lanes_height:
        return None
    pixmap = _transparent(QSize(strips.left, strips.lanes_height), scene.scale)
    painter = QPainter(pixmap)
    for number, lane in enumerate(scene.lanes.lanes):
        paint_lane_name(painter, lane.speaker, number * LANE_PX - scene.scrolled_px, strips.names_px)
    painter.end()
    return pixmap


def _transparent(size: QSize, scale: float) -> QPixmap:
    pixmap = QPixmap(size * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
