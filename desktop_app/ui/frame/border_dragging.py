"""Borders between turns, dragged in the lanes: they snap to words, and a drag is one step to be undone."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent

from desktop_app.core.editing.turn_acts import set_border

if TYPE_CHECKING:
    from desktop_app.core.transcript.values import Transcript
    from desktop_app.ui.frame.editing import Editing
    from desktop_app.ui.player.waveform import Waveform
    from desktop_app.ui.transcript.transcript_text import TranscriptText

_NEAR_PX = 4


class Border(NamedTuple):
    """Between two turns with words, by their indices; snaps_ms: where it can stand, after each number of words of both,
    from none to all."""

    left: int
    right: int
    at_ms: int
    snaps_ms: tuple[int, ...]

    def words_at(self, time_ms: float) -> int:
        """How many words the left turn has with the border nearest to this time."""
        return min(range(len(self.snaps_ms)), key=lambda words: abs(self.snaps_ms[words] - time_ms))


class BorderDragging(QObject):
    """Looks at the waveform's mouse before it does, over the lanes, while the transcript can be edited."""

    def __init__(self, waveform: Waveform, text: TranscriptText, editing: Editing) -> None:
        super().__init__(waveform)
        self._waveform = waveform
        self._text = text
        self._editing = editing
        self._border: Border | None = None
        waveform.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is done to a border."""
        if watched is not self._waveform or not isinstance(event, QMouseEvent):
            return False
        match event.type():
            case QEvent.Type.MouseMove:
                return self._move(event.position())
            case QEvent.Type.MouseButtonPress if event.button() is Qt.MouseButton.LeftButton:
                self._border = self._border_at(event.position())
                return self._border is not None
            case QEvent.Type.MouseButtonRelease if self._border is not None:
                self._drop(event.position())
                return True
        return False

    def _move(self, at: QPointF) -> bool:
        if self._border is None:
            near = self._border_at(at) is not None
            if near:
                self._waveform.setCursor(Qt.CursorShape.SplitHCursor)
            elif self._waveform.cursor().shape() is Qt.CursorShape.SplitHCursor:
                self._waveform.unsetCursor()
            return False
        words = self._border.words_at(self._waveform.time_at(at.x()))
        self._waveform.point_at(self._x_of(self._border.snaps_ms[words]))
        return True

    def _drop(self, at: QPointF) -> None:
        border, self._border = self._border, None
        self._waveform.unsetCursor()
        self._waveform.point_at(None)
        document = self._text.source
        if border is None or document is None or abs(self._x_of(border.at_ms) - at.x()) < _NEAR_PX:
            return
        self._editing.typing.settle()
        words = border.words_at(self._waveform.time_at(at.x()))
        edit = set_border(document.transcript, border.left, border.right, words)
        if edit is not None:
            document.edit(edit)

    def _x_of(self, time_ms: int) -> float:
        return self._waveform.strips.left + self._waveform.navigation.view.x_of(time_ms)

    def _border_at(self, at: QPointF) -> Border | None:
        """The border under the pointer, where it is over the lanes."""
        document, strips = self._text.source, self._waveform.strips
        in_lanes = strips.lanes_height > 0 and strips.lanes_top <= at.y() < strips.bottom
        if document is None or not in_lanes or not self._editing.typing.is_allowed:
            return None
        around = self._waveform.time_at(at.x() - _NEAR_PX), self._waveform.time_at(at.x() + _NEAR_PX)
        found = border_between(document.transcript, *around)
        return found if found is not None and abs(self._x_of(found.at_ms) - at.x()) <= _NEAR_PX else None


def border_between(transcript: Transcript, from_ms: int, until_ms: int) -> Border | None:
    """The border that stands between two times; None where none does."""
    spoken = [place for place, turn in enumerate(transcript.turns) if turn.words and turn.start_ms <= until_ms]
    if len(spoken) < 2 or transcript.turns[spoken[-1]].start_ms < from_ms:
        return None
    return _border(transcript, spoken[-2], spoken[-1])


def _border(transcript: Transcript, left: int, right: int) -> Border:
    words = (*transcript.turns[left].words, *transcript.turns[right].words)
    between = ((one.end_ms + other.start_ms) // 2 for one, other in pairwise(words))
    snaps = (words[0].start_ms, *between, words[-1].end_ms)
    return Border(left, right, transcript.turns[right].start_ms, snaps)
