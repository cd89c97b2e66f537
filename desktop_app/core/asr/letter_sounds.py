"""What letters sound like: rough kinds, told apart by loudness and colour. It is enough to find a text in its sound."""

import unicodedata
from collections.abc import Iterator
from enum import IntEnum
from itertools import groupby

import numpy as np


class Kind(IntEnum):
    """The kinds of sounds; PAUSE is what lies between words."""

    VOWEL = 0
    HISS = 1
    BREATH = 2
    STOP = 3
    HUM = 4
    PAUSE = 5


# Found in 58 utterances of LibriSpeech, dB, as sound_frames gives them: loudness, high to low, middle to low. Letters
# are not sounds, but 'aligned' is judged by a whole turn of them.
MEANS = np.array(
    [
        [-7.6, 0.2, -0.2],
        [-17.9, 25.1, 11.0],
        [-23.0, 14.9, 8.8],
        [-25.5, 10.7, 4.9],
        [-9.2, -8.4, -7.1],
        [-46.6, 15.8, 12.9],
    ]
)
DEVIATIONS = np.array(
    [[9.0, 7.0, 7.5], [10.4, 8.5, 9.6], [12.0, 11.7, 10.3], [13.7, 13.7, 11.9], [8.6, 8.0, 8.5], [6.4, 6.9, 6.3]]
)

_LETTERS = {
    Kind.HISS: "szxcjßсзцшщжчσςζξψ",
    Kind.BREATH: "fvhqфвхφθχ",
    Kind.STOP: "ptkbdgптбдгкπτκβγδ",
    Kind.HUM: "mnlrwмнлрйμνλρ",
}
_KINDS = {letter: kind for kind, letters in _LETTERS.items() for letter in letters}
_SILENT = "ъь"
_DIGIT = (Kind.STOP, Kind.VOWEL, Kind.HUM)
"""A digit is spoken as a word of some three sounds."""


def sounds_of(word: str) -> tuple[Kind, ...]:
    """The sounds of a word, one for each letter, accents and doubled letters aside; a vowel at least.

    Letters of scripts that are not known here count as vowels: then a text is laid out by its length and its pauses.
    """
    plain = (letter for letter in unicodedata.normalize("NFD", word.casefold()) if letter.isalnum())
    return tuple(sound for letter, _ in groupby(plain) for sound in _sounds(letter)) or (Kind.VOWEL,)


def _sounds(letter: str) -> Iterator[Kind]:
    if letter.isnumeric():
        yield from _DIGIT
    elif letter not in _SILENT:
        yield _KINDS.get(letter, Kind.VOWEL)
