"""The list in the palette: what each command does, and its key at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.translation import tr
from desktop_app.ui.look.theme import BODY_PX, RADIUS_PX, SMALL_PX, current_theme, font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.ui.frame.commands import Command

_ROW_PX = 32
_ASIDE_PX = 12
_BETWEEN_PX = 16
Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class _Rows(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown: Sequence[Command] = ()

    def show(self, found: Sequence[Command]) -> None:
        self.beginResetModel()
        self.shown = found
        self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        command = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return command.text
        return command.said if role == Qt.ItemDataRole.AccessibleTextRole else None


class _Look(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        model = index.model()
        command = model.shown[index.row()]  # type: ignore[attr-defined]
        can = command.action.isEnabled()
        row = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.selection))
            painter.drawRoundedRect(row, RADIUS_PX, RADIUS_PX)
        inside = row.adjusted(_ASIDE_PX, 0, -_ASIDE_PX, 0)
        painter.setPen(QColor(theme.muted))
        painter.setFont(font(SMALL_PX))
        key = f"✓  {command.key}".rstrip() if command.action.isChecked() else command.key
        key_px = painter.fontMetrics().horizontalAdvance(key)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, key)
        painter.setPen(QColor(theme.ink if can else theme.muted))
        painter.setFont(font(BODY_PX))
        room = int(inside.width()) - (key_px + _BETWEEN_PX if key else 0)
        short = painter.fontMetrics().elidedText(command.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, short)
        painter.restore()


class CommandList(QListView):
    """Shows commands; the keyboard stays in the field above, which says what is current."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Look(self))
        self.setAccessibleName(tr("Commands found"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)

    def show_commands(self, found: Sequence[Command]) -> None:
        """Show these, the first of them chosen."""
        self._rows.show(found)
        self.setCurrentIndex(self._rows.index(0))
        self.scrollToTop()

    @property
    def shown(self) -> Sequence[Command]:
        """What is shown, from the top."""
        return self._rows.shown

    def current(self) -> Command | None:
        """The one that is chosen; None where there is none."""
        row = self.currentIndex().row()
        return self._rows.shown[row] if row >= 0 else None

    def move(self, rows: int) -> None:  # type: ignore[override]
        """Choose another one; a single step goes on at the other end."""
        count = len(self._rows.shown)
        if not count:
            return
        row = self.currentIndex().row() + rows
        row = row % count if abs(rows) == 1 else max(0, min(row, count - 1))
        self.setCurrentIndex(self._rows.index(row))

    def height_px(self) -> int:
        """What all rows need."""
        return _ROW_PX * max(1, len(self._rows.shown))

    def rows_in_view(self) -> int:
        """How far a page goes."""
        return max(1, self.viewport().height() // _ROW_PX)
