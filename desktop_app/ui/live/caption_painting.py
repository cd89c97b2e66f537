"""Paints the last lines of live captions: large, in the strongest contrast, the newest at the bottom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout

from desktop_app.core.transcript.values import Speaker
from desktop_app.ui.look.theme import DARK, LIGHT, SpeakerColour, font
from desktop_app.ui.state.live_turns import UNSURE
from desktop_app.ui.state.shown_turn import ShownTurn

_LINE_HEIGHT = 1.3
_NAME_SHARE = 0.5
_NAME_BOX = 1.5
_ABOVE_NAME = 0.3
_BELOW_NAME = 0.1


@dataclass(frozen=True, slots=True)
class CaptionColours:
    """What captions are painted with. soft: words that may still change."""

    ground: str
    ink: str
    soft: str
    speakers: tuple[SpeakerColour, ...]


WHITE_ON_BLACK = CaptionColours("#0b0c0e", "#ffffff", "#aeb6c1", DARK.speakers)
BLACK_ON_WHITE = CaptionColours("#ffffff", "#000000", "#5a626d", LIGHT.speakers)


class CaptionPainter:
    """Lays out turn after turn from the bottom, until there is no more room.

    A turn that is still spoken keeps the lines it had, so that what stands above it does not jump back.
    """

    def __init__(self) -> None:
        self._lines = (-1, 0)  # of the newest turn: its number, and how many it has had

    def paint(
        self,
        painter: QPainter,
        page: QRectF,
        turns: Sequence[ShownTurn],
        speakers: Mapping[str, Speaker],
        colours: CaptionColours,
        size_px: int,
    ) -> list[int]:
        """Paint what fits into the page; the numbers of the turns that show, the newest first."""
        bottom, shown = page.bottom(), []
        name_px = _name_height(size_px)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in reversed(range(len(turns))):
            turn, newest = turns[place], place == len(turns) - 1
            layout, line_px = _laid_out(turn.text, page.width(), size_px)
            lines = layout.lineCount()
            lines = self._lines_to_keep(turn, lines) if newest else lines
            top = bottom - lines * line_px
            # Of what stands at the top of the page it is said who says it, even where its beginning has gone.
            last = place == 0 or top - page.top() < name_px + line_px
            named = (last or turns[place - 1].speaker != turn.speaker) and page.height() >= name_px + line_px
            first_line = ceil(max(0.0, page.top() + name_px * named - top) / line_px)
            if first_line >= lines and not newest:
                break
            first_line = min(first_line, layout.lineCount() - 1)  # the newest words show in the smallest window
            painter.setPen(QColor(colours.ink))
            clip = QRectF(page)
            clip.setTop(top + first_line * line_px)
            painter.save()
            painter.setClipRect(clip, Qt.ClipOperation.IntersectClip)
            layout.draw(painter, QPointF(page.left(), top), _soft(turn, colours), clip)
            painter.restore()
            shown.append(-1 if turn.number is None else turn.number)
            bottom = clip.top()
            if named:
                bottom -= name_px
                speaker = speakers.get(turn.speaker, UNSURE)
                _paint_name(painter, QPointF(page.left(), bottom), speaker, colours, size_px)
            if last:
                break
        painter.restore()
        return shown

    def _lines_to_keep(self, turn: ShownTurn, lines: int) -> int:
        number = -1 if turn.number is None else turn.number
        had = self._lines[1] if self._lines[0] == number else 0
        self._lines = number, max(lines, had)
        return self._lines[1]

    def forget_lines(self) -> None:
        """The page or the letters have another size."""
        self._lines = (-1, 0)


def _laid_out(text: str, width: float, size_px: int) -> tuple[QTextLayout, float]:
    layout = QTextLayout(text, font(size_px, weight=QFont.Weight.Medium))
    height = round(size_px * _LINE_HEIGHT)
    layout.beginLayout()
    rows = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, rows * height + (height - line.height()) / 2))
        rows += 1
    layout.endLayout()
    return layout, height


def _soft(turn: ShownTurn, colours: CaptionColours) -> list[QTextLayout.FormatRange]:
    if turn.soft_from is None:
        return []
    made = QTextLayout.FormatRange()
    made.start, made.length = turn.soft_from, len(turn.text) * 2
    made.format = QTextCharFormat()
    made.format.setForeground(QBrush(QColor(colours.soft)))
    return [made]


def _name_height(size_px: int) -> float:
    """The room for a name and the gaps above and below it."""
    return _name_px(size_px) * _NAME_BOX + size_px * (_ABOVE_NAME + _BELOW_NAME)


def _name_px(size_px: int) -> int:
    return max(12, round(size_px * _NAME_SHARE))


def _paint_name(painter: QPainter, at: QPointF, speaker: Speaker, colours: CaptionColours, size_px: int) -> None:
    """Paint the speaker's name on the speaker's colour, hollow where nobody knows who it is."""
    name_px = _name_px(size_px)
    name_font = font(name_px, weight=QFont.Weight.Bold)
    unsure = speaker.id == UNSURE.id
    name = f"? {speaker.name}" if unsure else speaker.name
    width = QFontMetricsF(name_font).horizontalAdvance(name) + name_px
    box = QRectF(at.x(), at.y() + size_px * _ABOVE_NAME, width, name_px * _NAME_BOX)
    colour = colours.speakers[speaker.colour % len(colours.speakers)]
    painter.setPen(QPen(QColor(colours.soft), 2, Qt.PenStyle.DashLine) if unsure else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if unsure else QColor(colour.fill))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), name_px * 0.35, name_px * 0.35)
    painter.setPen(QColor(colours.soft if unsure else colour.ink))
    painter.setFont(name_font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
