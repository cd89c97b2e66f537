"""The waveform with its lanes, to be clicked, dragged, zoomed and steered by keys."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.core.transcript.values import Span
from desktop_app.translation import tr
from desktop_app.ui.player.drag import Drag, DragKind
from desktop_app.ui.player.wave_keys import WaveKeys
from desktop_app.ui.player.wave_readers import tell_of_moments, tell_value
from desktop_app.ui.player.wave_view import WaveView
from desktop_app.ui.player.wheel import Turn, turn_of

_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
_HELP = tr(
    "Left and right move the play head, with Control from turn to turn, with Shift they choose a stretch. "
    "Plus and minus zoom, 0 shows everything. Enter plays from here."
)


class Waveform(WaveView):
    """A click seeks, two play; dragging scrolls, with Shift it chooses a stretch. The wheel zooms about the pointer, as
    does a pinch; sideways, or with Shift, it scrolls. Over the names it scrolls the lanes."""

    seek_asked = Signal(int)
    """The play head is wanted here."""
    play_asked = Signal(int)
    """Playing is wanted from here."""
    selected = Signal(object)  # Span, or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tell_of_moments()
        self.setAccessibleName(tr("Waveform"))
        self.setAccessibleDescription(_HELP)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._keys = WaveKeys(self)
        self._drag: Drag | None = None

    def value_text(self) -> str:
        """What a screen reader says of it: '12:03, Anna'."""
        return self.told_of(self.navigation.head_ms)

    # What a person does.

    def seek(self, time_ms: int) -> None:
        """Ask for the play head to be here, and show it there at once."""
        time_ms = min(max(0, time_ms), self.length_ms)
        self.show_position(time_ms)
        self.follow()  # the page where it is now, not where the head was
        tell_value(self, self.value_text())
        self.seek_asked.emit(time_ms)

    def select(self, one_ms: int, other_ms: int) -> None:
        """Choose what lies between; nothing where they are the same."""
        span = Span(*sorted((one_ms, other_ms))) if one_ms != other_ms else None
        if span != self.selection:
            self.show_selection(span)
            self.selected.emit(span)

    def zoom(self, factor: float, about_x: float | None = None) -> None:
        """Closer, or farther, about a place of the widget: the play head's if none is told, or the middle."""
        view = self.navigation.view
        if about_x is None:
            in_view = view.shows(self.navigation.head_ms)
            about_x = self.head_x if in_view else self.strips.left + self.strips.width / 2
        self.look_at(view.zoomed(factor, about_x - self.strips.left))

    def show_all(self) -> None:
        """The whole recording."""
        self.zoom(1e-9)

    # Events.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key says, or leave it to the window."""
        self._show_focus(True)
        if not (self.length_ms and self._keys.press(event)):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin what may become a click or a drag."""
        if event.button() == Qt.MouseButton.LeftButton and self.length_ms and self._is_on_time(event.position().x()):
            kind = DragKind.SELECT if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else DragKind.SCROLL
            self._drag = Drag(kind, event.position().x(), self.navigation.view, QApplication.startDragDistance())
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scroll, choose, or say what is under the pointer."""
        x = event.position().x()
        if self._drag is None:
            self.point_at(x if self.length_ms and self._is_on_time(x) else None)
        elif self._drag.moved_to(x):
            self._go_on(self._drag, x)

    def _go_on(self, drag: Drag, x: float) -> None:
        self.point_at(None)
        if drag.kind is DragKind.SELECT:
            self.select(self.time_at(drag.from_x), self.time_at(x))
        else:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.look_at(drag.view.scrolled(drag.from_x - x))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What was no drag is a click: it seeks, and with Shift chooses nothing."""
        drag, self._drag = self._drag, None
        self.unsetCursor()
        if drag is None:
            super().mouseReleaseEvent(event)
        elif not drag.is_drag:
            if drag.kind is DragKind.SCROLL:
                self.seek(self.time_at(drag.from_x))
            else:
                self.select(0, 0)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Play from here."""
        x = event.position().x()
        if event.button() == Qt.MouseButton.LeftButton and self.length_ms and self._is_on_time(x):
            self.play_asked.emit(self.time_at(x))

    def leaveEvent(self, event: QEvent) -> None:
        """There is no pointer to tell of."""
        self.point_at(None)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom, scroll in time, or scroll the lanes."""
        turn = turn_of(event)
        if turn.kind is Turn.Kind.ZOOM and not self._is_on_time(event.position().x()):
            event.setAccepted(self.scroll_lanes(turn.px))
            return
        if turn.kind is Turn.Kind.ZOOM:
            self.zoom(turn.factor, event.position().x())
        else:
            self.look_at(self.navigation.view.scrolled(turn.px))
        event.accept()

    def event(self, event: QEvent) -> bool:
        """A pinch zooms."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom(1 + event.value(), event.position().x())
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys go here, to those who use keys."""
        super().focusInEvent(event)
        self._show_focus(event.reason() in _BY_KEY)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that they no longer do."""
        super().focusOutEvent(event)
        self._show_focus(False)

    def _show_focus(self, shown: bool) -> None:
        self.shows_focus = shown
        self.update()

    def _is_on_time(self, x: float) -> bool:
        return self.strips.left <= x < self.strips.left + self.strips.width
