"""Words of the same recording put into a text, with their times: turns, and the borders between them, follow."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from desktop_app.core.editing.pasted_words import Room, Sound, lay_in, sound_of
from desktop_app.core.editing.rewriting import (
    exchange,
    in_order,
    inserted,
    of_words,
    pause_behind,
    rewrite,
    single_words,
    turns_of,
)
from desktop_app.core.editing.turn_cuts import clipped, given, union
from desktop_app.core.editing.turn_edits import Act
from desktop_app.core.transcript.edits import Edit
from desktop_app.core.transcript.values import Span, Transcript, Turn, Word

_SAME_BREATH_MS = 500
"""Between words that are no farther apart the speaker is taken to go on."""


def paste(
    transcript: Transcript, places: Sequence[int], texts: Sequence[str], pasted: Mapping[int, Word]
) -> Edit | None:
    """As `rewrite`, but pasted words that fit between those around them keep their times, confidence and marks. A turn
    that they are before, or behind, grows; the turn beside it gives that time away, where it has no words there.

    pasted: by their places among all words of the texts.
    """
    old = [transcript.turns[place] for place in places]
    words = list(chain.from_iterable(map(single_words, old)))
    own = Span(old[0].start_ms, old[-1].end_ms)
    found = lay_in(words, _words(texts), pasted, _room(transcript, places, places[0], own, pasted), own)
    if found is None:
        return rewrite(transcript, places, texts)
    came = _came([each.word for each in found], pasted)
    new = [_heard(turn, came) for turn in of_words(old, texts, found)]
    grew = new[0].start_ms < old[0].start_ms, new[-1].end_ms > old[-1].end_ms
    if grew[0]:
        new[0] = given(new[0], new[0].speaker)
    if grew[1]:
        new[-1] = given(new[-1], new[-1].speaker)
    return _put(transcript, places, places[0], new, grew=grew)


def paste_new(
    transcript: Transcript, texts: Sequence[str], pasted: Mapping[int, Word], *, speaker: str, after: int | None
) -> Edit | None:
    """As `inserted`, but pasted words that fit there keep their times, confidence and marks."""
    first, pause = 0 if after is None else after + 1, pause_behind(transcript, after)
    found = lay_in((), _words(texts), pasted, _room(transcript, (), first, pause, pasted), pause)
    if found is None:
        return inserted(transcript, texts, speaker=speaker, after=after)
    words = [each.word for each in found]
    new = [_heard(turn, _came(words, pasted)) for turn in turns_of(speaker, texts, words)]
    return _put(transcript, (), first, new, grew=(True, True))


def _words(texts: Sequence[str]) -> list[str]:
    return list(chain.from_iterable(map(str.split, texts)))


def _room(transcript: Transcript, places: Sequence[int], first: int, own: Span, pasted: Mapping[int, Word]) -> Room:
    """From the last word before these turns, or from their own start, to the first word behind them."""
    before, behind = _neighbours(transcript, places, first)
    low_ms = 0 if before is None else min(own.start_ms, transcript.turns[before].words[-1].start_ms)
    end_ms = transcript.audio.duration_ms
    high_ms = end_ms if behind is None else max(own.end_ms, transcript.turns[behind].words[0].start_ms)
    return Room(low_ms, high_ms, end_ms, _taken(transcript, places, pasted.values()))


def _taken(transcript: Transcript, places: Sequence[int], pasted: Collection[Word]) -> set[Sound]:
    """What is said in other turns while any of the pasted words is."""
    low_ms = min((word.start_ms for word in pasted), default=0)
    high_ms = max((word.end_ms for word in pasted), default=0)
    others = (turn for place, turn in enumerate(transcript.turns) if place not in places)
    near = (turn for turn in others if turn.start_ms <= high_ms and turn.end_ms >= low_ms)
    return {sound_of(word) for turn in near for word in single_words(turn)}


def _neighbours(transcript: Transcript, places: Sequence[int], first: int) -> tuple[int | None, int | None]:
    """The places of the turns with words before these, or before `first` where there are none, and behind them."""
    turns, end = transcript.turns, places[-1] + 1 if places else first
    before = next((place for place in range(first - 1, -1, -1) if turns[place].words), None)
    return before, next((place for place in range(end, len(turns)) if turns[place].words), None)


def _came(words: Sequence[Word], pasted: Mapping[int, Word]) -> set[int]:
    """Which words are pasted ones with their times, by identity."""
    return {id(words[place]) for place, word in pasted.items() if words[place] is word}


def _heard(turn: Turn, came: set[int]) -> Turn:
    """The turn whose speaker is heard in the words that came, too."""
    spans = (Span(word.start_ms, word.end_ms + _SAME_BREATH_MS) for word in turn.words if id(word) in came)
    together = (Span(span.start_ms, span.end_ms - _SAME_BREATH_MS) for span in union(spans))
    return replace(turn, speech=union((*turn.speech, *together)))


def _put(
    transcript: Transcript, places: Sequence[int], first: int, new: Sequence[Turn], *, grew: tuple[bool, bool]
) -> Edit | None:
    """The edit that puts new turns in the place of those, or before `first` where they replace none. grew: whether the
    first begins earlier, and the last ends later, than what was there."""
    turns, beside = list(new), {}
    before, behind = _neighbours(transcript, places, first)
    if before is not None and grew[0]:
        beside[before], turns[0] = _border_before(transcript.turns[before], turns[0])
    if behind is not None and grew[1]:
        turns[-1], beside[behind] = _border_behind(turns[-1], transcript.turns[behind])
    changed = {place: turn for place, turn in beside.items() if turn is not transcript.turns[place]}
    gone = sorted((*places, *changed))
    if not gone:
        return in_order(transcript, Act.PASTE, first, 0, turns)
    return exchange(transcript, Act.PASTE, gone, [*changed.values(), *turns])


def _border_before(other: Turn, turn: Turn) -> tuple[Turn, Turn]:
    """The turn before, and this one: it has the time from its start on where the other has no words there."""
    at_ms = turn.start_ms
    if other.end_ms <= at_ms or max(word.end_ms for word in other.words) > at_ms:
        return other, turn
    gained = clipped(other.speech, at_ms, other.end_ms)
    left = replace(other, end_ms=at_ms, speech=clipped(other.speech, other.start_ms, at_ms))
    end_ms = max(turn.end_ms, other.end_ms)
    return left, replace(turn, end_ms=end_ms, speech=union((*turn.speech, *gained)))


def _border_behind(turn: Turn, other: Turn) -> tuple[Turn, Turn]:
    """This turn, and the one behind it: it has the time up to the other's first word where it has words there."""
    at_ms = other.words[0].start_ms
    if not turn.start_ms <= other.start_ms < turn.end_ms <= at_ms:
        return turn, other
    gained = clipped(other.speech, other.start_ms, at_ms)
    left = replace(other, start_ms=at_ms, speech=clipped(other.speech, at_ms, other.end_ms))
    return replace(turn, end_ms=at_ms, speech=union((*turn.speech, *gained))), left
