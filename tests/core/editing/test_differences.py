"""Every word of the machine's and of the present text is in one stretch, which says how it differs."""

from collections import Counter
from dataclasses import replace
from time import perf_counter

import pytest
from edited_talks import edited_talks
from hypothesis import given, settings
from talking import ANNA, BEN, TALK

from desktop_app.core.editing import turn_acts, word_acts
from desktop_app.core.editing.differences import Differences, Kind, Stretch, differences
from desktop_app.core.editing.rewriting import inserted, rewrite
from desktop_app.core.editing.turn_acts import WordStretch
from desktop_app.core.transcript.edits import Edit
from desktop_app.core.transcript.values import AudioSource, Mark, Span, Transcript, Turn, Word


def after(edit: Edit | None) -> Transcript:
    assert edit is not None
    return edit.apply(TALK)


def told(now: Transcript, turn: int, machine: Transcript = TALK) -> list[tuple[Kind, str, str]]:
    """Kind, the machine's words, the present words."""
    found = differences(machine, now).of_turn(turn)
    return [(each.kind, was(machine, each), is_now(now, turn, each)) for each in found]


def was(machine: Transcript, stretch: Stretch) -> str:
    words = (word for turn, first, end in stretch.machine for word in machine.turns[turn].words[first:end])
    return " ".join(word.text for word in words)


def is_now(now: Transcript, turn: int, stretch: Stretch) -> str:
    return " ".join(word.text for word in now.turns[turn].words[stretch.first : stretch.end])


@settings(max_examples=150, deadline=None)
@given(edited_talks())
def test_every_word_of_both_is_in_exactly_one_stretch(talks: tuple[Transcript, Transcript]) -> None:
    machine, now = talks
    found = differences(machine, now)
    for turn, stretches in zip(now.turns, found.stretches, strict=True):
        ends = [0, *(each.end for each in stretches)]
        assert [each.first for each in stretches] == ends[:-1]
        assert ends[-1] == len(turn.words)
    runs = [run for stretches in found.stretches for each in stretches for run in each.machine]
    places = Counter((turn, word) for turn, first, end in (*runs, *found.nowhere) for word in range(first, end))
    assert set(places.values()) <= {1}
    assert set(places) == {(place, word) for place, turn in enumerate(machine.turns) for word in range(len(turn.words))}


@settings(max_examples=150, deadline=None)
@given(edited_talks())
def test_what_is_called_the_same_is_bit_equal_and_its_speakers(talks: tuple[Transcript, Transcript]) -> None:
    machine, now = talks
    for turn, stretches in zip(now.turns, differences(machine, now).stretches, strict=True):
        for each in stretches:
            theirs = [
                (machine.turns[place].speaker, machine.turns[place].words[low:high])
                for place, low, high in each.machine
            ]
            words = tuple(word for _, some in theirs for word in some)
            mine = turn.words[each.first : each.end]
            is_same = words == mine and all(speaker == turn.speaker for speaker, _ in theirs)
            assert is_same is (each.kind is Kind.SAME)


def test_nothing_differs_in_a_text_that_was_left_alone() -> None:
    found = differences(TALK, TALK)
    assert found.count() == 0
    assert not any(found.of_turn(turn) for turn in range(4))


def test_a_text_that_was_read_from_a_disk_is_as_good_as_the_same_objects() -> None:
    copied = replace(TALK, turns=tuple(replace(turn, words=tuple(map(replace, turn.words))) for turn in TALK.turns))
    assert differences(TALK, copied).count() == 0


def test_a_word_that_was_typed_over_is_changed() -> None:
    assert told(after(rewrite(TALK, [0], ["we met at the harbor"])), 0) == [(Kind.CHANGED, "harbour", "harbor")]


def test_words_in_the_place_of_words_are_one_stretch() -> None:
    now = after(rewrite(TALK, [0], ["we sailed into one of many harbours"]))
    assert told(now, 0) == [(Kind.CHANGED, "met at the harbour", "sailed into one of many harbours")]


