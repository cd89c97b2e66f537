"""Loops of a decoder: the same words again and again, where nobody repeats himself."""

from collections.abc import Sequence

from desktop_app.core.transcript.values import Word

# How often a phrase of so many words must stand in a row to be a loop. People do say 'no, no, no, no' and 'thank you,
# thank you, thank you', but hardly the same four words three times.
_LOOPS = {1: 7, 2: 4, 3: 4, 4: 3, 5: 3, 6: 3}


def without_loops(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words with every loop cut down to its first round; compared without case and punctuation."""
    kept: list[Word] = []
    plain = [_plain(word) for word in words]
    at = 0
    while at < len(words):
        length, rounds = _loop_at(plain, at)
        kept += words[at : at + length]
        at += length * rounds
    return tuple(kept)


def _loop_at(plain: Sequence[str], at: int) -> tuple[int, int]:
    """Words and rounds of the loop that begins here: the shortest phrase that makes one; one word, once, if none."""
    for length, least in _LOOPS.items():
        rounds = 1
        while plain[at : at + length] == plain[at + rounds * length : at + (rounds + 1) * length]:
            rounds += 1
        if rounds >= least:
            return length, rounds
    return 1, 1


def _plain(word: Word) -> str:
    return "".join(letter for letter in word.text.casefold() if letter.isalnum()) or word.text
