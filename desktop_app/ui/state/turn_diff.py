"""What differs between the text that is shown and the text that is to be shown."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop_app.ui.state.shown_turn import ShownTurn

CHUNK = 40


class Change(NamedTuple):
    """The blocks [first, end) of the old text make room for these turns; nobody's text is in both."""

    first: int
    end: int
    turns: Sequence[ShownTurn]


def same_text(old: Sequence[ShownTurn], new: Sequence[ShownTurn]) -> list[tuple[int, int]]:
    """Pairs of places, ascending in both, where the same words begin at the same time, whoever says them."""
    places = {_text(turn): place for place, turn in enumerate(new)}
    pairs: list[tuple[int, int]] = []
    for number, turn in enumerate(old):
        place = places.get(_text(turn))
        if place is not None and (not pairs or place > pairs[-1][1]):
            pairs.append((number, place))
    return pairs


def changes(old: Sequence[ShownTurn], new: Sequence[ShownTurn], kept: Sequence[tuple[int, int]]) -> list[Change]:
    """What is to be done between the pairs that are kept, in order."""
    found = []
    first, start = 0, 0
    for number, place in (*kept, (len(old), len(new))):
        if number > first or place > start:
            found.append(Change(first, number, new[start:place]))
        first, start = number + 1, place + 1
    return found


def in_chunks(found: Sequence[Change]) -> Iterator[Change]:
    """The changes from the last to the first, so that places before stay true; none takes long."""
    for change in reversed(found):
        parts = max(1, -(-max(change.end - change.first, len(change.turns)) // CHUNK))
        for part in reversed(range(parts)):
            blocks = [change.first + (change.end - change.first) * at // parts for at in (part, part + 1)]
            turns = [len(change.turns) * at // parts for at in (part, part + 1)]
            yield Change(blocks[0], blocks[1], change.turns[turns[0] : turns[1]])


def _text(turn: ShownTurn) -> tuple[int, bool, str]:
    return turn.start_ms, turn.overlap, turn.text
