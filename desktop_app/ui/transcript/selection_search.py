"""Where the words that are selected stand in other turns, which are about to be shown."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from desktop_app.ui.state.shown_turn import ShownTurn, characters, utf16_units
from desktop_app.ui.transcript.kept_selection import kept_stretch

_NEARBY_MS = 30_000


class Place(NamedTuple):
    """A block's number, and a place in its text in UTF-16 units."""

    block: int
    offset: int


class SelectionSearch:
    """Looks for old turns' words among new ones. kept: pairs of the old and new numbers of turns that read alike."""

    def __init__(self, old: Sequence[ShownTurn], new: Sequence[ShownTurn], kept: Iterable[tuple[int, int]]) -> None:
        self._old = old
        self._new = new
        self._kept = dict(kept)

    def find(self, low: Place, high: Place) -> tuple[Place, Place] | None:
        """The first and the last of the words from low to high that are in the new turns; None where none is."""
        blocks = range(low.block, min(high.block + 1, len(self._old)))
        first = next(filter(None, (self._part(block, low, high) for block in blocks)), None)
        last = next(filter(None, (self._part(block, low, high) for block in reversed(blocks))), None)
        return (first[0], last[1]) if first and last and first[0] < last[1] else None

    def _part(self, block: int, low: Place, high: Place) -> tuple[Place, Place] | None:
        """What is selected of one old turn, in the new ones."""
        text = self._old[block].text
        start = low.offset if block == low.block else 0
        end = high.offset if block == high.block else utf16_units(text)
        if start >= end:
            return None
        if block in self._kept:
            return Place(self._kept[block], start), Place(self._kept[block], end)
        nearby = self._nearby(block)
        stretch = kept_stretch(
            text, "\n".join(self._new[at].text for at in nearby), characters(text, start), characters(text, end)
        )
        return (self._place(nearby, stretch[0]), self._place(nearby, stretch[1])) if stretch else None

    def _nearby(self, block: int) -> range:
        following = self._old[min(block + 1, len(self._old) - 1)].start_ms
        first = bisect_left(self._new, self._old[block].start_ms - _NEARBY_MS, key=_start_ms)
        return range(first, bisect_right(self._new, following + _NEARBY_MS, key=_start_ms))

    def _place(self, blocks: range, position: int) -> Place:
        """Where a position in the joined texts of some new turns is."""
        for block in blocks:
            text = self._new[block].text
            if position <= len(text):
                return Place(block, utf16_units(text[:position]))
            position -= len(text) + 1
        raise ValueError(position)


def _start_ms(turn: ShownTurn) -> int:
    return turn.start_ms
