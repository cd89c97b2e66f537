"""Other words for a turn, as a recogniser heard it once more."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.core.editing.turn_edits import Act, ChangeWords
from desktop_app.core.transcript.edits import Edit
from desktop_app.core.transcript.values import Mark, Transcript, Turn, Word


def hear_again(transcript: Transcript, turn: int, words: Sequence[Word]) -> Edit | None:
    """The edit after which a turn has these words, kept inside its time; None where it has them, or there are none.

    words: in order, with times from the recording's start. Who speaks stays; so does what is off the record: words that
    share time with such a one are off the record too.
    """
    known = transcript.turns[turn]
    least_ms, new = known.start_ms, list[Word]()
    for word in words:
        start_ms = min(max(least_ms, word.start_ms), known.end_ms)
        end_ms = min(max(start_ms, word.end_ms), known.end_ms)
        new.append(_hidden_too(replace(word, start_ms=start_ms, end_ms=end_ms), known))
        least_ms = start_ms
    if not new or tuple(new) == known.words:
        return None
    return ChangeWords(Act.HEAR_AGAIN, turn, 0, known.words, tuple(new))


def _hidden_too(word: Word, turn: Turn) -> Word:
    end_ms = max(word.end_ms, word.start_ms + 1)
    hidden = any(
        Mark.OFF_RECORD in each.marks and each.start_ms < end_ms and word.start_ms < max(each.end_ms, each.start_ms + 1)
        for each in turn.words
    )
    return replace(word, marks=word.marks | {Mark.OFF_RECORD}) if hidden else word
