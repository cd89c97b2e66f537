"""A transcript as annotation programs hold one: a tier for each speaker, on which nothing overlaps or has no length.

Both hold for most transcripts as they are. Where one speaker's turns overlap they become one interval; where words do,
the earlier ends when the later begins; and what has no length gets a millisecond, and moves on what follows if there
is no room for it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from desktop_app.core.export.one_line import one_line, speaker_names, unlike
from desktop_app.core.export.xml_text import fit_for_xml
from desktop_app.core.transcript.joined_text import joined
from desktop_app.core.transcript.values import Span, Transcript, Turn, Word


@dataclass(frozen=True, slots=True)
class Interval:
    """What is said from start_ms to end_ms, which is later: text on one line that XML can carry, never blank."""

    start_ms: int
    end_ms: int
    text: str


@dataclass(frozen=True, slots=True)
class Tier:
    """What one speaker says, by start, in turns and in words; each word lies in a turn.

    name: no two speakers share one. word_name: of a tier with the words, unlike all other tiers' names.
    """

    name: str
    word_name: str
    turns: tuple[Interval, ...]
    words: tuple[Interval, ...]


def tiers(transcript: Transcript) -> list[Tier]:
    """A tier for every speaker, in their order, empty for one of whom no words are known."""
    names: dict[str, str] = {}
    for speaker_id, name in speaker_names(transcript.speakers).items():
        names[speaker_id] = unlike(names.values(), fit_for_xml(name) or "Speaker", "{name} ({number})")
    taken = set(names.values())
    turns: dict[str, list[Turn]] = {speaker.id: [] for speaker in transcript.speakers}
    for turn in map(_visible, transcript.turns):
        if turn.words:
            turns[turn.speaker].append(turn)
    found = []
    for speaker_id, name in names.items():
        word_name = unlike(taken, f"{name} - words", "{name} ({number})")
        taken.add(word_name)
        found.append(_tier(name, word_name, turns[speaker_id]))
    return found


def end_of(transcript: Transcript, found: Iterable[Tier]) -> int:
    """How long the recording is (ms), or what is said in it if that is longer; never nothing."""
    return max([transcript.audio.duration_ms, *(tier.turns[-1].end_ms for tier in found if tier.turns), 1])


def _visible(turn: Turn) -> Turn:
    cleaned = ((word, one_line(fit_for_xml(word.text))) for word in turn.words)
    # Nearly all are clean already, and to make a word anew takes longer than all else here.
    return replace(turn, words=tuple(w if w.text == text else replace(w, text=text) for w, text in cleaned if text))


def _tier(name: str, word_name: str, turns: Iterable[Turn]) -> Tier:
    free_ms = 0
    intervals: list[Interval] = []
    words: list[Interval] = []
    for together in _overlapping(turns):
        start_ms = max(free_ms, min(_extent(turn).start_ms for turn in together))
        said = sorted((word for turn in together for word in turn.words), key=lambda word: word.start_ms)
        words += _side_by_side(said, start_ms)
        free_ms = max(words[-1].end_ms, *(_extent(turn).end_ms for turn in together))
        intervals.append(Interval(start_ms, free_ms, joined(turn.text for turn in together)))
    return Tier(name, word_name, tuple(intervals), tuple(words))


def _extent(turn: Turn) -> Span:
    """The time of a turn and of all its words."""
    starts, ends = [word.start_ms for word in turn.words], [word.end_ms for word in turn.words]
    return Span(min([turn.start_ms, *starts]), max([turn.end_ms, *ends]))


def _overlapping(turns: Iterable[Turn]) -> Iterator[Sequence[Turn]]:
    """The turns by start, those that overlap together."""
    group: list[Turn] = []
    end_ms = 0
    for turn in sorted(turns, key=lambda turn: _extent(turn).start_ms):
        extent = _extent(turn)
        if group and extent.start_ms >= end_ms:
            yield group
            group = []
        group.append(turn)
        end_ms = max(end_ms, extent.end_ms)
    if group:
        yield group


def _side_by_side(words: Sequence[Word], free_ms: int) -> Iterator[Interval]:
    """The words, which are by start, one after the other. free_ms: when the first may begin."""
    for word, following in zip_longest(words, words[1:]):
        start_ms = max(word.start_ms, free_ms)
        end_ms = max(word.end_ms, start_ms + 1)
        if following is not None:
            end_ms = min(end_ms, max(following.start_ms, start_ms + 1))
        yield Interval(start_ms, end_ms, word.text)
        free_ms = end_ms
