"""A box with a few choices."""

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QWidget

from desktop_app.ui.look.theme import current_theme

_ARROW_FROM_RIGHT_PX = 17
_MOST_AT_ONCE = 16
_BESIDE_TEXT_PX = 1


class ChoiceBox(QComboBox):
    """Has an arrow in the theme's colour, which a style sheet can only take from a file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxVisibleItems(_MOST_AT_ONCE)

    def sizeHint(self) -> QSize:
        """Room for the longest choice, where that is what is wanted: the style forgets some of what is around it."""
        return self._roomy(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        """All of it."""
        return self._roomy(super().minimumSizeHint())

    def _roomy(self, hint: QSize) -> QSize:
        if self.sizeAdjustPolicy() == QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon:
            return hint
        texts = (self.itemText(place) for place in range(self.count()))
        longest = max((self.fontMetrics().size(0, text).width() for text in texts), default=0)
        return QSize(max(hint.width(), longest + hint.width() - self._field_px(hint)), hint.height())

    def _field_px(self, size: QSize) -> int:
        """The width of the field in a box of this size."""
        option = QStyleOptionComboBox()
        super().initStyleOption(option)
        option.rect = QRect(QPoint(), size)
        control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        return self.style().subControlRect(control, option, part, self).width() - 2 * _BESIDE_TEXT_PX

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """As ever, with an ellipsis where the choice is longer than the box."""
        super().initStyleOption(option)
        room = self._field_px(self.size())
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)

    def showPopup(self) -> None:
        """Show the choices; all of them and all of each, over the box where there is no room below or above it."""
        super().showPopup()
        view = self.view()
        rows = min(self.count(), self.maxVisibleItems())
        wanted = QSize(view.sizeHintForColumn(0), rows * view.sizeHintForRow(0))
        missing = (wanted - view.viewport().size()).expandedTo(QSize(0, 0))
        if not missing.isNull():
            _enlarge(view.window(), missing, self.screen().availableGeometry())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and the arrow."""
        super().paintEvent(event)
        paint_arrow(self, _ARROW_FROM_RIGHT_PX)


def _enlarge(popup: QWidget, by: QSize, screen: QRect) -> None:
    popup.resize((popup.size() + by).boundedTo(screen.size()))
    most = screen.bottomRight() - popup.rect().bottomRight()
    popup.move(max(screen.left(), min(popup.x(), most.x())), max(screen.top(), min(popup.y(), most.y())))


def paint_arrow(widget: QWidget, from_right_px: int) -> None:
    """Paint the arrow of something that opens a list; its tip is so far from the widget's right edge."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    theme = current_theme()
    painter.setPen(QPen(QColor(theme.muted if widget.isEnabled() else theme.edge), 1.5))
    tip = QPointF(widget.width() - from_right_px, widget.height() / 2 + 2)
    painter.drawPolyline(QPolygonF([tip + QPointF(-4, -4), tip, tip + QPointF(4, -4)]))
