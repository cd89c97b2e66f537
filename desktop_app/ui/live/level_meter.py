"""How loud it is: a bar, the peak, and a mark that stays lit for a while after the sound was too loud."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from desktop_app.core.capture.values import Level
from desktop_app.translation import tr
from desktop_app.ui.look.theme import current_theme, font

HOLD_MS = 2500
TELL_EVERY_MS = 1000
_HEIGHT_PX = 16
_BAR_PX = 6
_MARK_PX = 16
_GAP_PX = 6
_LOWEST_DB = -60.0
_TOO_LOUD = tr("Too loud: the sound is cut off. Lower the input's level.")


class LevelMeter(QProgressBar):
    """Shows from -60 dB to full scale; flat and empty while nothing is told.

    As a progress bar it has a value for screen readers, in per cent of what it shows.
    """

    clipping = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Input level"))
        self.setMinimumWidth(56)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT_PX)
        self.setStyleSheet(f"min-height: {_HEIGHT_PX}px; max-height: {_HEIGHT_PX}px")  # it paints itself
        self.setTextVisible(False)
        self.setRange(0, 100)
        self.setValue(0)
        self._told = QTimer(self, singleShot=True, interval=TELL_EVERY_MS)
        self._level: Level | None = None
        self._hold = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._hold.timeout.connect(self._let_go)
        self._let_go()

    @property
    def is_clipping(self) -> bool:
        """Whether the mark is lit."""
        return self._hold.isActive()

    def show_level(self, level: Level | None) -> None:
        """Show how loud it is; None where that is not known."""
        self._level = level
        self._tell_readers()
        if level is not None and level.clipped:
            lit = self.is_clipping
            self._hold.start()
            if not lit:
                self._say(_TOO_LOUD)
                self.clipping.emit(True)
        self.update()

    def _tell_readers(self) -> None:
        """Not at every change: some readers say each."""
        if not self._told.isActive():
            self._told.start()
            self.setValue(round(100 * share_of_full_scale(self._level.rms_db)) if self._level else 0)

    def _let_go(self) -> None:
        self._say(tr("The mark at its end is lit where the sound is too loud."))
        self.clipping.emit(False)
        self.update()

    def _say(self, what: str) -> None:
        self.setAccessibleDescription(what)
        self.setToolTip(what)

    def sizeHint(self) -> QSize:
        """Wide enough to see a whisper move."""
        return QSize(160, _HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar, the peak and the mark."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(0, (self.height() - _BAR_PX) / 2, self.width() - _MARK_PX - _GAP_PX, _BAR_PX)
        painter.setBrush(QColor(theme.line))
        painter.drawRoundedRect(whole, 3, 3)
        if self._level is not None:
            self._paint_level(painter, whole, self._level)
        self._paint_mark(painter, QRectF(self.width() - _MARK_PX, 0, _MARK_PX, self.height()))

    def _paint_level(self, painter: QPainter, whole: QRectF, level: Level) -> None:
        theme = current_theme()
        if (share := share_of_full_scale(level.rms_db)) > 0:
            painter.setBrush(QColor(theme.good))
            painter.drawRoundedRect(QRectF(whole.topLeft(), QSize(round(whole.width() * share), _BAR_PX)), 3, 3)
        if (peak := share_of_full_scale(level.peak_db)) > 0:
            painter.setBrush(QColor(theme.ink))
            x = whole.left() + max(0.0, whole.width() * peak - 2)
            painter.drawRect(QRectF(x, whole.top() - 2, 2, _BAR_PX + 4))

    def _paint_mark(self, painter: QPainter, box: QRectF) -> None:
        theme = current_theme()
        lit = self.is_clipping
        painter.setPen(Qt.PenStyle.NoPen if lit else QPen(QColor(theme.edge), 1))
        painter.setBrush(QColor(theme.bad) if lit else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), 4, 4)
        painter.setPen(QColor(theme.ground if lit else theme.muted))
        painter.setFont(font(11, weight=QFont.Weight.Bold))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "!")


def share_of_full_scale(level_db: float) -> float:
    """Where a level stands on the bar, 0 to 1."""
    return min(1.0, max(0.0, 1 - level_db / _LOWEST_DB))
