"""Words on the lines of a subtitle: as many as fit, on as few lines as they need, as even as these can be."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from desktop_app.core.export.cue_limits import CueLimits
from desktop_app.core.transcript.joined_text import joined


def rooms_beside(label: str, limits: CueLimits) -> tuple[int, ...]:
    """Characters for words on each line, the label before the first; a long label may push it over the edge, but not
    leave words no room."""
    first = max(limits.line_chars - len(label), limits.line_chars // 2)
    return (first, *[limits.line_chars] * (limits.lines - 1))


def fitting(texts: Iterable[str], rooms: Sequence[int]) -> int:
    """How many of the words fit: at least one, even if it is longer than its line. No more are looked at."""
    left, used, before, count = [*rooms], 0, "", 0
    for count, text in enumerate(texts):
        added = len(joined((before, text))) - len(before) if used else len(text)
        if used and used + added > left[0]:
            left, used, added = left[1:], 0, len(text)
            if not left:
                return count
        used, before = used + added, text
    return count + 1


def on_lines(texts: Sequence[str], label: str, rooms: Sequence[int]) -> tuple[str, ...]:
    """The words, which all fit, with the label before the first."""
    places = _places(texts)
    for count in range(1, len(rooms) + 1):
        arranged = list(_arranged(places, 0, rooms[:count]))
        if arranged:
            cuts = min(arranged, key=lambda cuts: _longest(places, cuts, len(label)))
            first, *others = (joined(texts[start:end]) for start, end in pairwise(cuts))
            return (label + first, *others)
    raise AssertionError  # whoever calls has taken no more words than fit


def _places(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Where each word begins and ends in the joined text, in characters."""
    places = [(0, len(texts[0]))]
    for one, other in pairwise(texts):
        end = places[-1][1] + len(joined((one, other))) - len(one)
        places.append((end - len(other), end))
    return places


def _arranged(places: Sequence[tuple[int, int]], start: int, rooms: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Every way to put the words from `start` on into so many lines, each within its room: where each line begins,
    and the end."""
    if len(rooms) == 1:
        if _fits(places, start, len(places), rooms[0]):
            yield start, len(places)
        return
    for cut in range(start + 1, len(places)):
        if not _fits(places, start, cut, rooms[0]):
            return
        yield from ((start, *rest) for rest in _arranged(places, cut, rooms[1:]))


def _fits(places: Sequence[tuple[int, int]], start: int, end: int, room: int) -> bool:
    return end - start == 1 or _chars(places, start, end) <= room


def _chars(places: Sequence[tuple[int, int]], start: int, end: int) -> int:
    return places[end - 1][1] - places[start][0]


def _longest(places: Sequence[tuple[int, int]], cuts: Sequence[int], label_chars: int) -> int:
    lengths = [_chars(places, start, end) for start, end in pairwise(cuts)]
    return max(lengths[0] + label_chars, *lengths)
