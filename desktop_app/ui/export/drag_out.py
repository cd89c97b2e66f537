"""A widget that files can be dragged out of, into any other program."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget


class DragOut(QObject):
    """Begins a drag where the widget is pressed and moved; a mere click stays one."""

    def __init__(self, source: QWidget, files: Callable[[], Sequence[Path]]) -> None:
        """files: made when a drag begins; none: there is nothing to drag."""
        super().__init__(source)
        self._source = source
        self._files = files
        self._pressed: QPointF | None = None
        source.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the mouse."""
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._pressed = None
        elif event.type() == QEvent.Type.MouseMove and self._is_drag(event.position()):
            self._pressed = None
            self._begin()
            return True
        return False

    def data(self) -> QMimeData | None:
        """What is dragged now; None if that is nothing."""
        files = self._files()
        if not files:
            return None
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
        return data

    def _is_drag(self, at: QPointF) -> bool:
        return self._pressed is not None and (
            (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        )

    def _begin(self) -> None:
        if (data := self.data()) is not None:
            drag = QDrag(self._source)
            drag.setMimeData(data)
            drag.exec(Qt.DropAction.CopyAction)
