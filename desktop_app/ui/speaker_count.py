"""How many speakers the next recordings have: a small choice."""

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.ui.theme import current_theme

MOST = 10
_ARROW_FROM_RIGHT_PX = 17


class SpeakerCount(QComboBox):
    """Found by the engine, or an exact number."""

    chosen = Signal(object)  # JobOptions

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("How many speakers")
        self.setToolTip("How many people speak in the recordings you open next")
        self.addItem("Speakers: auto", None)
        for number in range(1, MOST + 1):
            self.addItem(f"Speakers: {number}", number)
        self.activated.connect(self._tell)

    @property
    def options(self) -> JobOptions:
        """The choice, as a job takes it."""
        number = self.currentData()
        return JobOptions(min_speakers=number, max_speakers=number)

    def show_options(self, options: JobOptions) -> None:
        """Show a choice that was made elsewhere."""
        self.setCurrentIndex(self.findData(options.min_speakers))

    def _tell(self) -> None:
        self.chosen.emit(self.options)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and an arrow in the theme's colour, which a style sheet can only take from a file."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(current_theme().muted), 1.5))
        tip = QPointF(self.width() - _ARROW_FROM_RIGHT_PX, self.height() / 2 + 2)
        painter.drawPolyline(QPolygonF([tip + QPointF(-4, -4), tip, tip + QPointF(4, -4)]))
