"""Takes a person's edit over into the text: only the blocks of the turns that it changed are looked at."""

from __future__ import annotations

from itertools import compress, count
from operator import attrgetter, is_not
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.ui.state.shown_turn import ShownTurn, shown_turn

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop_app.core.transcript.values import Turn
    from desktop_app.ui.transcript.text_blocks import TextBlocks

MOST = 300
"""Of an edit that changes more turns the text is taken over as that of a result, a batch at a time."""


_words = attrgetter("words")


class Edited(NamedTuple):
    """Of the turns with words, all but the first and the last so many have become these."""

    first: int
    behind: int
    turns: list[Turn]


def edited(before: Sequence[Turn], after: Sequence[Turn]) -> Edited:
    """What differs, told by the turns' identity: those that an edit leaves alone are the same objects."""
    low = _same(before, after)
    behind = min(_same(before[::-1], after[::-1]), min(len(before), len(after)) - low)
    turns = [turn for turn in after[low : len(after) - behind] if turn.words]
    return Edited(_spoken(before[:low]), _spoken(before[len(before) - behind :]), turns)


def take_over(text: TextBlocks, change: Edited) -> None:
    """Let the blocks say what the turns say; what somebody is typing stays as it was typed."""
    new = [shown for turn in change.turns if (shown := shown_turn(turn))]
    end = len(text.shown) - change.behind
    numbers = [number for number in range(change.first, end) if number != text.waiting]
    if len(numbers) != len(new):
        text.exchange_blocks(change.first, end, new)
        return
    for number, now in zip(numbers, new, strict=True):
        was = text.shown[number]
        if " ".join(was.text.split()) == now.text:
            text.shown[number] = now._replace(text=was.text)
        else:
            text.rewrite(number, now)


def _same(one: Sequence[Turn], other: Sequence[Turn]) -> int:
    """How many both begin with; this is done for each letter, so that Python itself does it."""
    return next(compress(count(), map(is_not, one, other)), min(len(one), len(other)))


def _spoken(turns: Iterable[Turn]) -> int:
    return sum(map(bool, map(_words, turns)))


def tidy(shown: ShownTurn) -> ShownTurn:
    """The turn without the spaces that are left of typing."""
    return shown._replace(text=" ".join(shown.text.split()))
