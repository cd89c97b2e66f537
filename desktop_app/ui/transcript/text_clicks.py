"""What a click in the text means beyond the caret: from which word to play, or which turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from desktop_app.ui.transcript.transcript_text import TranscriptText

_NO_KEYS = Qt.KeyboardModifier.NoModifier
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class TextClicks(QObject):
    """A click that selects nothing, on letters; Enter at the caret. What is beside the letters is no word."""

    word_chosen = Signal(int, int)
    """Block, and UTF-16 units in it."""
    turn_chosen = Signal(int)
    """Block."""

    def __init__(self, text: TranscriptText) -> None:
        super().__init__(text)
        self._text = text
        self._pressed: tuple[QPointF, Qt.KeyboardModifier] | None = None
        text.installEventFilter(self)
        text.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look on; Enter alone is taken."""
        if isinstance(event, QKeyEvent):
            return watched is self._text and event.type() == QEvent.Type.KeyPress and self._press_key(event)
        if isinstance(event, QMouseEvent) and watched is self._text.viewport():
            self._follow_mouse(event)
        return False

    def _press_key(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = modifiers == _NO_KEYS and self._text.isReadOnly()  # in a text that can be edited it splits the turn
        if event.key() not in _ENTER or not (plain or modifiers == Qt.KeyboardModifier.ControlModifier):
            return False
        caret = self._text.textCursor()
        self.word_chosen.emit(caret.blockNumber(), caret.positionInBlock())
        return True

    def _follow_mouse(self, event: QMouseEvent) -> None:
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position(), event.modifiers()
        elif event.type() == QEvent.Type.MouseButtonDblClick:
            self._pressed = None
        elif event.type() == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            (pressed_at, modifiers), self._pressed = self._pressed, None
            if (event.position() - pressed_at).manhattanLength() < QApplication.startDragDistance():
                self._click(pressed_at, modifiers)

    def _click(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        layout = self._text.turn_layout
        in_document = at + QPointF(0, self._text.verticalScrollBar().value())
        position = layout.hitTest(in_document, Qt.HitTestAccuracy.ExactHit)
        if position < 0 or not self._text.shown:
            return
        block = self._text.document().findBlock(position)
        if modifiers == Qt.KeyboardModifier.ControlModifier:
            self.turn_chosen.emit(block.blockNumber())
        elif modifiers == _NO_KEYS:
            self.word_chosen.emit(block.blockNumber(), position - block.position())
