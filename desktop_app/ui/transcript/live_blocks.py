"""Keeps the text's blocks as live captions tell of their turns: words come, settle, go to another speaker."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.ui.state.fresh_turns import FreshTurns
from desktop_app.ui.state.live_turns import LiveTurn
from desktop_app.ui.state.shown_turn import ShownTurn, shown_live_turn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.ui.transcript.text_blocks import TextBlocks

TELL_MS = 250


class LiveBlocks(QObject):
    """Changes a block where it stands. Nothing here costs more for the turns above it.

    told: the text is another from a block on, told a few times a second at most.
    """

    told = Signal(int)

    def __init__(self, text: TextBlocks, parent: QObject) -> None:
        super().__init__(parent)
        self._text = text
        self._starts: dict[int, int] = {}  # in ms, by the number of a turn
        self._meanwhile: dict[int, LiveTurn] = {}
        self.fresh = FreshTurns(self)
        self._soon = QTimer(self, singleShot=True, interval=TELL_MS)
        self._soon.timeout.connect(self._tell)
        self._changed_from = 0

    def clear(self) -> None:
        """There are no blocks of live captions any more."""
        self._starts.clear()
        self._meanwhile.clear()

    def note(self, inserted: Iterable[ShownTurn]) -> None:
        """These blocks are in the text now."""
        self._starts |= {turn.number: turn.start_ms for turn in inserted if turn.number is not None}

    def hear(self, turn: LiveTurn) -> None:
        """Show a turn as it is now; one that comes while the text is filled waits until it is."""
        if self._text.is_filling():
            self._meanwhile[turn.number] = turn
            return
        block = self._block_of(turn.number)
        if turn.revised and block is not None:
            self.fresh.add(turn.number)
            self._text.shown[block] = self._text.shown[block]._replace(speaker=turn.speaker)
            self._tell_soon(block)
            self._text.viewport().update()
            return
        shown = shown_live_turn(turn)
        if block is not None and shown is not None and self._stays_at(block, shown.start_ms):
            self._rewrite(block, shown)
        else:
            self._put_anew(block, shown)

    def catch_up(self) -> None:
        """Show what came while the text was filled."""
        meanwhile, self._meanwhile = self._meanwhile, {}
        for turn in meanwhile.values():
            self.hear(turn)

    def _block_of(self, number: int) -> int | None:
        start_ms, shown = self._starts.get(number), self._text.shown
        if start_ms is None:
            return None
        first = bisect_left(shown, start_ms, key=_start_ms)
        return next((at for at in range(first, len(shown)) if shown[at].number == number), None)

    def _stays_at(self, block: int, start_ms: int) -> bool:
        shown = self._text.shown
        behind_the_last = block == 0 or shown[block - 1].start_ms <= start_ms
        return behind_the_last and (block + 1 == len(shown) or start_ms <= shown[block + 1].start_ms)

    def _rewrite(self, number: int, shown: ShownTurn) -> None:
        """Exchange the words from the first that differs on: what stands before it is not even laid out elsewhere."""
        self._text.rewrite(number, shown)
        self.note([shown])
        self._tell_soon(number)
        self._text.viewport().update()

    def _put_anew(self, block: int | None, shown: ShownTurn | None) -> None:
        if block is not None:
            self._text.exchange_blocks(block, block + 1, [])
            self._tell_soon(block)
        if shown is not None:
            place = bisect_right(self._text.shown, shown.start_ms, key=_start_ms)
            self._text.exchange_blocks(place, place, [shown])
            self._tell_soon(place)

    def _tell_soon(self, block: int) -> None:
        if self._soon.isActive():
            self._changed_from = min(self._changed_from, block)
        else:
            self._changed_from = block
            self._soon.start()

    def _tell(self) -> None:
        self.told.emit(self._changed_from)


def _start_ms(turn: ShownTurn) -> int:
    return turn.start_ms
