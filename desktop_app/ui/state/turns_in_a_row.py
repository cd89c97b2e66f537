"""Plays stretches of a recording one after the other, and the page goes along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.core.transcript.values import Span
    from desktop_app.ui.state.listening import Listening


class TurnsInARow(QObject):
    """Ends behind the last, or as soon as a person plays something else. begun: one of them sounds now."""

    begun = Signal(object)  # Span
    ended = Signal()

    def __init__(self, listening: Listening) -> None:
        super().__init__(listening)
        self._listening = listening
        self._waiting: list[Span] = []
        self._is_on = self._is_starting = False
        listening.ended.connect(self._go_on)
        for signal in (listening.steered, listening.stopped, listening.loaded):
            signal.connect(self._leave)

    @property
    def is_on(self) -> bool:
        """Whether they are being played."""
        return self._is_on

    def play(self, spans: Iterable[Span]) -> None:
        """Play these."""
        self._waiting = list(spans)
        self._is_on = bool(self._waiting) and self._listening.is_available
        self._go_on()

    def stop(self) -> None:
        """Play no more of them."""
        if self._is_on:
            self._leave()
            self._listening.pause()

    def _go_on(self) -> None:
        if not self._is_on:
            return
        if not self._waiting:
            self._leave()
            return
        span = self._waiting.pop(0)
        self._is_starting = True
        self._listening.play(span.start_ms, span.end_ms)
        self._is_starting = False
        self.begun.emit(span)

    def _leave(self) -> None:
        if self._is_on and not self._is_starting:
            self._is_on, self._waiting = False, []
            self.ended.emit()
