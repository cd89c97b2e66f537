"""The speaker's pill: a small coloured square with initials."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.core.transcript.values import Speaker
from desktop_app.ui.look.theme import current_theme, font
from desktop_app.ui.state.live_turns import UNSURE

PILL_PX = 22
_RADIUS_PX = 6


def initials(name: str) -> str:
    """'HP' for Harbour pilot, 'I' for Interviewer, '3' for Speaker 3: at most two characters, '?' for none."""
    words = [letters for word in name.split() if (letters := "".join(c for c in word if c.isalnum()))]
    if not words:
        return "?"
    if len(words) > 1 and words[-1].isdigit():
        return words[-1][-2:]
    return "".join(word[0] for word in (words[0], *words[1:][-1:])).upper()[:2]


def paint_pill(painter: QPainter, left: float, top: float, speaker: Speaker, size_px: int = PILL_PX) -> None:
    """Paint the pill with its corner at (left, top); a hollow one where it is not known who speaks."""
    colour = current_theme().speaker(speaker.colour)
    square = QRectF(left, top, size_px, size_px)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if speaker.id == UNSURE.id:
        _paint_hollow(painter, square)
        painter.restore()
        return
    letters = initials(speaker.name)
    painter.setPen(QPen(QColor(colour.strong), 1))
    painter.setBrush(QColor(colour.fill))
    painter.drawRoundedRect(square.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS_PX, _RADIUS_PX)
    painter.setPen(QColor(colour.ink))
    painter.setFont(font(size_px // 2 if len(letters) < 2 else size_px * 10 // 22, weight=QFont.Weight.Bold))
    painter.drawText(square, Qt.AlignmentFlag.AlignCenter, letters)
    painter.restore()


def _paint_hollow(painter: QPainter, square: QRectF) -> None:
    theme = current_theme()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.muted), 1.5, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(square.adjusted(1, 1, -1, -1), _RADIUS_PX, _RADIUS_PX)
    painter.setPen(QColor(theme.muted))
    painter.setFont(font(round(square.height() / 2), weight=QFont.Weight.Bold))
    painter.drawText(square, Qt.AlignmentFlag.AlignCenter, "?")


class Pill(QWidget):
    """The pill as a widget; the name beside it says the same, so it has nothing to tell a screen reader."""

    def __init__(self, speaker: Speaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._speaker = speaker
        self.setFixedSize(QSize(PILL_PX, PILL_PX))

    def show_speaker(self, speaker: Speaker) -> None:
        """Take another name or colour."""
        self._speaker = speaker
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint."""
        painter = QPainter(self)
        paint_pill(painter, 0, 0, self._speaker)
