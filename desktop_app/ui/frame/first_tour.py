"""Five first steps, shown once, when there is a transcript to try them on; and again from the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect

from desktop_app.ui.frame.tour_card import TourCard, TourRing
from desktop_app.ui.frame.tour_steps import TourStep, tour_steps
from desktop_app.ui.state.recording_state import State

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.frame.key_bindings import KeyBindings
    from desktop_app.ui.frame.panels import Panels
    from desktop_app.ui.frame.top_bar import TopBar
    from desktop_app.ui.state.recording import Recording

SEEN = "window/first steps seen"
_AROUND_PX = 4


class FirstTour(QObject):
    """Nothing waits for it, and the keyboard stays where it is: whoever types goes on typing."""

    def __init__(self, window: QWidget, bar: TopBar, panels: Panels, keys: KeyBindings, settings: QSettings) -> None:
        super().__init__(window)
        self._window, self._bar, self._panels, self._keys, self._settings = window, bar, panels, keys, settings
        self.ring = TourRing(window)
        self.card = TourCard(window)
        self._steps: tuple[TourStep, ...] = ()
        self._number = 0
        self.card.next_asked.connect(self._go_on)
        self.card.left.connect(self.leave)
        panels.folded.connect(self._place)
        for watched in (window, bar, panels.centre):
            watched.installEventFilter(self)

    def offer(self, recording: Recording) -> None:
        """This has changed: begin where it is the first that is ready."""
        is_ready = recording.state is State.DONE and bool(recording.document.transcript.turns)
        if is_ready and recording is self._panels.centre.view.recording and not self._settings.value(SEEN, False, bool):
            self.begin()

    def begin(self) -> None:
        """Show the first step; from now on it does not come by itself."""
        self._settings.setValue(SEEN, True)
        self._steps = tour_steps(self._bar, self._panels, self._keys)
        self._number = 0
        self._show()

    def leave(self) -> bool:
        """End it, at whatever step; False where it is not shown."""
        if self.card.isHidden():
            return False
        focused = self._window.focusWidget()
        had_focus = focused is not None and self.card.isAncestorOf(focused)
        self.card.hide()
        self.ring.hide()
        if had_focus:
            self._panels.centre.take_focus()
        return True

    def _go_on(self) -> None:
        self._number += 1
        if self._number < len(self._steps):
            self._show()
        else:
            self.leave()

    def _show(self) -> None:
        self.card.show_step(self._steps[self._number], self._number + 1, len(self._steps))
        self._place()

    def _place(self) -> None:
        if self.card.isHidden():
            return
        target = self._target(self._steps[self._number].at)
        self.card.stand_by(self._window.rect(), target)
        self.ring.setVisible(target is not None)
        if target is not None:
            self.ring.setGeometry(target)
            self.ring.raise_()
            self.card.raise_()

    def _target(self, at: QWidget) -> QRect | None:
        if not at.isVisible():
            return None
        around = QRect(at.mapTo(self._window, QPoint(0, 0)), at.size())
        return around.adjusted(-_AROUND_PX, -_AROUND_PX, _AROUND_PX, _AROUND_PX).intersected(self._window.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is pointed at moves with the window."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide} and not self.card.isHidden():
            self._place()
        return False
