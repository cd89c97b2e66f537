"""What somebody typed into the search field, as what must be there.

Every word must be in the turn, or be its speaker's name; a word that is not in quotes may be the beginning of a longer
one. A turn in which only the speaker's name fits is not found: that is the name, not what was said.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.core.library.folding import Token, tokens

_QUOTES = re.compile('["“”„«»]')
_LONGEST, _MOST_TERMS = 500, 16


@dataclass(frozen=True, slots=True)
class Term:
    """Words in a row. is_prefix: the last of them may be the beginning of a longer one."""

    words: tuple[str, ...]
    is_prefix: bool

    def spans(self, text: Sequence[Token]) -> Iterator[tuple[int, int]]:
        """From where to where it stands in a text of these tokens, each time."""
        for first in range(len(text) - len(self.words) + 1):
            found = text[first : first + len(self.words)]
            if self._fits([token.text for token in found]):
                yield found[0].start, found[-1].end

    def _fits(self, found: Sequence[str]) -> bool:
        *others, last = self.words
        ends = found[-1].startswith(last) if self.is_prefix else found[-1] == last
        return ends and all(one == other for one, other in zip(found, others, strict=False))


@dataclass(frozen=True, slots=True)
class Query:
    """All of these must be there; nothing is found by none."""

    terms: tuple[Term, ...]


def read_query(text: str) -> Query:
    """The query that a text means; every text means one. A quote that is not closed goes on to the end."""
    parts = _QUOTES.split(text[:_LONGEST])
    terms: list[Term] = []
    for number, part in enumerate(parts):
        if number % 2:
            terms += _terms(part, is_prefix=number == len(parts) - 1)
        else:
            terms += [term for word in part.split() for term in _terms(word, is_prefix=True)]
    return Query(tuple(dict.fromkeys(terms))[:_MOST_TERMS])


def _terms(text: str, *, is_prefix: bool) -> list[Term]:
    words = tuple(tokens(text))
    # A single letter begins too many words to be worth anything.
    return [Term(words, is_prefix and len(words[-1]) > 1)] if words else []
