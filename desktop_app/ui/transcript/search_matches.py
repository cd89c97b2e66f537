"""What a search found, in order: counted at once, and worked out where it is looked at."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from desktop_app.ui.transcript.finder import Finder


class Match(NamedTuple):
    """A found stretch: the block's number and [start, end) within it, in the document's UTF-16 units.

    in_name: it is a stretch of the speaker's name instead, which stands beside the block.
    """

    block: int
    start: int
    end: int
    in_name: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """[start, end)."""
        return self.start, self.end


class Matches(Sequence[Match]):
    """The matches in blocks of text and in the names of those who speak them, the names before the texts."""

    def __init__(self, finder: Finder, texts: Sequence[str] = (), names: Sequence[str] = ()) -> None:
        self._finder = finder
        self._texts = list(texts)
        self._names = list(names)
        self._counts = self._counted(0)
        self._ends = list(accumulate(self._counts))

    def look_again(self, block: int, texts: Sequence[str], names: Sequence[str]) -> None:
        """From this block on, there are these texts, spoken by these."""
        self._texts[block:], self._names[block:] = texts, names
        self._counts[block:] = self._counted(block)
        self._ends = list(accumulate(self._counts))

    def _counted(self, block: int) -> list[int]:
        count, names = self._finder.count, self._names[block:]
        self._finder.look_through([*self._texts[block:], *dict.fromkeys(names)])
        in_name = {name: count(name) for name in dict.fromkeys(names)}
        in_texts = map(count, self._texts[block:])
        return [a + in_name[name] for a, name in zip(in_texts, names, strict=True)] if names else list(in_texts)

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def __getitem__(self, place: int) -> Match:  # type: ignore[override]
        if not 0 <= place < len(self):
            raise IndexError(place)
        block = bisect_right(self._ends, place)
        return self.in_block(block)[place - self._ends[block]]  # counted from the block's last

    def in_block(self, number: int) -> list[Match]:
        """Those in a block's name and text."""
        if number >= len(self._counts) or not self._counts[number]:
            return []
        names = self._finder.find(self._names[number]) if self._names else []
        in_name = [Match(number, *span, in_name=True) for span in names]
        return in_name + [Match(number, *span) for span in self._finder.find(self._texts[number])]

    def first_from(self, block: int) -> int:
        """The place of the first match in this block or below it; of the first of all where there is none."""
        before = self._ends[block - 1] if 0 < block <= len(self._ends) else 0
        return before if before < len(self) else 0

    def first_behind(self, match: Match) -> int:
        """The place of the first match that begins where this one ends, or later; of the first of all where there is
        none."""
        here = (not match.in_name, match.end)
        earlier = sum(1 for each in self.in_block(match.block) if (not each.in_name, each.start) < here)
        place = (self._ends[match.block - 1] if match.block else 0) + earlier if match.block < len(self._ends) else 0
        return place if place < len(self) else 0
