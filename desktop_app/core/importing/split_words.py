"""A text into its words."""

from itertools import pairwise
from unicodedata import category

from desktop_app.core.transcript.joined_text import runs_on


def split_words(text: str) -> list[str]:
    """The words, with their punctuation; where no spaces are written, in Chinese and in Japanese, its letters."""
    if text.isascii():
        return text.split()
    return [word for run in text.split() for word in _letters(run)]


def _letters(run: str) -> list[str]:
    """The run cut between two letters that want no space, but never before punctuation."""
    if run.isascii() or not any(map(runs_on, run)):
        return [run]
    cuts = [at for at, (one, other) in enumerate(pairwise(run), 1) if _is_border(one, other)]
    return [run[start:end] for start, end in pairwise([0, *cuts, len(run)])]


def _is_border(one: str, other: str) -> bool:
    return runs_on(one) and runs_on(other) and category(other) not in _HANGING and category(one) not in _OPENING


_HANGING = {"Po", "Pe", "Pf", "Pd", "Lm", "Mn", "Mc"}
_OPENING = {"Ps", "Pi"}
