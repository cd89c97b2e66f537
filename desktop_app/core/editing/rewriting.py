"""Texts in the place of turns: what a person typed, pasted, cut or joined, whatever keys that took."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, chain, groupby, pairwise
from operator import attrgetter

from desktop_app.core.editing.turn_cuts import clipped, join
from desktop_app.core.editing.turn_edits import Act, ChangeTurns, ChangeWords
from desktop_app.core.editing.word_times import Retimed, retime
from desktop_app.core.transcript.edits import Edit
from desktop_app.core.transcript.values import DECIDED_MARGIN, Span, Transcript, Turn, Word

_start_ms = attrgetter("start_ms")


def rewrite(transcript: Transcript, places: Sequence[int], texts: Sequence[str]) -> Edit | None:
    """The edit after which these texts stand where those turns stood; None where that changes nothing.

    places: indices of turns with words, in order; texts: one for each turn that is to be, each with words. Only these
    turns are looked at. A turn that goes on in a text keeps its speaker: the text has that of its first word.
    """
    if len(places) == len(texts) == 1:
        return _reworded(transcript, places[0], texts[0])
    old = [transcript.turns[place] for place in places]
    new = rewritten(old, texts)
    return exchange(transcript, _act(old, new), places, new)


def rewritten(turns: Sequence[Turn], texts: Sequence[str]) -> list[Turn]:
    """The turns that these texts are, in their order."""
    words = list(chain.from_iterable(map(single_words, turns)))
    new = list(chain.from_iterable(map(str.split, texts)))
    found = retime(words, new, start_ms=turns[0].start_ms, end_ms=turns[-1].end_ms)
    return of_words(turns, texts, found)


def of_words(turns: Sequence[Turn], texts: Sequence[str], found: Sequence[Retimed]) -> list[Turn]:
    """The turns that these texts are. found: all their words; their sources are of the turns' single words."""
    owners = [place for place, turn in enumerate(turns) for _ in single_words(turn)]
    ends = list(accumulate((len(text.split()) for text in texts), initial=0))
    pieces = [
        (owner, text, [each.word for each in run])
        for text, (low, high) in enumerate(pairwise(ends))
        for owner, run in groupby(found[low:high], key=lambda each: _owner(each, owners))
    ]
    parts = list(_parts(turns, pieces))
    return [join([part for _, part in run]) for _, run in groupby(parts, key=lambda each: each[0])]


def inserted(transcript: Transcript, texts: Sequence[str], *, speaker: str, after: int | None) -> ChangeTurns:
    """The edit after which new turns say this. after: index of the turn that they follow, None before all."""
    pause = pause_behind(transcript, after)
    found = retime((), list(chain.from_iterable(map(str.split, texts))), start_ms=pause.start_ms, end_ms=pause.end_ms)
    turns = turns_of(speaker, texts, [each.word for each in found])
    return in_order(transcript, Act.TYPE, 0 if after is None else after + 1, 0, turns)


def pause_behind(transcript: Transcript, after: int | None) -> Span:
    """From the last word of a turn to the next turn with words. after: index of the turn, None for before all."""
    before = None if after is None else transcript.turns[after]
    behind = next((turn for turn in transcript.turns[(-1 if after is None else after) + 1 :] if turn.words), None)
    low = max((word.end_ms for word in before.words), default=before.end_ms) if before else 0
    high = behind.start_ms if behind else max(low, transcript.audio.duration_ms)
    return Span(min(low, high), high)


def turns_of(speaker: str, texts: Sequence[str], words: Sequence[Word]) -> list[Turn]:
    """New turns, one for each text, of these words."""
    ends = accumulate((len(text.split()) for text in texts), initial=0)
    return [_turn(speaker, tuple(words[first:end])) for first, end in pairwise(ends)]


def _turn(speaker: str, words: tuple[Word, ...]) -> Turn:
    span = Span(words[0].start_ms, max(word.end_ms for word in words))
    return Turn(speaker, span.start_ms, span.end_ms, words, (span,), DECIDED_MARGIN)


def exchange(transcript: Transcript, act: Act, places: Sequence[int], turns: Sequence[Turn]) -> ChangeTurns | None:
    """The edit that puts turns in the place of others, each where its start belongs; None where it changes nothing.

    places: indices of those that go, in order. What lies between them stays.
    """
    first, end = places[0], places[-1] + 1
    gone = set(places)
    between = [turn for place, turn in enumerate(transcript.turns[first:end], first) if place not in gone]
    edit = in_order(transcript, act, first, end - first, [*turns, *between])
    return None if edit.old == edit.new else edit


