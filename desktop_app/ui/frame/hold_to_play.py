"""Plays as long as a key is held, as pedals want it: pressed it plays, let go it rests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.frame.key_bindings import KeyBindings
    from desktop_app.ui.state.listening import Listening


class HoldToPlay(QObject):
    """Looks at the first key of 'play' before the window does, while it is wanted; the repeats of a held key say
    nothing. A window that is left hears no key let go: then it rests, too."""

    def __init__(self, window: QWidget, bindings: KeyBindings, listening: Listening) -> None:
        super().__init__(window)
        self._window = window
        self._bindings = bindings
        self._listening = listening
        self._wanted = self._is_down = False
        self._pressed = 0
        self._watched: QObject | None = None
        bindings.changed.connect(self._take_key)
        window.installEventFilter(self)

    def want(self, wanted: bool) -> None:
        """Play while the key is held, or from one press to the next."""
        self._wanted = wanted
        self._watch()
        self._take_key()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key that is held, and its letting go."""
        if event.type() in {QEvent.Type.Show, QEvent.Type.WinIdChange} and watched is self._window:
            self._watch()
        elif event.type() == QEvent.Type.WindowDeactivate and self._is_down:
            self._let_go()
        elif isinstance(event, QKeyEvent) and self._wanted and watched is self._watched:
            return self._take(event)
        return False

    def _watch(self) -> None:
        """The system's window hears of keys before whatever has the keyboard in it."""
        handle = self._window.windowHandle()
        if self._wanted and handle is not None and handle is not self._watched:
            handle.installEventFilter(self)
            self._watched = handle

    def _take_key(self) -> None:
        self._bindings.hold(self._key() if self._wanted else None)

    def _key(self) -> QKeySequence:
        return next((key for key in self._bindings.keys("play") if not key.isEmpty()), QKeySequence())

    def _take(self, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and QKeySequence(event.keyCombination()) == self._key():
            if not (event.isAutoRepeat() or self._is_down):
                self._is_down, self._pressed = True, event.key()
                self._listening.resume()
            return True
        if event.type() == QEvent.Type.KeyRelease and self._is_down and event.key() == self._pressed:
            if not event.isAutoRepeat():
                self._let_go()
            return True
        return False

    def _let_go(self) -> None:
        self._is_down = False
        self._listening.pause()
