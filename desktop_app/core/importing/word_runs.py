"""Words that each name their speaker, gathered into stretches."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from desktop_app.core.importing.values import ReadStretch, ReadWord

SpokenWord = tuple[str | None, ReadWord]
_LONGEST_PAUSE_MS = 1500


def stretches_of(words: Iterable[SpokenWord]) -> Iterator[ReadStretch]:
    """A stretch for what one speaker says without a long pause. A word of which nobody says whose it is belongs to
    who spoke last."""
    for speaker, run in groupby(_owned(words), key=lambda each: each[0]):
        gathered: list[ReadWord] = []
        for _, word in run:
            if gathered and _is_apart(gathered[-1], word):
                yield ReadStretch(speaker, words=tuple(gathered))
                gathered = []
            gathered.append(word)
        yield ReadStretch(speaker, words=tuple(gathered))


def _owned(words: Iterable[SpokenWord]) -> Iterator[SpokenWord]:
    last: str | None = None
    for speaker, word in words:
        last = speaker or last
        yield last, word


def _is_apart(before: ReadWord, word: ReadWord) -> bool:
    if word.start_ms is None or before.start_ms is None:
        return False
    ended_ms = before.start_ms if before.end_ms is None else before.end_ms
    return not -_LONGEST_PAUSE_MS <= word.start_ms - ended_ms <= _LONGEST_PAUSE_MS
