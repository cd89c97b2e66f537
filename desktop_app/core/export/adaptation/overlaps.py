"""What is said while another speaks, between slashes."""

from bisect import bisect_right
from collections.abc import Sequence

from desktop_app.core.export.adaptation.word_runs import marked
from desktop_app.core.transcript.values import Span, Transcript, Word

_SLASHES = "//"


def with_overlaps(transcript: Transcript, at_once: Sequence[Span]) -> Transcript:
    """'//' before and behind the words that are said within these stretches, which are ordered and disjoint: those of
    which half or more is."""
    starts = [span.start_ms for span in at_once]

    def is_overlapped(word: Word) -> bool:
        first = max(0, bisect_right(starts, word.start_ms) - 1)
        shared = 0
        for span in at_once[first:]:
            if span.start_ms > word.end_ms:
                break
            if word.start_ms == word.end_ms and span.start_ms <= word.start_ms < span.end_ms:
                return True
            shared += max(0, min(span.end_ms, word.end_ms) - max(span.start_ms, word.start_ms))
        return shared > 0 and shared * 2 >= word.end_ms - word.start_ms

    return marked(transcript, is_overlapped, _SLASHES, _SLASHES) if at_once else transcript
