"""Talks that nobody held: words as often as in real ones, which is as Zipf's law has it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.library.spoken_text import SpokenTurn
from desktop_app.core.library.values import LibraryProject, Summary
from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Turn, Word

FEWEST_WORDS, MOST_WORDS = 1500, 8000
WORDS_AN_HOUR = 9000
WORD_MS = 3_600_000 // WORDS_AN_HOUR
SPEAKERS = ("Anna", "Ben", "Speaker 3")
VOCABULARY_SIZE = 60_000
_FIRST = datetime(2020, 1, 1, tzinfo=UTC)
_TURN_WORDS = (1, 80)


@cache
def vocabulary(seed: int = 1) -> NDArray[np.str_]:
    """As many words as people use, the most frequent first and shortest."""
    rng = np.random.default_rng(seed)
    syllables = ["".join(each) for each in product("bcdfghjklmnprstvwz", "aeiou", ("", "n", "r", "s"))]
    words = dict.fromkeys(["the", "and", "to", "of", "that", "meeting"])
    while len(words) < VOCABULARY_SIZE:
        size = 1 + int(rng.poisson(min(2.2, 0.2 * np.log1p(len(words)))))
        words["".join(rng.choice(syllables, size))] = None
    return np.array(list(words))


class Talks:
    """Talks, one after the other; of one seed always the same."""

    def __init__(self, seed: int = 1) -> None:
        self.words = vocabulary()
        self._rng = np.random.default_rng(seed)
        ranks = 1 / np.arange(1, len(self.words) + 1)
        self._shares = ranks / ranks.sum()

    def turns(self) -> list[SpokenTurn]:
        """What was said in one more."""
        said = self._rng.choice(self.words, self._rng.integers(FEWEST_WORDS, MOST_WORDS), p=self._shares).tolist()
        ends = np.cumsum(self._rng.integers(*_TURN_WORDS, len(said)))
        parts = np.split(np.arange(len(said)), ends[ends < len(said)])
        return [
            SpokenTurn(SPEAKERS[number % 3], int(part[0]) * WORD_MS, tuple(said[part[0] : part[-1] + 1]))
            for number, part in enumerate(parts)
        ]

    def projects(self, count: int) -> Iterator[LibraryProject]:
        """So many, one a day."""
        for number in range(count):
            made_at = _FIRST + timedelta(days=number)
            turns = self.turns()
            duration_ms = sum(len(turn.words) for turn in turns) * WORD_MS
            summary = Summary(f"{number}", f"Interview {number}", made_at, made_at, duration_ms, SPEAKERS)
            yield LibraryProject(summary, turns)


def transcript_of(turns: list[SpokenTurn]) -> Transcript:
    """The same as a job gives it."""
    ids = {name: f"S{number}" for number, name in enumerate(SPEAKERS, start=1)}
    whole = tuple(_turn(turn, ids[turn.speaker]) for turn in turns)
    speakers = tuple(Speaker(each, name, number) for number, (name, each) in enumerate(ids.items()))
    return Transcript(AudioSource("/sounds/talk.wav", whole[-1].end_ms), speakers, whole)


def _turn(turn: SpokenTurn, speaker: str) -> Turn:
    starts = range(turn.start_ms, turn.start_ms + len(turn.words) * WORD_MS, WORD_MS)
    words = tuple(Word(text, start, start + WORD_MS, 0.9) for text, start in zip(turn.words, starts, strict=True))
    return Turn(speaker, turn.start_ms, words[-1].end_ms, words, (Span(turn.start_ms, words[-1].end_ms),), 0.3)
