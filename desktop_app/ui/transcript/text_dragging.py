"""What is selected, dragged within the text or out of it, and what is dropped on the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QDrag, QDragLeaveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from desktop_app.core.editing.turn_edits import Act
from desktop_app.ui.transcript.pasted_words import take

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QTextCursor

    from desktop_app.ui.transcript.transcript_text import TranscriptText

_COPY, _MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction


class TextDragging(QObject):
    """Takes the place of Qt's own dragging, which deletes what was dropped elsewhere. Files are left to the window."""

    def __init__(self, text: TranscriptText) -> None:
        super().__init__(text)
        self._text = text
        self._pressed: tuple[QPointF, str] | None = None  # where, on what is selected
        self._dragged: QTextCursor | None = None  # while it is
        text.setAcceptDrops(True)
        text.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what a drag is begun with, and drops."""
        if isinstance(event, QMouseEvent):
            return self._follow_mouse(event)
        if not isinstance(event, QDropEvent):
            return False
        if event.mimeData().hasUrls():
            event.ignore()
            return True
        return event.type() == QEvent.Type.Drop and self._drop(event)

    def _follow_mouse(self, event: QMouseEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove:
            return self._move_mouse(event)
        self._pressed = None
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._press(event.position())
        return False

    def _press(self, at: QPointF) -> None:
        selection = self._text.textCursor()
        in_document = at + QPointF(0, self._text.verticalScrollBar().value())
        position = self._text.turn_layout.hitTest(in_document, Qt.HitTestAccuracy.ExactHit)
        if selection.hasSelection() and selection.selectionStart() <= position <= selection.selectionEnd():
            self._pressed = at, selection.selectedText()

    def _move_mouse(self, event: QMouseEvent) -> bool:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return False
        at, selected = self._pressed
        if self._text.textCursor().selectedText() != selected:  # a third click has selected more
            self._pressed = None
            return False
        if (event.position() - at).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self._drag()
        return True

    def _drag(self) -> None:
        data = self._text.selected_data()
        if data is None:
            return
        drag = QDrag(self._text.viewport())
        drag.setMimeData(data)
        self._dragged = self._text.textCursor()
        drag.exec(_COPY, _COPY) if self._text.isReadOnly() else drag.exec(_COPY | _MOVE, _MOVE)
        self._dragged = None

    def _drop(self, event: QDropEvent) -> bool:
        if self._text.isReadOnly() or not self._text.canInsertFromMimeData(event.mimeData()):
            return False
        self._text.dragLeaveEvent(QDragLeaveEvent())  # the caret that shows where is put away
        target = self._text.cursorForPosition(event.position().toPoint())
        event.acceptProposedAction()
        if self._dragged is not None and event.dropAction() == _MOVE:
            self._move(self._dragged, event.mimeData(), target)
        else:
            self._insert(event.mimeData(), target)
        return True

    def _move(self, selection: QTextCursor, data: QMimeData, target: QTextCursor) -> None:
        """What is selected goes to another place; nothing happens where it stands already."""
        document = self._text.source
        if document is None or selection.selectionStart() <= target.position() <= selection.selectionEnd():
            return
        before = len(document.history.done)
        take(selection)
        self._text.typed.emit()
        self._insert(data, target)
        document.make_one(Act.MOVE, before)

    def _insert(self, data: QMimeData, target: QTextCursor) -> None:
        self._text.setTextCursor(target)
        self._text.insertFromMimeData(data)
