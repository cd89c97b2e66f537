"""Text that may hold long paths and addresses: broken wherever there is no room, and whole when it is copied."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from desktop_app.ui.toned_label import Tone


class Passage(QTextEdit):
    """As high as its text; read-only, and selectable with the mouse. A label breaks lines at spaces alone."""

    def __init__(self, text: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", tone)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._take_height)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Say something else."""
        self.setPlainText(text)
        self.setAccessibleName(text)

    def text(self) -> str:
        """What it says."""
        return self.toPlainText()

    def sizeHint(self) -> QSize:
        """The height of the text."""
        return QSize(120, self.height())

    def minimumSizeHint(self) -> QSize:
        """Little width will do."""
        return QSize(60, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._take_height()

    def _take_height(self) -> None:
        self.setFixedHeight(max(1, round(self.document().size().height()) + 1))
