"""Loops of a decoder: the same words or letters again and again, where nobody repeats himself."""

import re
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.core.transcript.values import Word

# How often a phrase of so many words must stand in a row to be a loop. People do say 'no, no, no, no' and 'thank you,
# thank you, thank you', but hardly the same four words three times.
_LOOPS = {1: 7, 2: 4, 3: 4, 4: 3, 5: 3, 6: 3}
_LOOP_IN_WORD = re.compile(r"(?P<letter>[^\W\d_])(?P=letter){15,}|(?P<unit>[^\s]{2,12}?)(?P=unit){9,}[^\s]{0,11}")
"""'3-3-3-...', 'ohohoh...': people do write 'nooooo', 'hahaha' and 1,000,000,000."""


def without_loops(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words with every loop cut down to its first round; compared without case and punctuation."""
    words = [_shortened(word) for word in words]
    kept: list[Word] = []
    alike = [plain(word) for word in words]
    at = 0
    while at < len(words):
        length, rounds = _loop_at(alike, at)
        kept += words[at : at + length]
        at += length * rounds
    return tuple(kept)


def _loop_at(alike: Sequence[str], at: int) -> tuple[int, int]:
    """Words and rounds of the loop that begins here: the shortest phrase that makes one; one word, once, if none."""
    for length, least in _LOOPS.items():
        rounds = 1
        while alike[at : at + length] == alike[at + rounds * length : at + (rounds + 1) * length]:
            rounds += 1
        if rounds >= least:
            return length, rounds
    return 1, 1


def _shortened(word: Word) -> Word:
    text = _LOOP_IN_WORD.sub(lambda loop: loop["letter"] or loop["unit"].rstrip("-–—.,"), word.text)
    return word if text == word.text else replace(word, text=text)


def plain(word: Word) -> str:
    """A word without case and punctuation; as it is if nothing else is in it."""
    return "".join(letter for letter in word.text.casefold() if letter.isalnum()) or word.text
