"""Takes the text over into another result: turns that read alike keep their blocks, and the reader keeps the place."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.ui.state.batches import Batches
from desktop_app.ui.state.shown_turn import ShownTurn, shown_turn
from desktop_app.ui.state.time_slices import TimeSlices
from desktop_app.ui.state.turn_diff import Change, changes, in_chunks, same_text
from desktop_app.ui.transcript.selection_search import Place, SelectionSearch

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop_app.core.transcript.values import Turn
    from desktop_app.ui.transcript.transcript_text import TranscriptText


class ResultBlocks(QObject):
    """Looks at the result's turns a batch at a time, then changes what differs, a few milliseconds at a time.

    appended: what is left of the result comes behind all that is shown. finished: the text is the result's.
    """

    appended = Signal(object)  # Sequence[ShownTurn]
    finished = Signal()

    def __init__(self, text: TranscriptText) -> None:
        super().__init__(text)
        self._text = text
        self._result: list[ShownTurn] = []
        self._before: list[ShownTurn] = []
        self._batches = Batches(self)
        self._batches.due.connect(self._collect)
        self._changes = TimeSlices(self)
        self._changes.step.connect(self._make_change)
        self._changes.finished.connect(self._finish)
        self._top: tuple[int, int] | None = None  # when the first turn in view begins, and how far it is scrolled out
        self._selection: tuple[Place, Place] | None = None  # in the result
        self._caret_leads = True  # not the anchor: it is the selection's end
        text.selectionChanged.connect(self._selected)

    def __len__(self) -> int:
        return len(self._batches) + len(self._changes)

    def clear(self) -> None:
        """Forget what waits."""
        self._batches.clear()
        self._changes.clear()

    def leave(self) -> None:
        """The reader goes elsewhere."""
        self.clear()
        self._top = self._selection = None

    def take(self, turns: Iterable[Turn]) -> None:
        """Show these turns instead of those that are shown."""
        self._before, self._result = self._result, []
        self._batches.add(turns)
        if len(self._batches):
            self._batches.hand_on_now()
        else:
            self._put()

    def _collect(self, batch: list[Turn]) -> None:
        self._result.extend(shown for turn in batch if (shown := shown_turn(turn)))
        if not len(self._batches):
            self._put()

    def _put(self) -> None:
        old = self._text.shown
        kept = same_text(old, self._result)
        found = changes(old, self._result, kept)
        self._top = self._top or self._first_in_view()
        self._selection = self._find_selection(kept) if found else None
        for number, place in kept:
            old[number] = self._result[place]
        if not found or (len(found) == 1 and found[0].first == len(old)):
            self._top = self._selection = None
            self.appended.emit(found[0].turns if found else ())
            self.finished.emit()
        else:
            self._changes.begin(in_chunks(found))

    def _make_change(self, change: Change) -> None:
        self._text.exchange_blocks(change.first, change.end, change.turns)

    def _finish(self) -> None:
        if self._selection is not None:
            low, high = self._selection if self._caret_leads else reversed(self._selection)
            self._selection = None
            self._text.select_between(low, high)
        if self._top is not None:
            start_ms, offset = self._top
            self._top = None
            number = max(0, bisect_right(self._text.shown, start_ms, key=_start_ms) - 1)
            self._text.place.hold_at(number, offset)
        self.finished.emit()

    # Where the reader is.

    def _first_in_view(self) -> tuple[int, int] | None:
        """None at the very top."""
        y = self._text.verticalScrollBar().value()
        number = self._text.turn_layout.block_at(y)
        if not y or number >= len(self._text.shown):
            return None
        return self._text.shown[number].start_ms, y - self._text.turn_layout.top_of(number)

    def _find_selection(self, kept: Sequence[tuple[int, int]]) -> tuple[Place, Place] | None:
        if self._selection is not None:  # the last result was not all shown yet
            return SelectionSearch(self._before, self._result, same_text(self._before, self._result)).find(
                *self._selection
            )
        caret = self._text.textCursor()
        if not caret.hasSelection():
            return None
        self._caret_leads = caret.anchor() < caret.position()
        places = [self._place(at) for at in (caret.selectionStart(), caret.selectionEnd())]
        return SelectionSearch(list(self._text.shown), self._result, kept).find(*places)

    def _place(self, position: int) -> Place:
        block = self._text.document().findBlock(position)
        return Place(block.blockNumber(), position - block.position())

    def _selected(self) -> None:
        """What the reader selects meanwhile is theirs to keep."""
        if not self._text.is_changing:
            self._selection = None


def _start_ms(turn: ShownTurn) -> int:
    return turn.start_ms
