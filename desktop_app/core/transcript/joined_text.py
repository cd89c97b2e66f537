"""Words put together as they are read: without spaces where none are written, in Chinese and in Japanese.

Thai and its like put spaces between phrases, which is what recognisers give as words: those stay.
"""

import re
from collections.abc import Iterable

_RUNS_ON = (
    "\u2e80-\u2fdf\u3001-\u303f\u3040-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff9f\U00020000-\U0003ffff\U000e0100-\U000e01ef"
)
"""Han, kana, Bopomofo, and their punctuation; not Hangul, and neither letters nor figures of double width."""
_LETTER = re.compile(f"[{_RUNS_ON}]")
_NO_SPACE = re.compile(f"(?<=[{_RUNS_ON}]) (?=[{_RUNS_ON}])")


def joined(texts: Iterable[str]) -> str:
    """The texts of words as they are read: separated by spaces, but for those between two letters that want none."""
    return closed_up(" ".join(texts))


def closed_up(text: str) -> str:
    """A text in which words are separated by spaces, as it is read."""
    return text if text.isascii() else _NO_SPACE.sub("", text)


def place_in_spaced(spaced: str, place: int) -> int:
    """Where in a text in which words are separated by spaces the character is that stands at this place of
    `closed_up(spaced)`."""
    for space in _NO_SPACE.finditer(spaced):
        if space.start() > place:
            break
        place += 1
    return place


def runs_on(letter: str) -> bool:
    """Whether no space is written between this letter and others like it."""
    return _LETTER.match(letter) is not None