def test_a_word_between_words_is_added_and_one_that_is_gone_removed() -> None:
    assert told(after(rewrite(TALK, [0], ["we all met at the harbour"])), 0) == [(Kind.ADDED, "", "all")]
    assert told(after(rewrite(TALK, [0], ["we met the harbour"])), 0) == [(Kind.REMOVED, "at", "")]


def test_a_turn_that_was_deleted_is_removed_behind_the_one_before() -> None:
    assert told(after(turn_acts.delete(TALK, [2])), 1) == []
    now = after(turn_acts.delete(TALK, [0]))
    assert told(now, 1) == [(Kind.REMOVED, "we met at the harbour", "")]
    now = after(turn_acts.delete(TALK, [3]))
    assert told(now, 2) == [(Kind.REMOVED, "nobody else", "")]


def test_where_no_words_are_left_the_machine_s_are_nowhere() -> None:
    now = after(turn_acts.delete(TALK, [0, 2, 3]))
    found = differences(TALK, now)
    assert [len(TALK.turns[turn].words[first:end]) for turn, first, end in found.nowhere] == [5, 4, 2]
    assert found.count() == 1


def test_a_turn_of_a_person_s_is_added() -> None:
    now = after(inserted(TALK, ["quite so"], speaker=BEN.id, after=2))
    assert told(now, 3) == [(Kind.ADDED, "", "quite so")]


def test_words_that_were_given_away_have_another_speaker() -> None:
    now = after(turn_acts.give(TALK, WordStretch(0, 3, 0, 5), BEN.id))
    assert told(now, 0) == []
    assert told(now, 1) == [(Kind.SPEAKER, "the harbour", "the harbour")]


def test_turns_that_were_split_or_joined_have_the_same_words() -> None:
    now = after(turn_acts.split(TALK, 0, 2))
    assert differences(TALK, now).count() == 0
    joined = after(turn_acts.join_turns(TALK, [0, 2]))
    assert told(joined, 0) == [(Kind.SPEAKER, "and then it rained", "and then it rained")]


def test_marks_are_told_and_times_alone_are_not_counted() -> None:
    now = after(word_acts.mark(TALK, WordStretch(0, 1, 0, 3), Mark.UNCERTAIN))
    assert told(now, 0) == [(Kind.MARKS, "met at", "met at")]
    turn = TALK.turns[0]
    later = tuple(replace(word, start_ms=word.start_ms + 1) for word in turn.words)
    found = differences(TALK, TALK.with_turns(0, 1, [replace(turn, words=later)]))
    assert [each.kind for each in found.stretches[0]] == [Kind.TIMES]
    assert found.count() == 0


def test_the_end_of_a_split_turn_that_was_typed_over_is_changed_there() -> None:
    now = after(turn_acts.split(TALK, 0, 3))
    edit = rewrite(now, [1], ["a harbour"])
    assert edit is not None
    now = edit.apply(now)
    assert (told(now, 0), told(now, 1)) == ([], [(Kind.CHANGED, "the", "a")])


@pytest.mark.parametrize("changed", [3, 2000])
def test_hours_of_talk_are_compared_in_a_moment(changed: int) -> None:
    turns = tuple(_long_turn(number) for number in range(2000))
    machine = now = Transcript(AudioSource("talk.wav", 2000 * 20_000), (ANNA, BEN), turns)
    for place in range(0, 2000, 2000 // changed):
        turn = now.turns[place]
        words = (*turn.words[:10], replace(turn.words[10], text="harbour"), *turn.words[11:])
        now = now.with_turns(place, 1, [replace(turn, words=words)])
    best_s, found = min((_timed(machine, now) for _ in range(3)), key=lambda each: each[0])
    assert found.count() >= changed
    assert best_s < (0.5 if changed == 3 else 5)


def _timed(machine: Transcript, now: Transcript) -> tuple[float, Differences]:
    begun_s = perf_counter()
    found = differences(machine, now)
    return perf_counter() - begun_s, found


def _long_turn(number: int) -> Turn:
    start_ms = number * 20_000
    words = tuple(Word(f"word{at}", start_ms + at * 300, start_ms + at * 300 + 250, 0.5) for at in range(50))
    return Turn((ANNA, BEN)[number % 2].id, start_ms, start_ms + 15_000, words, (Span(start_ms, start_ms + 15_000),))
