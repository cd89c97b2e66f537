"""Pieces of text around what was looked for."""

from collections.abc import Iterable, Sequence

from desktop_app.core.library.folding import composed, placed_tokens
from desktop_app.core.library.found import Snippet
from desktop_app.core.library.query import Query

_BEFORE, _AFTER = 50, 150
"""Characters before and after where the first find begins."""
_CUT = "…"
Spans = tuple[tuple[int, int], ...]


def found_spans(query: Query, text: str) -> Spans:
    """From where to where a composed text has any of the terms, in order, overlapping ones made one."""
    placed = list(placed_tokens(text))
    return _united(span for term in query.terms for span in term.spans(placed))


def whole_snippet(query: Query, text: str) -> Snippet:
    """The text, as far as there is room for it, with what was looked for."""
    line = composed(" ".join(text.split()))
    return snippet(line, found_spans(query, line))


def snippet(text: str, spans: Sequence[tuple[int, int]]) -> Snippet:
    """What stands around the first of the spans, cut between words where there are any."""
    middle = spans[0][0] if spans else 0
    first, last = _first(text, middle), _last(text, middle)
    head, tail = _CUT if first else "", _CUT if last < len(text) else ""
    shift = len(head) - first
    shown = tuple((start + shift, min(end, last) + shift) for start, end in spans if first <= start < last)
    return Snippet(f"{head}{text[first:last]}{tail}", shown)


def _first(text: str, middle: int) -> int:
    """Where to begin: at a word, if one begins between there and the middle."""
    if middle <= _BEFORE:
        return 0
    space = text.find(" ", middle - _BEFORE, middle)
    return middle - _BEFORE if space < 0 else space + 1


def _last(text: str, middle: int) -> int:
    end = middle + _AFTER
    if end >= len(text):
        return len(text)
    space = text.rfind(" ", middle, end + 1)
    return end if space < 0 else space


def _united(spans: Iterable[tuple[int, int]]) -> Spans:
    united: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if united and start < united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return tuple(united)
