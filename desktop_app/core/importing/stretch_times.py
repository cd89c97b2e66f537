"""When each stretch of a file is said, also of those for which the file tells no beginning or no end."""

from collections.abc import Sequence
from itertools import accumulate

from desktop_app.core.importing.values import ReadStretch
from desktop_app.core.transcript.values import Span

MS_PER_LETTER = 70
"""As fast as people talk."""
_SLOWEST = 3
"""A stretch whose end nobody tells lasts at most so many times as long as it would at that speed."""


def spans_of(stretches: Sequence[ReadStretch], duration_ms: int | None) -> list[Span]:
    """The span of each stretch. duration_ms: of the recording, over which a text without any times is spread.

    What has no beginning begins where the one before ends; what has no end ends where the next begins, unless that is
    long after; between two known times it is shared out by letters.
    """
    opening = [_start_ms(each) for each in stretches]
    closing = [_end_ms(each, start_ms) for each, start_ms in zip(stretches, opening, strict=True)]
    if all(time_ms is not None for time_ms in (*opening, *closing)):
        return [Span(start_ms, end_ms) for start_ms, end_ms in zip(opening, closing, strict=True)]  # type: ignore[arg-type]
    borders = _borders(opening, closing, [_letters(each) for each in stretches], duration_ms)
    spans = []
    for at, stretch in enumerate(stretches):
        start_ms, end_ms = opening[at], closing[at]
        start_ms = borders[at] if start_ms is None else start_ms
        if end_ms is None:
            is_open = opening[at] is not None
            latest_ms = start_ms + _SLOWEST * MS_PER_LETTER * _letters(stretch) if is_open else borders[at + 1]
            end_ms = min(borders[at + 1], latest_ms)
        spans.append(Span(start_ms, max(start_ms, end_ms)))
    return spans


def _start_ms(stretch: ReadStretch) -> int | None:
    told = [word.start_ms for word in stretch.words[:1]]
    return stretch.start_ms if stretch.start_ms is not None or not told else told[0]


def _end_ms(stretch: ReadStretch, start_ms: int | None) -> int | None:
    """None also where it lies before the start."""
    told = stretch.end_ms
    if told is None and stretch.words:
        told = stretch.words[-1].end_ms
    return told if told is None or start_ms is None or told >= start_ms else None


def _letters(stretch: ReadStretch) -> int:
    return max(1, len(stretch.text) if not stretch.words else sum(len(word.text) + 1 for word in stretch.words))


def _borders(
    opening: Sequence[int | None], closing: Sequence[int | None], letters: Sequence[int], duration_ms: int | None
) -> list[int]:
    """A time for the border before each stretch, and for the one behind the last; for those at which one stretch ends
    and the next begins at another time, when that begins."""
    count = len(letters)
    done = list(accumulate(letters, initial=0))
    before = [None, *closing]
    known = [opening[at] if at < count and opening[at] is not None else before[at] for at in range(count + 1)]
    if duration_ms and all(time_ms is None for time_ms in known):
        known[-1] = duration_ms
    last, borders = 0, [known[0] or 0]
    for at in range(1, count + 1):
        if known[at] is None and at < count:
            continue
        low_ms = borders[last]
        natural_ms = low_ms + MS_PER_LETTER * (done[at] - done[last])
        # What the run ends with may be the end of its last stretch, though the next begins elsewhere.
        ending, beginning = before[at], known[at]
        told = beginning if ending is None else ending
        high_ms = natural_ms if told is None or told < low_ms else told
        for each in range(last + 1, at):
            borders.append(low_ms + (high_ms - low_ms) * (done[each] - done[last]) // (done[at] - done[last]))
        borders.append(high_ms if beginning is None else beginning)
        last = at
    return borders
