"""What a person does to whole turns and stretches of words: split, join, delete, give to somebody, move a border.

Every function gives the edit for a transcript, or None where it would change nothing. Turns are told by their indices;
a word by its turn's index and its own.
"""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from desktop_app.core.editing.rewriting import exchange
from desktop_app.core.editing.turn_cuts import cut, given, join
from desktop_app.core.editing.turn_edits import Act, GiveTurns, SetSpeakers, Several
from desktop_app.core.transcript.edits import Edit
from desktop_app.core.transcript.speaker_names import new_speaker
from desktop_app.core.transcript.values import DECIDED_MARGIN, Transcript, Turn


class WordStretch(NamedTuple):
    """Words that follow on from each other: from `first_word` of the turn `first` to before `end_word` of the turn
    `last`."""

    first: int
    first_word: int
    last: int
    end_word: int

    @classmethod
    def of_turn(cls, transcript: Transcript, turn: int) -> "WordStretch":
        """All words of one turn."""
        return cls(turn, 0, turn, len(transcript.turns[turn].words))


def split(transcript: Transcript, turn: int, word: int, *, speaker: str | None = None) -> Edit | None:
    """A turn in two before a word. speaker: whose the second is, the first's if None; the whole turn where no word is
    before the first."""
    whole = transcript.turns[turn]
    if not 0 < word < len(whole.words):
        return None if speaker is None or word else give(transcript, WordStretch.of_turn(transcript, turn), speaker)
    low, high = cut(whole, word)
    return exchange(transcript, Act.SPLIT, [turn], [low, given(high, speaker) if speaker else high])


def join_turns(transcript: Transcript, turns: Sequence[int]) -> Edit | None:
    """Turns as one, the first one's speaker's."""
    if len(turns) < 2:
        return None
    return exchange(transcript, Act.JOIN, turns, [join([transcript.turns[turn] for turn in turns])])


def delete(transcript: Transcript, turns: Sequence[int]) -> Edit | None:
    """The transcript without some turns, which are in order."""
    return exchange(transcript, Act.DELETE, turns, []) if turns else None


def give(transcript: Transcript, words: WordStretch, speaker: str) -> Edit | None:
    """Words to a speaker: whole turns, and parts of turns cut off."""
    places = [place for place in range(words.first, words.last + 1) if transcript.turns[place].words]
    parts = [list(_given(transcript.turns[place], *_inside(transcript, words, place), speaker)) for place in places]
    if all(len(part) == 1 for part in parts):
        return give_turns(transcript, places, speaker)
    return exchange(transcript, Act.GIVE, places, list(chain.from_iterable(parts)))


def give_turns(transcript: Transcript, turns: Sequence[int], speaker: str) -> Edit | None:
    """Whole turns to a speaker; one that is this speaker's already is theirs for certain then."""
    wanted = (speaker, DECIDED_MARGIN)
    other = tuple(
        place for place in turns if (transcript.turns[place].speaker, transcript.turns[place].margin) != wanted
    )
    if not other:
        return None
    old = [transcript.turns[place] for place in other]
    return GiveTurns(Act.GIVE, other, tuple(turn.speaker for turn in old), tuple(turn.margin for turn in old), speaker)


def give_turns_to(transcript: Transcript, turns: Sequence[int], speaker: str | None) -> Edit | None:
    """Whole turns to a speaker, to a new one if None."""
    if speaker is not None:
        return give_turns(transcript, turns, speaker)
    new = new_speaker(transcript.speakers)
    more = SetSpeakers(Act.ADD_SPEAKER, transcript.speakers, (*transcript.speakers, new))
    given_away = give_turns(more.apply(transcript), turns, new.id)
    return Several(Act.ADD_SPEAKER, (more, given_away)) if given_away else None


def give_from_here(transcript: Transcript, turn: int, speaker: str) -> Edit | None:
    """This turn and all later ones of its speaker to another."""
    owner = transcript.turns[turn].speaker
    places = range(turn, len(transcript.turns))
    return give_turns(transcript, [place for place in places if transcript.turns[place].speaker == owner], speaker)


def give_to_new_speaker(transcript: Transcript, words: WordStretch) -> Edit:
    """Words to somebody who was not there yet."""
    speaker = new_speaker(transcript.speakers)
    more = SetSpeakers(Act.ADD_SPEAKER, transcript.speakers, (*transcript.speakers, speaker))
    given = give(more.apply(transcript), words, speaker.id)
    return Several(Act.ADD_SPEAKER, (more, given) if given else (more,))


def set_border(transcript: Transcript, left: int, right: int, words: int) -> Edit | None:
    """The border between two turns where the left one has so many of the words of both; one that has none goes."""
    one, other = transcript.turns[left], transcript.turns[right]
    if not 0 <= words <= len(one.words) + len(other.words) or words == len(one.words):
        return None
    if words < len(one.words):
        low, moved = cut(one, words) if words else (None, one)
        new = [*([low] if low else []), given(join([moved, other]), other.speaker)]
    else:
        moved_count = words - len(one.words)
        moved, high = cut(other, moved_count) if moved_count < len(other.words) else (other, None)
        new = [given(join([one, moved]), one.speaker), *([high] if high else [])]
    return exchange(transcript, Act.MOVE_BORDER, [left, right], new)


def _inside(transcript: Transcript, words: WordStretch, place: int) -> tuple[int, int]:
    """Which of a turn's words are in the stretch, [first, end)."""
    first = words.first_word if place == words.first else 0
    end = words.end_word if place == words.last else len(transcript.turns[place].words)
    return first, end


def _given(turn: Turn, first: int, end: int, speaker: str) -> Iterator[Turn]:
    """The turn before, within and behind a stretch of its words, which is the speaker's."""
    if first >= end:
        yield turn
        return
    if first > 0:
        low, turn = cut(turn, first)
        yield low
    if end - first < len(turn.words):
        turn, high = cut(turn, end - first)
        yield given(turn, speaker)
        yield high
    else:
        yield given(turn, speaker)
