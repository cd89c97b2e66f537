"""Text that may hold long paths and addresses: broken wherever there is no room, and whole when it is copied."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from desktop_app.ui.widgets.toned_label import Tone

_USUAL_PX = 480


class WrappingText(QTextEdit):
    """As high as its text, or scrolled beyond a height; read-only, and selectable with the mouse.

    A label breaks lines at spaces alone.
    """

    def __init__(
        self, text: str, tone: Tone, parent: QWidget | None = None, *, centred: bool = False, most_px: int | None = None
    ) -> None:
        super().__init__(parent)
        self._most_px = most_px
        self.setProperty("tone", tone)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        if most_px is None:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if centred:
            option = self.document().defaultTextOption()
            option.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.document().setDefaultTextOption(option)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._take_height)
        self.resize(_USUAL_PX, 1)  # so that a dialog does not take its height from a narrow column
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
        height = max(1, round(self.document().size().height()) + 1)
        self.setFixedHeight(height if self._most_px is None else min(height, self._most_px))
