"""Words as they are compared: case, accents and the ways to write one letter aside.

Scripts that put no spaces between words (Chinese, Japanese, Thai and others) are taken letter by letter: their words
are found as letters in a row.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from unicodedata import category, normalize

_ACCENTS = re.compile(
    "[\u0300-\u036f\u0483-\u0487"  # Latin, Greek, Cyrillic
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # Hebrew points
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc"  # Arabic vowels, and the stroke that only stretches
    "\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]"  # what nobody sees
)
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"})
_SPACELESS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
    "\u2600-\u27bf\U0001f300-\U0001faff"  # symbols that people write like words
)
_PLAIN = re.compile("[a-z0-9]+")
_NO_MARKS_BEFORE, _NO_MARKS_AFTER = 0x0300, 0x20000


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it is compared, and from where to where it stands in its text."""

    text: str
    start: int
    end: int


def composed(text: str) -> str:
    """The text with every letter in its shortest form, as those who ask for places in it must have it."""
    return normalize("NFC", text)


def tokens(text: str) -> list[str]:
    """The words of a text as they are compared."""
    folded = composed(text).translate(_folds)
    return (_PLAIN if folded.isascii() else _token_pattern()).findall(folded)


def placed_tokens(text: str) -> Iterator[Token]:
    """The same with their places in the text, which must be composed."""
    pieces = [_folds[ord(character)] for character in text]
    places = [place for place, piece in enumerate(pieces) for _ in piece]
    for found in _token_pattern().finditer("".join(pieces)):
        yield Token(found.group(), places[found.start()], places[found.end() - 1] + 1)


class _Folds(dict[int, str]):
    """Every character, by its number, as it is compared; made when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = _folded(chr(code))
        return self[code]


_folds = _Folds()


def _folded(character: str) -> str:
    apart = normalize("NFKD", normalize("NFKD", character).casefold())
    return normalize("NFC", _ACCENTS.sub("", apart)).translate(_LETTERS)


@cache
def _token_pattern() -> re.Pattern[str]:
    """A letter of a script without spaces, or letters and digits in a row; either with the marks that belong to it."""
    marks = "".join(filter(_is_mark, map(chr, range(_NO_MARKS_BEFORE, _NO_MARKS_AFTER))))
    letters = rf"[^\W_{_SPACELESS}]"
    return re.compile(rf"[{_SPACELESS}][{marks}]*|{letters}(?:{letters}|[{marks}])*")


def _is_mark(character: str) -> bool:
    return category(character).startswith("M")
