"""A drag as a platform makes it: the mouse begins it, and events come to whatever it is dropped on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.ui.transcript import text_dragging

if TYPE_CHECKING:
    import pytest
    from PySide6.QtCore import QMimeData

    from desktop_app.ui.transcript.transcript_text import TranscriptText

_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class ScriptedDrag:
    """Has what QDrag has. data: what is dragged; actions: what may be done with it."""

    data: QMimeData
    actions: Qt.DropAction | None = None

    @classmethod
    def of(cls, data: QMimeData) -> ScriptedDrag:
        """A drag of another program's."""
        made = cls()
        made.data = data
        return made

    @classmethod
    def by_mouse(
        cls, text: TranscriptText, to: QPoint, action: Qt.DropAction, monkeypatch: pytest.MonkeyPatch
    ) -> ScriptedDrag:
        """Press on what is selected, move and let go; without letters there it is no drag. to: in the text's viewport,
        or beside it; action: what the keys that are held ask for."""
        made = cls()
        viewport = text.viewport()
        monkeypatch.setattr(text_dragging, "QDrag", lambda _source: made)
        made._dropped = lambda: made.drop_on(viewport, to, action) if viewport.rect().contains(to) else None
        selection = text.textCursor()
        selection.setPosition(selection.selectionStart())
        at = QPointF(text.cursorRect(selection).center()) + QPointF(2, 0)
        for kind, place in ((QEvent.Type.MouseButtonPress, at), (QEvent.Type.MouseMove, at + QPointF(30, 0))):
            QApplication.sendEvent(viewport, _mouse(kind, place, viewport))
        if made.actions is None:
            QApplication.sendEvent(viewport, _mouse(QEvent.Type.MouseButtonRelease, at + QPointF(30, 0), viewport))
        return made

    def setMimeData(self, data: QMimeData) -> None:
        """As QDrag."""
        self.data = data

    def exec(self, actions: Qt.DropAction, _default: Qt.DropAction) -> None:
        """As QDrag."""
        self.actions = actions
        self._dropped()

    def drop_on(self, widget: QWidget, at: QPoint, action: Qt.DropAction) -> None:
        """Come over a widget, and be dropped if it takes that."""
        enter = QDragEnterEvent(at, action, self.data, _LEFT, _NONE)
        QApplication.sendEvent(widget, enter)
        move = QDragMoveEvent(at, action, self.data, _LEFT, _NONE)
        QApplication.sendEvent(widget, move)
        if enter.isAccepted() and move.isAccepted():
            QApplication.sendEvent(widget, QDropEvent(QPointF(at), action, self.data, _LEFT, _NONE))


def _mouse(kind: QEvent.Type, at: QPointF, widget: QWidget) -> QMouseEvent:
    return QMouseEvent(kind, at, widget.mapToGlobal(at), _LEFT, _LEFT, _NONE)
