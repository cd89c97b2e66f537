"""Times for words of which a file tells none: estimated by their letters, between those that are known."""

from collections.abc import Sequence
from itertools import pairwise
from sys import intern

from desktop_app.core.importing.split_words import split_words
from desktop_app.core.importing.values import ReadStretch, ReadWord
from desktop_app.core.transcript.values import Span, Word


def words_within(stretch: ReadStretch, span: Span) -> list[Word]:
    """The words of a stretch. span: when it is said, as far as its words do not say it themselves.

    Words stay in the file's order: one that begins before the one that it follows begins with it.
    """
    if not stretch.words:
        return spread(split_words(stretch.text), span)
    words: list[Word] = []
    for first, end in _runs(stretch.words):
        run = stretch.words[first:end]
        if run[0].start_ms is None:
            low_ms = words[-1].end_ms if words else span.start_ms
            after = stretch.words[end].start_ms if end < len(stretch.words) else None
            texts = [word.text for word in run]
            words += spread(texts, Span(low_ms, max(low_ms, span.end_ms if after is None else after)))
        else:
            words += _measured(run, words[-1].start_ms if words else 0, span.end_ms)
    return words


def spread(texts: Sequence[str], span: Span) -> list[Word]:
    """The words that these texts are, one after the other within the span, each as long as its letters are many."""
    start_ms = begins_ms = span.start_ms
    duration_ms, whole, done = span.duration_ms, sum(map(len, texts)) or 1, 0
    words = []
    for text in texts:
        done += len(text)
        ends_ms = start_ms + duration_ms * done // whole
        words.append(Word(intern(text), begins_ms, ends_ms, None, True))
        begins_ms = ends_ms
    return words


def _runs(words: Sequence[ReadWord]) -> list[tuple[int, int]]:
    """First and end of every run of words with a start, and of every run of words without."""
    cuts = [
        at for at, (one, other) in enumerate(pairwise(words), 1) if (one.start_ms is None) != (other.start_ms is None)
    ]
    return list(pairwise([0, *cuts, len(words)]))


def _measured(run: Sequence[ReadWord], least_ms: int, last_ms: int) -> list[Word]:
    words = []
    for at, word in enumerate(run):
        start_ms = max(least_ms, word.start_ms or 0)
        end_ms = word.end_ms
        if end_ms is None:
            following = run[at + 1].start_ms if at + 1 < len(run) else None
            end_ms = last_ms if following is None else following
        words.append(Word(intern(word.text), start_ms, max(start_ms, end_ms), word.confidence))
        least_ms = start_ms
    return words