def single_words(turn: Turn) -> tuple[Word, ...]:
    """The turn's words as a text tells them apart: none without letters, none with a space in it."""
    if turn.spaced_text.split() == [word.text for word in turn.words]:
        return turn.words
    return tuple(chain.from_iterable(map(_single, turn.words)))


def _single(word: Word) -> Iterator[Word]:
    texts = word.text.split()
    if len(texts) < 2:
        yield from [word] if texts else []
        return
    length_ms = word.end_ms - word.start_ms
    borders = [word.start_ms + length_ms * share // len(texts) for share in range(len(texts) + 1)]
    for text, (start_ms, end_ms) in zip(texts, pairwise(borders), strict=True):
        yield replace(word, text=text, start_ms=start_ms, end_ms=end_ms, estimated=True)


def _reworded(transcript: Transcript, place: int, text: str) -> Edit | None:
    """Other words in one turn. Of its words all but the changed ones and their neighbours are only compared, as this is
    done for every letter that is typed."""
    turn = transcript.turns[place]
    old, texts = single_words(turn), text.split()
    first, behind = _alike([word.text for word in old], texts)
    low, high = max(0, first - 1), max(0, behind - 1)
    found = retime(
        old[low : len(old) - high], texts[low : len(texts) - high], start_ms=turn.start_ms, end_ms=turn.end_ms
    )
    new = tuple(each.word for each in found[first - low : len(found) - (behind - high)])
    if old is turn.words and max((word.end_ms for word in new), default=0) <= turn.end_ms:
        gone = old[first : len(old) - behind]
        return ChangeWords(Act.TYPE, place, first, gone, new) if gone != new else None
    words = (*old[:first], *new, *old[len(old) - behind :])
    end_ms = max(turn.end_ms, *(word.end_ms for word in words))
    return ChangeTurns(Act.TYPE, place, (turn,), (replace(turn, words=words, end_ms=end_ms),))


def _alike(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many are the same at the beginning, and how many of the others at the end."""
    first = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), None)
    if first is None:
        first = min(len(old), len(new))
    most = min(len(old), len(new)) - first
    ends = zip(reversed(old), reversed(new), strict=False)
    behind = next((at for at, (one, other) in enumerate(ends) if one != other or at == most), most)
    return first, behind


def _owner(each: Retimed, owners: Sequence[int]) -> int:
    return owners[max(0, each.source)] if owners else 0


def _parts(turns: Sequence[Turn], pieces: Sequence[tuple[int, int, list[Word]]]) -> Iterator[tuple[int, Turn]]:
    """Each piece as a turn of its own, with the number of its text. pieces: whose turn, which text, the words."""
    first = {owner: place for place, (owner, _, _) in reversed(list(enumerate(pieces)))}
    last = {owner: place for place, (owner, _, _) in enumerate(pieces)}
    for place, (owner, text, words) in enumerate(pieces):
        turn = turns[owner]
        start_ms, end_ms = words[0].start_ms, max(word.end_ms for word in words)
        if first[owner] == place:
            start_ms = min(start_ms, turn.start_ms)
        if last[owner] == place:
            end_ms = max(end_ms, turn.end_ms)
        speech = clipped(turn.speech, start_ms, end_ms)
        yield text, replace(turn, words=tuple(words), start_ms=start_ms, end_ms=end_ms, speech=speech)


def in_order(transcript: Transcript, act: Act, first: int, count: int, turns: Sequence[Turn]) -> ChangeTurns:
    """The edit that puts turns in the place of `count` from the first on, with those neighbours that are to stand
    between the new turns, or before them, by their starts."""
    known, low, high = transcript.turns, first, first + count
    starts = [turn.start_ms for turn in turns]
    while starts and high < len(known) and known[high].start_ms < max(starts):
        high += 1
    while starts and low and known[low - 1].start_ms > min(starts):
        low -= 1
    new = sorted((*known[low:first], *turns, *known[first + count : high]), key=_start_ms)
    return ChangeTurns(act, low, known[low:high], tuple(new))


def _act(old: Sequence[Turn], new: Sequence[Turn]) -> Act:
    """What a person would call it."""
    if len(new) < len(old):
        fewer = sum(len(turn.words) for turn in new) < sum(len(turn.words) for turn in old)
        return Act.DELETE if fewer else Act.JOIN
    if len(new) > len(old):
        more = sum(len(turn.words) for turn in new) > sum(len(turn.words) for turn in old)
        return Act.PASTE if more else Act.SPLIT
    return Act.TYPE
