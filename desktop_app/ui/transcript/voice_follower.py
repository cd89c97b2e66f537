"""Keeps the word that sounds in view, and notices when the reader looks elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer, Signal

from desktop_app.ui.transcript.own_scrolling import OwnScrolling

if TYPE_CHECKING:
    from desktop_app.ui.transcript.sounding_mark import SoundingMark
    from desktop_app.ui.transcript.transcript_text import TranscriptText

# Shares of the height: within these the page stays. Where it is turned, the word of a long turn stands at the landing.
_LOWEST, _LANDING = 0.8, 0.25


class VoiceFollower(QObject):
    """Scrolls when it is told to; whether the reader wants that is another's to know."""

    left = Signal()
    """The reader has scrolled, or selected something."""

    def __init__(self, text: TranscriptText, mark: SoundingMark) -> None:
        super().__init__(text)
        self._text = text
        self._mark = mark
        self._scrolling = OwnScrolling(text.verticalScrollBar())
        self._has_key = False
        self._key_over = QTimer(self, singleShot=True, interval=0)
        self._key_over.timeout.connect(self._forget_key)
        bar = text.verticalScrollBar()
        bar.actionTriggered.connect(self.left)
        bar.valueChanged.connect(self._scrolled)
        text.selectionChanged.connect(self._selected)
        text.installEventFilter(self)

    def reveal(self) -> None:
        """Turn the page to the word that sounds, where it is not well in view."""
        place = self._mark.place()
        if place is None:
            return
        self._text.turn_layout.tell_size()  # else the bar would not go so far
        bar, height = self._text.verticalScrollBar(), self._text.viewport().height()
        top = place.top() - bar.value()
        if not 0 <= top <= _LOWEST * height - place.height():
            self._scrolling.to(self._landing_y(place, height))

    def _landing_y(self, place: QRectF, height: int) -> float:
        """What is to be the top of the page: the turn's own, where the word is then in view."""
        turn_y = self._text.turn_layout.ground_of(self._text.turn_layout.block_at(place.center().y())).top()
        return turn_y if place.bottom() - turn_y <= _LOWEST * height else place.top() - _LANDING * height

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys may scroll, by moving the caret."""
        if event.type() == QEvent.Type.KeyPress:
            self._has_key = True
            self._key_over.start()
        return False

    def _forget_key(self) -> None:
        self._has_key = False

    def _scrolled(self) -> None:
        """Not only readers scroll: lines get their true heights, and turns come above."""
        if self._has_key and not self._scrolling.is_at_work:
            self.left.emit()

    def _selected(self) -> None:
        if self._text.textCursor().hasSelection() and not self._text.is_changing:
            self.left.emit()
