"""That something is off the record, said in its place."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from desktop_app.core.transcript.values import Mark, Transcript, Turn, Word
from desktop_app.translation import tr


def off_record_told(transcript: Transcript) -> Transcript:
    """The transcript with one word, '[off the record]', in the place of those that are; it has their time, and nothing
    else of them."""
    turns = (_told(turn) if any(map(_is_hidden, turn.words)) else turn for turn in transcript.turns)
    return replace(transcript, turns=tuple(turns))


def _told(turn: Turn) -> Turn:
    return replace(turn, words=tuple(_words(turn)))


def _words(turn: Turn) -> Iterator[Word]:
    for hidden, group in groupby(turn.words, _is_hidden):
        if not hidden:
            yield from group
            continue
        words = list(group)
        start_ms, end_ms = min(word.start_ms for word in words), max(word.end_ms for word in words)
        yield Word(tr("[off the record]"), start_ms, end_ms)


def _is_hidden(word: Word) -> bool:
    return Mark.OFF_RECORD in word.marks
