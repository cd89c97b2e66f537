"""Paints a recording's row: name, where it stands, a thin bar while it is worked on, a cross to cancel."""

from typing import cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from desktop_app.translation import tr
from desktop_app.ui.library.library_model import RECORDING_ROLE
from desktop_app.ui.look.theme import BODY_PX, RADIUS_PX, Theme, current_theme, font
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.recording_lines import row_line
from desktop_app.ui.state.recording_state import State
from desktop_app.ui.widgets.status_dot import DOT_PX, paint_dot
from desktop_app.ui.words.wording import share_and_time, stage_name

_HEIGHT_PX = 60
_HEADING_PX = 32
_MORE_PX = 28
_PADDING_PX = 10
_LINE_PX = 18
_CROSS_PX = 20
_Index = QModelIndex | QPersistentModelIndex


class LibraryRow(QStyledItemDelegate):
    """Draws rows, and notices clicks on their cross."""

    cancel_clicked = Signal(object)  # Recording

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Rows at work are higher, by a line and the bar; those that failed by a line; headings are lower."""
        recording = _recording(index)
        if recording is None:
            return QSize(120, _HEADING_PX)
        more = {State.WORKING: _MORE_PX, State.FAILED: _LINE_PX}
        return QSize(120, _HEIGHT_PX + more.get(recording.state, 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        recording, theme = _recording(index), current_theme()
        rect: QRect = option.rect
        if recording is None:
            _paint_heading(painter, rect, str(index.data()), theme)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, QRectF(rect), option, theme)
        inner = rect.adjusted(_PADDING_PX, 9, -_PADDING_PX, -9)
        name_room = inner.adjusted(_room_for_dot(recording), 0, -_CROSS_PX if recording.cancellable else 0, 0)
        name_font = font(BODY_PX, weight=QFont.Weight.Medium)
        _paint_text(painter, name_room, recording.name, name_font, theme.ink, Qt.TextElideMode.ElideRight)
        colour = theme.bad if recording.state is State.FAILED else theme.muted
        for row, line in enumerate(_lines(recording, inner.width())):
            below = inner.adjusted(0, 23 + row * _LINE_PX, 0, 0)
            _paint_text(painter, below, line, font(12), colour, Qt.TextElideMode.ElideRight)
        if recording.state is State.LIVE:
            paint_dot(painter, QPointF(inner.left() + DOT_PX / 2, inner.top() + _LINE_PX / 2 - 1), "bad")
        if recording.cancellable:
            _paint_cross(painter, QRectF(_cross(rect)), theme)
        if recording.state is State.WORKING:
            share = recording.progress.overall if recording.progress else 0.0
            _paint_bar(painter, QRectF(inner.left(), inner.bottom() - 4, inner.width(), 4), share, theme)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """Cancel where the cross is clicked."""
        recording = _recording(index)
        if recording is None:
            return False
        if isinstance(event, QMouseEvent) and recording.cancellable and _on_cross(event.position().toPoint(), option):
            if event.type() == QEvent.Type.MouseButtonRelease:
                self.cancel_clicked.emit(recording)
            return True
        return super().editorEvent(event, model, option, index)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """Name the cross."""
        recording = _recording(index) if index.isValid() else None
        if recording is not None and recording.cancellable and _on_cross(event.pos(), option):
            QToolTip.showText(event.globalPos(), tr("Cancel (Del)"), view)
            return True
        return super().helpEvent(event, view, option, index)


def _recording(index: _Index) -> Recording | None:
    return cast("Recording | None", index.data(RECORDING_ROLE))


def _paint_heading(painter: QPainter, rect: QRect, text: str, theme: Theme) -> None:
    room = rect.adjusted(_PADDING_PX, 0, -_PADDING_PX, -4)
    painter.setFont(font(12, weight=QFont.Weight.Medium))
    painter.setPen(QColor(theme.muted))
    painter.drawText(room, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, text)


def _lines(recording: Recording, width: int) -> tuple[str, ...]:
    if recording.state is State.WORKING:
        return stage_name(recording.progress), share_and_time(recording.progress)
    if recording.state is State.FAILED:
        return in_two_lines(row_line(recording), QFontMetrics(font(12)), width)
    return (row_line(recording),)


def in_two_lines(text: str, metrics: QFontMetrics, width: int) -> tuple[str, ...]:
    """As many words as fit, in pixels, and the rest below them."""
    words = text.split()
    fitting = max(
        (n for n in range(1, len(words) + 1) if metrics.horizontalAdvance(" ".join(words[:n])) <= width), default=1
    )
    return tuple(line for line in (" ".join(words[:fitting]), " ".join(words[fitting:])) if line)


def _room_for_dot(recording: Recording) -> int:
    return DOT_PX + 6 if recording.state is State.LIVE else 0


def _cross(row: QRect) -> QRect:
    return QRect(row.right() - _PADDING_PX - 15, row.top() + 10, _CROSS_PX, _CROSS_PX)


def _on_cross(point: QPoint, option: QStyleOptionViewItem) -> bool:
    row: QRect = option.rect
    return _cross(row).contains(point)


def paint_ground(painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Paint the ground of a row that is selected, or under the pointer, and the focus around it."""
    state = option.state
    shape = rect.adjusted(1, 1, -1, -1)
    painter.setPen(Qt.PenStyle.NoPen)
    if state & QStyle.StateFlag.State_Selected:
        painter.setBrush(QColor(theme.selection))
        painter.drawRoundedRect(shape, RADIUS_PX, RADIUS_PX)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(QColor(theme.hover))
        painter.drawRoundedRect(shape, RADIUS_PX, RADIUS_PX)
    if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.accent), 2))
        painter.drawRoundedRect(shape, RADIUS_PX, RADIUS_PX)


def _paint_text(
    painter: QPainter, rect: QRect, text: str, text_font: QFont, colour: str, elide: Qt.TextElideMode
) -> None:
    painter.setFont(text_font)
    painter.setPen(QColor(colour))
    short = QFontMetrics(text_font).elidedText(text, elide, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, short)


def _paint_cross(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    arms = rect.adjusted(6, 6, -6, -6)
    painter.setPen(QPen(QColor(theme.muted), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(arms.topLeft(), arms.bottomRight())
    painter.drawLine(arms.topRight(), arms.bottomLeft())


def _paint_bar(painter: QPainter, rect: QRectF, share: float, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.line))
    painter.drawRoundedRect(rect, 2, 2)
    if share > 0:
        painter.setBrush(QColor(theme.accent))
        painter.drawRoundedRect(QRectF(rect.left(), rect.top(), max(4.0, rect.width() * share), 4), 2, 2)
