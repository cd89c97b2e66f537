"""What a person looks for in texts, and in which way; on plain strings."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from desktop_app.core.editing.text_folding import count_folded, find_folded, folded, unfolded
from desktop_app.core.transcript.joined_text import closed_up, runs_on

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
        text = closed_up(self.text.strip())
        return text if self.match_case else folded(text)

    @cached_property
    def _expression(self) -> str:
        """Letters that run on are found over the border of two words too, where the text has a space."""
        wanted = self.wanted
        return "".join(
            " ?" * (runs_on(wanted[at - 1]) and runs_on(letter)) + re.escape(letter) if at else re.escape(letter)
            for at, letter in enumerate(wanted)
        )

    @cached_property
    def _runs_on(self) -> bool:
        return any(runs_on(one) and runs_on(other) for one, other in pairwise(self.wanted))

    @cached_property
    def _words(self) -> re.Pattern[str]:
        return re.compile(WORD.format(self._expression))

    @cached_property
    def _anywhere(self) -> re.Pattern[str]:
        return re.compile(self._expression)

    def seen(self, text: str) -> str:
        """The text as it is compared with the query; it can be kept for other queries of the same kind."""
        return text if self.match_case else folded(text)

    def count(self, text: str, seen: str) -> int:
        """How many stretches `find` would find, mostly without working them out."""
        if not self.wanted:
            return 0
        if self._runs_on:
            return len(self.find(text, seen))
        if not self.whole_words:
            return seen.count(self.wanted) if self.match_case else count_folded(text, seen, self.wanted)
        if self.wanted not in seen:
            return 0
        count = sum(1 for _ in self._words.finditer(seen))
        return count if count < 2 or text.isascii() else len(self.find(text, seen))

    def find(self, text: str, seen: str) -> list[tuple[int, int]]:
        """Every [start, end) in the text, in characters. seen: the text as it is compared."""
        if not self.wanted or (self.wanted not in seen and not self._runs_on):
            return []
        if self.whole_words or self._runs_on:
            pattern = self._words if self.whole_words else self._anywhere
            found = [match.span() for match in pattern.finditer(seen)]
            return found if self.match_case else unfolded(text, found)
        if self.match_case:
            return [match.span() for match in re.finditer(re.escape(self.wanted), seen)]
        return find_folded(text, seen, self.wanted)
