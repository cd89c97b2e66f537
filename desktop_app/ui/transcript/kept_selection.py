"""Which part of another wording is the part of the text that was selected in the old one."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_WORD = re.compile(r"\w(?:\S*\w)?")
_NO_LETTER = re.compile(r"\W+")


class _Word(NamedTuple):
    start: int
    end: int
    key: str


def kept_stretch(old: str, new: str, start: int, end: int) -> tuple[int, int] | None:
    """The [start, end) of the new text that has the words of the old one's [start, end); None where they are gone.

    A word is the same whatever its case; the marks around it are no part of it. Part of a word stays part of it.
    """
    before, after = _words(old), _words(new)
    there = _pairs(before, after)
    selected = [place for place, word in enumerate(before) if word.end > start and word.start < end and place in there]
    if not selected:
        return None
    first, last = before[selected[0]], before[selected[-1]]
    new_first, new_last = after[there[selected[0]]], after[there[selected[-1]]]
    new_start = min(new_first.start + max(0, start - first.start), new_first.end)
    new_end = new_last.end if end >= last.end else min(new_last.start + end - last.start, new_last.end)
    return (new_start, new_end) if new_start < new_end else None


def _words(text: str) -> list[_Word]:
    return [_Word(*found.span(), _NO_LETTER.sub("", found[0]).casefold()) for found in _WORD.finditer(text)]


def _pairs(before: Sequence[_Word], after: Sequence[_Word]) -> dict[int, int]:
    """The places of the old words that are in the new text, and where."""
    matcher = SequenceMatcher(None, [word.key for word in before], [word.key for word in after], autojunk=False)
    return {a + step: b + step for a, b, length in matcher.get_matching_blocks() for step in range(length)}
