"""Keys that mean something else in a text of turns than in any text, and the clipboard's way into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QTextEdit

    from desktop_app.ui.transcript.transcript_text import TranscriptText

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_PLAIN = Qt.KeyboardModifier.NoModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class EditingKeys(QObject):
    """Looks at keys before the text does, while it can be edited.

    Enter splits a turn, Backspace at its beginning and Delete at its end join it with its neighbour, with a space
    between the words. A key that the window has a use for goes to the window, though a text would take it.
    """

    def __init__(self, text: TranscriptText) -> None:
        super().__init__(text)
        self._text = text
        text.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that are meant here."""
        if self._text.isReadOnly():
            return False
        if event.type() in {QEvent.Type.KeyPress, QEvent.Type.InputMethod}:
            let_caret_go_along(self._text)
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            return self._is_the_windows(event)
        return event.type() == QEvent.Type.KeyPress and self._press(event)

    def _is_the_windows(self, event: QKeyEvent) -> bool:
        pressed = QKeySequence(event.keyCombination())
        taken = any(pressed in action.shortcuts() for action in self._text.window().actions())
        if taken:
            event.ignore()
        return taken

    def _press(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~_KEYPAD
        caret = self._text.textCursor()
        if event.key() in _ENTER and modifiers in {_PLAIN, Qt.KeyboardModifier.ShiftModifier}:
            split(caret)
            self._text.typed.emit()
            self._text.ensureCursorVisible()
            return True
        if caret.hasSelection() or modifiers != _PLAIN:
            return False
        if event.key() == Qt.Key.Key_Backspace and caret.atBlockStart():
            return _join(self._text, caret.block().previous().position() if caret.blockNumber() else -1)
        if event.key() == Qt.Key.Key_Delete and caret.atBlockEnd():
            return _join(self._text, caret.block().position() if caret.block().next().isValid() else -1)
        return False


def split(caret: QTextCursor) -> None:
    """Break the turn at the caret, which stands at the beginning of the second part; no space is left at the break. A
    block without words is not broken."""
    caret.beginEditBlock()
    caret.removeSelectedText()
    before = caret.block().text()[: caret.positionInBlock()]
    _remove(caret, -(len(before) - len(before.rstrip())))
    behind = caret.block().text()[caret.positionInBlock() :]
    _remove(caret, len(behind) - len(behind.lstrip()))
    if caret.block().text().strip():
        caret.insertBlock()
    caret.endEditBlock()


def _remove(caret: QTextCursor, spaces: int) -> None:
    """Spaces behind the caret, or before it where it is a negative number."""
    caret.setPosition(caret.position() + spaces, QTextCursor.MoveMode.KeepAnchor)
    caret.removeSelectedText()


def let_caret_go_along(text: QTextEdit) -> None:
    """The caret of a reader stays where it is when something is inserted there; that of a writer does not."""
    caret = text.textCursor()
    if caret.keepPositionOnInsert():
        caret.setKeepPositionOnInsert(False)
        text.setTextCursor(caret)


def lines_of(data: QMimeData) -> str:
    """What is pasted: lines with words, without spaces where they meet."""
    lines = [line for line in data.text().splitlines() if line.strip()]
    if len(lines) < 2:
        return "".join(lines)
    return "\n".join([lines[0].rstrip(), *map(str.strip, lines[1:-1]), lines[-1].lstrip()])


def _join(text: TranscriptText, position: int) -> bool:
    """Join the block at this position with the next; the caret stands where they meet."""
    if position < 0:
        return True
    caret = text.textCursor()
    caret.setPosition(position)
    block = caret.block()
    end = block.position() + block.length() - 1
    caret.beginEditBlock()
    caret.setPosition(end)
    caret.setPosition(end + 1, QTextCursor.MoveMode.KeepAnchor)
    words_meet = bool(block.text().strip()) and bool(block.next().text().strip())
    caret.insertText(" ") if words_meet else caret.removeSelectedText()
    caret.setPosition(end)
    caret.endEditBlock()
    text.setTextCursor(caret)
    text.typed.emit()
    text.ensureCursorVisible()
    return True
