"""Paints what stands still while a recording plays: ruler, waveform, names and lanes."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from desktop_app.ui.player.lane_names import paint_lane_name
from desktop_app.ui.player.lane_pixels import lane_pixels
from desktop_app.ui.player.lanes import Lane, Lanes
from desktop_app.ui.player.pixels import Pixels, rgb
from desktop_app.ui.player.ruler import ticks
from desktop_app.ui.player.scene import Scene
from desktop_app.ui.player.strips import LANE_BAR_PX, LANE_PX, RULER_PX
from desktop_app.ui.player.wave_pixels import bars_in, wave_pixels
from desktop_app.ui.theme import Theme, font

_TICK_PX = 4
_LABEL_PX = 11


@dataclass(frozen=True, eq=False, slots=True)
class StillPicture:
    """wave: the waveform's strip alone, which is shown paler behind the play head; None where there is no sound.
    rest: everything else, as large as the window's part."""

    wave: QPixmap | None
    rest: QPixmap


def still_picture(scene: Scene) -> StillPicture:
    """The picture of a scene, in pixels of the screen."""
    return StillPicture(_wave(scene), _rest(scene))


def _wave(scene: Scene) -> QPixmap | None:
    strips, view, scale = scene.strips, scene.view, scene.scale
    if scene.peaks is None or not strips.wave_height:
        return None
    width, height = round(strips.width * scale), round(strips.wave_height * scale)
    bars = bars_in(view.start_ms, view.ms_per_px / scale, width, scale)
    palette = rgb([*_colours(scene.owners, scene.theme), scene.theme.edge])
    return _pixmap(wave_pixels(scene.peaks, scene.owners, palette, bars, width, height), scale)


def _colours(lanes: Lanes | None, theme: Theme) -> list[str]:
    return [lane_colour(lane, theme) for lane in lanes.lanes] if lanes is not None else []


def lane_colour(lane: Lane, theme: Theme) -> str:
    """The colour of a lane: its speaker's."""
    return theme.muted if lane.is_unsure else theme.speaker(lane.speaker.colour).strong


def _rest(scene: Scene) -> QPixmap:
    strips = scene.strips
    pixmap = QPixmap(QSize(scene.width, strips.bottom) * scene.scale)
    pixmap.setDevicePixelRatio(scene.scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _paint_ruler(painter, scene)
    if scene.lanes is not None:
        painter.setClipRect(QRect(0, strips.lanes_top, scene.width, strips.lanes_height))
        _paint_lanes(painter, scene, scene.lanes)
    painter.end()
    return pixmap


def _paint_ruler(painter: QPainter, scene: Scene) -> None:
    painter.setFont(font(_LABEL_PX))
    metrics = painter.fontMetrics()
    for tick in ticks(scene.view):
        x = scene.strips.left + round(tick.x)
        painter.fillRect(QRectF(x, RULER_PX - _TICK_PX - 2, 1, _TICK_PX), QColor(scene.theme.edge))
        half = metrics.horizontalAdvance(tick.label) / 2
        left = min(max(x - half, scene.strips.left), scene.strips.left + scene.strips.width - 2 * half)
        painter.setPen(QColor(scene.theme.muted))
        painter.drawText(QPointF(left, RULER_PX - _TICK_PX - 5), tick.label)


def _paint_lanes(painter: QPainter, scene: Scene, lanes: Lanes) -> None:
    strips, scale = scene.strips, scene.scale
    columns = np.arange(round(strips.width * scale) + 1, dtype=np.float64)
    edges_ms = scene.view.start_ms + columns * (scene.view.ms_per_px / scale)
    for number, lane in enumerate(lanes.lanes):
        top = strips.lanes_top + number * LANE_PX - scene.scrolled_px
        if strips.lanes_top - LANE_PX < top < strips.bottom:
            paint_lane_name(painter, lane.speaker, top, strips.names_px)
            colour = rgb([lane_colour(lane, scene.theme)])[0]
            pixels = lane_pixels(lane, edges_ms, colour, round(LANE_BAR_PX * scale), scale)
            painter.drawPixmap(QPointF(strips.left, top + (LANE_PX - LANE_BAR_PX) // 2), _pixmap(pixels, scale))


def _pixmap(pixels: Pixels, scale: float) -> QPixmap:
    height, width = pixels.shape
    image = QImage(pixels.data, width, height, pixels.strides[0], QImage.Format.Format_ARGB32_Premultiplied)
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(scale)
    return pixmap
