"""A transcript cut into subtitles: short enough to read in one go, cut where a speaker would breathe."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, zip_longest
from math import ceil

from desktop_app.core.export.cue_limits import CueLimits
from desktop_app.core.export.cue_lines import fitting, on_lines, rooms_beside
from desktop_app.core.export.one_line import one_line, speaker_names
from desktop_app.core.transcript.clock import clock_mark
from desktop_app.core.transcript.values import Transcript, Word

SHORTEST_MS = 1000

_LONG_PAUSE_MS = 1000
_USUAL = CueLimits()
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "।")
_CLAUSE_ENDS = (",", ";", ":", "–", "—", "，", "、", "；", "：", "،", "؛")
_CLOSING_MARKS = "\"'”’»›)]}」』"


@dataclass(frozen=True, slots=True)
class Cue:
    """One subtitle: the speaker's name and its lines, up from start_ms until end_ms (later than start_ms)."""

    start_ms: int
    end_ms: int
    name: str
    lines: tuple[str, ...]


def unlabelled(_name: str) -> str:
    """The label of cues that do not say in their text who speaks."""
    return ""


def cues(
    transcript: Transcript, limits: CueLimits = _USUAL, label: Callable[[str], str] = unlabelled
) -> tuple[Cue, ...]:
    """The spoken turns as cues, by start. Those of two speakers overlap in time where their turns do; those of one
    speaker follow each other.

    A turn is cut between words and at every long pause. A cue holds whole sentences, or a part of one that is too
    long, cut at a comma if it can be. Times are the words' own, but a cue that would be gone too soon stays up until
    it has been read or the next one comes.
    label: what stands before the words of a cue, by the speaker's name; it takes its room on the first line.
    """
    names = speaker_names(transcript.speakers)
    by_speaker: dict[str, list[Cue]] = {}
    for turn in transcript.turns:
        name = names[turn.speaker]
        by_speaker.setdefault(name, []).extend(_cues_of(turn.words, name, label(name), limits))
    apart = [cue for own in by_speaker.values() for cue in _apart(sorted(own, key=lambda cue: cue.start_ms))]
    return tuple(_held(sorted(apart, key=lambda cue: (cue.start_ms, cue.end_ms)), limits))


def timestamp(time_ms: int, point: str) -> str:
    """'01:02:03.004', with `point` before the milliseconds."""
    return f"{clock_mark(time_ms)}{point}{time_ms % 1000:03}"


def _cues_of(words: Iterable[Word], name: str, label: str, limits: CueLimits) -> Iterator[Cue]:
    rooms, longest_ms = rooms_beside(label, limits), limits.longest_s * 1000
    visible = [replace(word, text=text) for word in words if (text := one_line(word.text))]
    for stretch in _between_pauses(visible):
        for group in _groups(stretch, rooms, longest_ms):
            start_ms = group[0].start_ms
            spoken_ms = max(word.end_ms for word in group) - start_ms
            end_ms = start_ms + min(max(spoken_ms, 1), longest_ms)
            yield Cue(start_ms, end_ms, name, on_lines([word.text for word in group], label, rooms))


def _between_pauses(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    starts = [i for i, (a, b) in enumerate(pairwise(words), 1) if b.start_ms - a.end_ms > _LONG_PAUSE_MS]
    return (words[start:end] for start, end in pairwise([0, *starts, len(words)]) if start < end)


def _groups(words: Sequence[Word], rooms: Sequence[int], longest_ms: int) -> Iterator[Sequence[Word]]:
    """The words in groups, one to a cue."""
    group: list[Word] = []
    for sentence in _sentences(words):
        together = [*group, *sentence]
        if group and _fitting(together, rooms, longest_ms) < len(together):
            yield from _parts(group, rooms, longest_ms)
            together = [*sentence]
        group = together
    yield from _parts(group, rooms, longest_ms)


def _sentences(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    ends = [i for i, word in enumerate(words, 1) if _ends_with(word, _SENTENCE_ENDS)]
    return (words[start:end] for start, end in pairwise([0, *ends, len(words)]) if start < end)


def _parts(words: Sequence[Word], rooms: Sequence[int], longest_ms: int) -> Iterator[Sequence[Word]]:
    while words:
        count = _best_cut(words, _fitting(words, rooms, longest_ms))
        yield words[:count]
        words = words[count:]


def _best_cut(words: Sequence[Word], fitting: int) -> int:
    """How many of the `fitting` words to take: up to the last comma that leaves a cue of some length, or an even
    share, so that no word is left to stand alone."""
    if fitting == len(words):
        return fitting
    for count in range(fitting, fitting // 3, -1):
        if _ends_with(words[count - 1], _CLAUSE_ENDS):
            return count
    return ceil(len(words) / ceil(len(words) / fitting))


def _ends_with(word: Word, marks: tuple[str, ...]) -> bool:
    return word.text.rstrip(_CLOSING_MARKS).endswith(marks)


def _fitting(words: Sequence[Word], rooms: Sequence[int], longest_ms: int) -> int:
    """How many of the words go into one cue: at least one, even if it is longer than a line or than it may be up."""
    fit = fitting((word.text for word in words), rooms)
    too_long = (i for i, word in enumerate(words[:fit]) if i and word.end_ms - words[0].start_ms > longest_ms)
    return next(too_long, fit)


def _apart(ordered: Iterable[Cue]) -> Iterator[Cue]:
    """One speaker's cues after each other: each ends where the next begins at the latest, and those that begin
    together, as words of no length do, share the time that there is."""
    together = [[*group] for _, group in groupby(ordered, key=lambda cue: cue.start_ms)]
    free_from_ms = 0
    for group, following in zip_longest(together, together[1:]):
        start_ms, count = max(group[0].start_ms, free_from_ms), len(group)
        end_ms = max(start_ms + (count - 1) * SHORTEST_MS, *(cue.end_ms for cue in group))
        if following:
            end_ms = min(end_ms, following[0].start_ms)
        free_from_ms = max(end_ms, start_ms + count)
        shares = [start_ms + (free_from_ms - start_ms) * share // count for share in range(count + 1)]
        for cue, (from_ms, until_ms) in zip(group, pairwise(shares), strict=True):
            yield replace(cue, start_ms=from_ms, end_ms=until_ms)


def _held(ordered: Sequence[Cue], limits: CueLimits) -> Iterator[Cue]:
    for cue, following in zip_longest(ordered, ordered[1:]):
        read_ms = cue.start_ms + _reading_ms(cue, limits)
        until_ms = min(read_ms, following.start_ms) if following else read_ms
        yield replace(cue, end_ms=max(cue.end_ms, until_ms))


def _reading_ms(cue: Cue, limits: CueLimits) -> int:
    chars, speed = sum(map(len, cue.lines)), limits.chars_per_second
    return min(max(SHORTEST_MS, ceil(1000 * chars / speed) if speed else 0), limits.longest_s * 1000)
