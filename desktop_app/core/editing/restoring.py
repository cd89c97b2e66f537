"""The machine's words once more, with their times, confidence and speakers, in the place of what a person made of them.

Every function gives the edit for a present transcript, or None where it would change nothing.
"""

from collections.abc import Iterator, Sequence

from desktop_app.core.editing.differences import Differences, Kind
from desktop_app.core.editing.restored_turns import Part, put_together, restored, untouched
from desktop_app.core.editing.rewriting import exchange
from desktop_app.core.editing.turn_acts import WordStretch
from desktop_app.core.editing.turn_edits import Act, ChangeTurns, SetSpeakers, Several
from desktop_app.core.transcript.edits import Edit
from desktop_app.core.transcript.values import Transcript, Turn


def restore(machine: Transcript, now: Transcript, found: Differences, words: WordStretch) -> Edit | None:
    """What differs in a stretch of words, or at its ends, as the machine wrote it. found: what differs."""
    chosen = {place: set(_touched(now, found, words, place)) for place in range(words.first, words.last + 1)}
    changed = [place for place in chosen if chosen[place]]
    if not changed:
        return None
    before = [place for place in range(changed[0]) if now.turns[place].words][-1:]
    behind = [place for place in range(changed[-1] + 1, len(now.turns)) if now.turns[place].words][:1]
    inside = [place for place in range(changed[0], changed[-1] + 1) if now.turns[place].words]
    places = [*before, *inside, *behind]
    parts = list(_parts(machine, now, found, places, chosen))
    turns = [part.turn for part in put_together(machine, parts)]
    if before and turns[0] is now.turns[before[0]]:
        places, turns = places[1:], turns[1:]
    if behind and turns[-1] is now.turns[behind[0]]:
        places, turns = places[:-1], turns[:-1]
    return _with_speakers(machine, now, exchange(now, Act.RESTORE, places, turns), turns)


def differs(now: Transcript, found: Differences, words: WordStretch) -> bool:
    """Whether there is anything to restore in a stretch of words, or at its ends."""
    return any(list(_touched(now, found, words, place)) for place in range(words.first, words.last + 1))


def restore_turn(machine: Transcript, now: Transcript, found: Differences, turn: int) -> Edit | None:
    """All that differs in a turn, as the machine wrote it."""
    return restore(machine, now, found, WordStretch.of_turn(now, turn))


def restore_all(machine: Transcript, now: Transcript) -> Edit | None:
    """The machine's turns, all of them and no others. Speakers keep the names that they have."""
    old, new = now.turns, machine.turns
    least = min(len(old), len(new))
    low = next((at for at in range(least) if not _same(old[at], new[at])), least)
    room = least - low
    behind = next((at for at in range(room) if not _same(old[-1 - at], new[-1 - at])), room)
    gone, back = old[low : len(old) - behind], new[low : len(new) - behind]
    return _with_speakers(machine, now, ChangeTurns(Act.RESTORE, low, gone, back) if gone or back else None, back)


def _same(one: Turn, other: Turn) -> bool:
    return one is other or one == other


def _touched(now: Transcript, found: Differences, words: WordStretch, place: int) -> Iterator[int]:
    """Which stretches of a turn differ and lie in these words, or at their ends."""
    first = words.first_word if place == words.first else 0
    end = words.end_word if place == words.last else len(now.turns[place].words)
    for number, each in enumerate(found.stretches[place]):
        is_in = each.first < end and first < each.end
        if not is_in and (first == end or each.first == each.end):
            is_in = each.first <= end and first <= each.end
        if is_in and each.kind is not Kind.SAME:
            yield number


def _parts(
    machine: Transcript,
    now: Transcript,
    found: Differences,
    places: Sequence[int],
    chosen: dict[int, set[int]],
) -> Iterator[Part]:
    for place in places:
        turn, stretches = now.turns[place], found.stretches[place]
        if chosen.get(place):
            yield from restored(machine, turn, stretches, chosen[place])
        else:
            yield untouched(turn, stretches)


def _with_speakers(machine: Transcript, now: Transcript, edit: Edit | None, turns: Sequence[Turn]) -> Edit | None:
    """The same edit, after which there are all whose turns these are."""
    known = {speaker.id for speaker in now.speakers}
    missing = {turn.speaker for turn in turns} - known
    if edit is None or not missing:
        return edit
    back = (speaker for speaker in machine.speakers if speaker.id in missing)
    return Several(Act.RESTORE, (SetSpeakers(Act.RESTORE, now.speakers, (*now.speakers, *back)), edit))
