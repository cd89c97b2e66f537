"""Word times for engines that give none."""

from itertools import accumulate, pairwise

from desktop_app.core.transcript.values import Word


def estimate_word_times(text: str, duration_ms: int) -> tuple[Word, ...]:
    """The words of the text spread over duration_ms in proportion to their letters, and marked as estimated."""
    words = text.split()
    lengths = [len(word) + 1 for word in words]
    total = sum(lengths)
    borders = [round(duration_ms * done / total) for done in accumulate(lengths, initial=0)] if total else []
    return tuple(
        Word(word, start_ms, end_ms, estimated=True)
        for word, (start_ms, end_ms) in zip(words, pairwise(borders), strict=True)
    )
