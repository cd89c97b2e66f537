"""Pauses, written into the text as words of their own."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum

from desktop_app.core.transcript.values import Span, Transcript, Turn, Word
from desktop_app.translation import tr

_MOST_DOTS = 10


class Pauses(StrEnum):
    """How pauses are written."""

    NONE = "none"
    DOTS = "dots"
    SECONDS = "seconds"


def with_pauses(transcript: Transcript, pauses: Iterable[Span], kind: Pauses) -> Transcript:
    """The pauses as words, each behind the word that it follows, in its turn, which ends when it did. One that follows
    none of these words is left out."""
    by_start = {pause.start_ms: pause for pause in pauses}
    behind: dict[int, tuple[int, int]] = {}
    for at, turn in enumerate(transcript.turns):
        behind |= {word.end_ms: (at, place) for place, word in enumerate(turn.words) if word.end_ms in by_start}
    if not behind:
        return transcript
    found: dict[int, dict[int, Word]] = {}
    for start_ms, (at, place) in behind.items():
        pause = by_start[start_ms]
        word = Word(pause_in_words(pause.duration_ms, kind), pause.start_ms, pause.end_ms)
        found.setdefault(at, {})[place] = word
    turns = (_with(turn, found[at]) if at in found else turn for at, turn in enumerate(transcript.turns))
    return replace(transcript, turns=tuple(turns))


def pause_in_words(pause_ms: int, kind: Pauses) -> str:
    """'(..)' of two seconds, '(12 seconds pause)' of more than ten; or '(2.3)'."""
    if kind == Pauses.SECONDS:
        return f"({pause_ms / 1000:.1f})"
    seconds = max(1, pause_ms // 1000)
    return f"({'.' * seconds})" if seconds <= _MOST_DOTS else tr("({seconds} seconds pause)", seconds=seconds)


def _with(turn: Turn, pauses: Mapping[int, Word]) -> Turn:
    words: list[Word] = []
    for place, word in enumerate(turn.words):
        words.append(word)
        if place in pauses:
            words.append(pauses[place])
    return replace(turn, words=tuple(words))
