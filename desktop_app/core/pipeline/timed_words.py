"""Words with measured times, taken apart so that each finds its speaker."""

from collections.abc import Iterator, Sequence

from desktop_app.core.pipeline.regions import MAX_PAUSE_MS
from desktop_app.core.pipeline.transcript_parts import Part
from desktop_app.core.pipeline.word_owners import ends_sentence
from desktop_app.core.transcript.values import Word

MAX_TURN_MS = 20_000
"""A longer turn ends at the next end of a sentence."""
MAX_SENTENCE_MS = 40_000
"""A turn without an end of a sentence ends here all the same."""
_NOBODY = ""


def parts_of_words(words: Sequence[Word]) -> list[Part]:
    """A part for every word of a recording, ordered; those that one speaker could say in a turn share its number."""
    parts: list[Part] = []
    for number, stretch in enumerate(_stretches(words)):
        for word in stretch:
            end_ms = max(word.end_ms, word.start_ms + 1)
            parts.append(Part(number, _NOBODY, word, word.start_ms, end_ms, from_ms=word.start_ms, to_ms=end_ms))
    return parts


def _stretches(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    first = 0
    for at in range(1, len(words)):
        if _is_border(words[first], words[at - 1], words[at]):
            yield words[first:at]
            first = at
    if words:
        yield words[first:]


def _is_border(first: Word, before: Word, after: Word) -> bool:
    length_ms = before.end_ms - first.start_ms
    return (
        after.start_ms - before.end_ms > MAX_PAUSE_MS
        or length_ms >= MAX_SENTENCE_MS
        or (length_ms >= MAX_TURN_MS and ends_sentence(before))
    )
