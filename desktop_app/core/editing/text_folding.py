"""Text as a search sees it: without case, accents, and the ways to write a quote or a dash."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

_ALIKE = {
    **dict.fromkeys("‘’‚‛′ʼ`´ʹ＇", "'"),
    **dict.fromkeys("“”„‟«»″＂", '"'),
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    **dict.fromkeys("øØ", "o"),
    **dict.fromkeys("łŁ", "l"),
    **dict.fromkeys("đĐðÐ", "d"),
    **dict.fromkeys("æÆ", "ae"),
    **dict.fromkeys("œŒ", "oe"),
    **dict.fromkeys("þÞ", "th"),
    "ı": "i",
    "\N{SOFT HYPHEN}": "",
    "\N{ZERO WIDTH SPACE}": "",
}
# Combining classes of marks without which a letter is another one: nukta, kana voicing, virama.
_PART_OF_THE_LETTER = {0, 7, 8, 9}


_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")


class _Folds(dict[int, str]):
    """What each character is folded to, found out when it is first met."""

    def __init__(self) -> None:
        self._asked: dict[tuple[str, int], dict[str, int]] = {}

    def repeating(self, query: str) -> dict[str, int]:
        """The letters, of all that were met, that are folded to the query more than once; and how often more."""
        asked = (query, len(self))
        if asked not in self._asked:
            counts = {chr(code): fold.count(query) for code, fold in self.items()}
            self._asked = {asked: {letter: count - 1 for letter, count in counts.items() if count > 1}}
        return self._asked[asked]

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        plain = _ALIKE.get(letter) if letter in _ALIKE else "".join(_unmarked(letter)).casefold()
        self[code] = folded = " " if plain and plain.isspace() else plain or ""
        return folded


def _unmarked(letter: str) -> Iterator[str]:
    for part in unicodedata.normalize("NFKD", letter):
        if unicodedata.combining(part) in _PART_OF_THE_LETTER:
            yield _ALIKE.get(part, part)


_FOLDS = _Folds()


def folded(text: str) -> str:
    """The text as it is compared; it may be longer or shorter."""
    return text.lower() if text.isascii() else _BEYOND_ASCII.sub(_fold, text).lower()


def _fold(beyond_ascii: re.Match[str]) -> str:
    return beyond_ascii[0].translate(_FOLDS)


def find_folded(text: str, seen: str, query: str) -> list[tuple[int, int]]:
    """Where the query is, as [start, end) in the characters of the text. seen, query: folded, the text and it.

    Whole characters are found: 's' finds all of 'ß'. The marks that follow a letter belong to it.
    """
    return unfolded(text, [match.span() for match in re.finditer(re.escape(query), seen)])


def unfolded(text: str, found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where stretches of the folded text are in the text itself, as [start, end) in its whole characters."""
    if not found or text.isascii():
        return list(found)
    ends = list(accumulate(len(_FOLDS[ord(letter)]) for letter in text))
    return sorted({(_letter_at(ends, start), _letter_at(ends, end - 1, last=True) + 1) for start, end in found})


def count_folded(text: str, seen: str, query: str) -> int:
    """How many places find_folded would find, without working them out."""
    found = seen.count(query)
    if found and len(query) == 1 and not text.isascii():
        found -= sum(text.count(letter) * more for letter, more in _FOLDS.repeating(query).items())
    return found


def _letter_at(ends: Sequence[int], position: int, *, last: bool = False) -> int:
    """The place of the letter that a folded position comes from; last: with the marks that follow it."""
    place = bisect_right(ends, position)
    if last:
        place = bisect_right(ends, ends[place]) - 1
    return place
