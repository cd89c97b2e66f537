"""The card of the first tour, and the ring around what it points at."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.translation import tr
from desktop_app.ui.frame.tour_steps import TourStep
from desktop_app.ui.look.theme import RADIUS_PX, current_theme
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.toned_label import toned_label

_WIDE_PX = 300
_AWAY_PX = 8
_RING_PX = 2


class TourRing(QWidget):
    """Painted over what is pointed at; clicks go through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(current_theme().accent), _RING_PX))
        inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(inside, RADIUS_PX, RADIUS_PX)


class TourCard(Card):
    """Says one step. It takes the keyboard only from who brings it there; Esc leaves."""

    next_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, raised=True)
        self.setAccessibleName(tr("First steps"))
        self.title = toned_label("", "strong")
        self.text = toned_label("", "plain")
        self.text.setWordWrap(True)
        self.count = toned_label("", "small")
        self.next, self.leave = QPushButton(tr("Next", "step")), QPushButton(tr("Leave", "the first steps"))
        self.next.clicked.connect(self.next_asked)
        self.leave.clicked.connect(self.left)
        for button in (self.next, self.leave):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.count, 1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addLayout(buttons)
        self.hide()

    def show_step(self, step: TourStep, number: int, of: int) -> None:
        """Say this step, number `number` of so many."""
        self.title.setText(step.title)
        self.text.setText(step.text)
        self.count.setText(tr("{number} of {count}", number=number, count=of))
        self.next.setText(tr("Next", "step") if number < of else tr("Done", "with the first steps"))
        if number == of and self.leave.hasFocus():
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)
        self.leave.setVisible(number < of)
        said = f"{step.title}, {self.count.text()}. {step.text}"
        self.setAccessibleDescription(said)
        self.next.setAccessibleDescription(said)
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def stand_by(self, window: QRect, target: QRect | None) -> None:
        """Stand beside what is pointed at, within the window; in its corner where that is not in view."""
        width = max(_WIDE_PX, self.minimumSizeHint().width())
        layout = self.layout()
        size = QSize(width, layout.heightForWidth(width) if layout is not None else self.sizeHint().height())
        self.setGeometry(QRect(_place(size, window.adjusted(8, 8, -8, -8), target), size))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, where the keyboard is here."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _place(size: QSize, within: QRect, target: QRect | None) -> QPoint:
    """Below, on the left, on the right, above: the first that fits; else the corner at the bottom right."""
    corner = within.bottomRight() - QPoint(size.width() - 1, size.height() - 1)
    if target is None:
        return corner
    left = max(within.left(), min(target.left(), within.right() - size.width() + 1))
    top = max(within.top(), min(target.top(), within.bottom() - size.height() + 1))
    places = (
        QPoint(left, target.bottom() + _AWAY_PX),
        QPoint(target.left() - _AWAY_PX - size.width(), top),
        QPoint(target.right() + _AWAY_PX, top),
        QPoint(left, target.top() - _AWAY_PX - size.height()),
    )
    return next((place for place in places if within.contains(QRect(place, size))), corner)
