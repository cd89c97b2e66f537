"""What a person looks for in texts, and in which way; on plain strings."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from desktop_app.core.editing.text_folding import count_folded, find_folded, folded, unfolded

WORD = r"(?<!\w)(?:{})(?!\w)"
"""What stands around an expression that is to be a whole word, or several."""


@dataclass(frozen=True, slots=True)
class FindOptions:
    """How to look. match_case: for the very letters, with their accents. is_pattern: for a regular expression.

    speaker: the id of whose turns and name are looked through; None for everybody's.
    """

    whole_words: bool = False
    match_case: bool = False
    is_pattern: bool = False
    speaker: str | None = None


class Found(NamedTuple):
    """A stretch [start, end) of a text, in characters, and what is to stand in its place."""

    start: int
    end: int
    new: str = ""


@dataclass(frozen=True)
class PlainQuery:
    """Words as they are written: as they stand, or whatever their case, accents, quotes and dashes."""

    text: str
    whole_words: bool = False
    match_case: bool = False

    @cached_property
    def wanted(self) -> str:
        """What is compared; '' where there is nothing to look for."""
        text = self.text.strip()
        return text if self.match_case else folded(text)

    @cached_property
    def _words(self) -> re.Pattern[str]:
        return re.compile(WORD.format(re.escape(self.wanted)))

    def seen(self, text: str) -> str:
        """The text as it is compared with the query; it can be kept for other queries of the same kind."""
        return text if self.match_case else folded(text)

    def count(self, text: str, seen: str) -> int:
        """How many stretches `find` would find, mostly without working them out."""
        if not self.wanted:
            return 0
        if not self.whole_words:
            return seen.count(self.wanted) if self.match_case else count_folded(text, seen, self.wanted)
        if self.wanted not in seen:
            return 0
        count = sum(1 for _ in self._words.finditer(seen))
        return count if count < 2 or text.isascii() else len(self.find(text, seen))

    def find(self, text: str, seen: str) -> list[tuple[int, int]]:
        """Every [start, end) in the text, in characters. seen: the text as it is compared."""
        if not self.wanted or self.wanted not in seen:
            return []
        if self.whole_words:
            found = [match.span() for match in self._words.finditer(seen)]
            return found if self.match_case else unfolded(text, found)
        if self.match_case:
            return [match.span() for match in re.finditer(re.escape(self.wanted), seen)]
        return find_folded(text, seen, self.wanted)
