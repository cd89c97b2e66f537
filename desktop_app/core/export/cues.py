"""A transcript cut into subtitles: short enough to read in one go, cut where a speaker would breathe."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from math import ceil

from desktop_app.core.export.one_line import one_line, speaker_names
from desktop_app.core.transcript.joined_text import joined
from desktop_app.core.transcript.values import Transcript, Word

# What subtitlers agree on: two lines of 42 characters, up for one second at least and seven at most.
LINE_CHARS = 42
SHORTEST_MS = 1000
LONGEST_MS = 7000

_LONG_PAUSE_MS = 1000
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "।")
_CLAUSE_ENDS = (",", ";", ":", "–", "—", "，", "、", "；", "：", "،", "؛")
_CLOSING_MARKS = "\"'”’»›)]}」』"


@dataclass(frozen=True, slots=True)
class Cue:
    """One subtitle: the speaker's name and one or two lines, up from start_ms until end_ms (later than start_ms)."""

    start_ms: int
    end_ms: int
    name: str
    lines: tuple[str, ...]


def cues(transcript: Transcript, *, named: bool) -> list[Cue]:
    """The spoken turns as cues, by start; those of turns that overlap in time overlap too.

    A turn is cut between words and at every long pause. A cue holds whole sentences, or a part of one that is too
    long, cut at a comma if it can be. Times are the words' own, but a cue that would be gone too soon stays up until
    it has been read or the next one comes.
    named: the first line of each cue begins with the name and a colon, and the name takes its room on the line.
    """
    names = speaker_names(transcript.speakers)
    found = [cue for turn in transcript.turns for cue in _cues_of(turn.words, names[turn.speaker], named=named)]
    return list(_held(sorted(found, key=lambda cue: (cue.start_ms, cue.end_ms))))


def timestamp(time_ms: int, point: str) -> str:
    """'01:02:03.004', with `point` before the milliseconds."""
    seconds, ms = divmod(time_ms, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{point}{ms:03}"


def _cues_of(words: Iterable[Word], name: str, *, named: bool) -> Iterator[Cue]:
    label = f"{name}: " if named else ""
    visible = [replace(word, text=text) for word in words if (text := one_line(word.text))]
    for stretch in _between_pauses(visible):
        for group in _groups(stretch, _room_beside(label)):
            start_ms = group[0].start_ms
            spoken_ms = max(word.end_ms for word in group) - start_ms
            end_ms = start_ms + min(max(spoken_ms, 1), LONGEST_MS)
            yield Cue(start_ms, end_ms, name, _lines([word.text for word in group], label))


def _room_beside(label: str) -> int:
    """Characters left on the first line; a long name may push it over the edge, but not leave words no room."""
    return max(LINE_CHARS - len(label), LINE_CHARS // 2)


def _between_pauses(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    starts = [i for i, (a, b) in enumerate(pairwise(words), 1) if b.start_ms - a.end_ms > _LONG_PAUSE_MS]
    return (words[start:end] for start, end in pairwise([0, *starts, len(words)]) if start < end)


def _groups(words: Sequence[Word], first_room: int) -> Iterator[Sequence[Word]]:
    """The words in groups, one to a cue."""
    group: list[Word] = []
    for sentence in _sentences(words):
        together = [*group, *sentence]
        if group and _fitting(together, first_room) < len(together):
            yield from _parts(group, first_room)
            together = [*sentence]
        group = together
    yield from _parts(group, first_room)


def _sentences(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    ends = [i for i, word in enumerate(words, 1) if _ends_with(word, _SENTENCE_ENDS)]
    return (words[start:end] for start, end in pairwise([0, *ends, len(words)]) if start < end)


def _parts(words: Sequence[Word], first_room: int) -> Iterator[Sequence[Word]]:
    while words:
        count = _best_cut(words, _fitting(words, first_room))
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


def _fitting(words: Sequence[Word], first_room: int) -> int:
    """How many of the words go into one cue: at least one, even if it is longer than a line."""
    rooms, used = [first_room, LINE_CHARS], 0
    for count, word in enumerate(words):
        if count and word.end_ms - words[0].start_ms > LONGEST_MS:
            return count
        added = len(joined((words[count - 1].text, word.text))) - len(words[count - 1].text) if used else 0
        if used and used + added > rooms[0]:
            rooms, used = rooms[1:], 0
            if not rooms:
                return count
        used += added if used else len(word.text)
    return len(words)


def _lines(texts: Sequence[str], label: str) -> tuple[str, ...]:
    """The words on one line, or on two as even as they can be."""
    room = _room_beside(label)
    if _fits(texts, room):
        return (label + joined(texts),)
    cuts = [cut for cut in range(1, len(texts)) if _fits(texts[:cut], room) and _fits(texts[cut:], LINE_CHARS)]
    both = [(label + joined(texts[:cut]), joined(texts[cut:])) for cut in cuts]
    return min(both, key=lambda lines: max(map(len, lines)))


def _fits(texts: Sequence[str], room: int) -> bool:
    return len(texts) == 1 or len(joined(texts)) <= room


def _held(ordered: Sequence[Cue]) -> Iterator[Cue]:
    for cue, following in zip_longest(ordered, ordered[1:]):
        read_ms = cue.start_ms + SHORTEST_MS
        until_ms = min(read_ms, following.start_ms) if following else read_ms
        yield replace(cue, end_ms=max(cue.end_ms, until_ms))
