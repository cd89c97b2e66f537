"""Tiers hold what was said and when, and fit programs in which nothing may overlap."""

from itertools import pairwise

import pytest
from hypothesis import given, settings

from desktop_app.core.export.tiers import Interval, end_of, tiers
from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Turn, Word
from export.hostile_transcripts import HOSTILE
from export.test_any_text import transcripts

hostile = pytest.mark.parametrize("transcript", HOSTILE.values(), ids=list(HOSTILE))


def talk(*turns: Turn, names: tuple[str, ...] = ("Anna", "Ben")) -> Transcript:
    speakers = tuple(Speaker(f"S{at}", name, at) for at, name in enumerate(names))
    return Transcript(AudioSource("talk.wav", 9000), speakers, turns)


def turn(speaker: str, *words: tuple[str, int, int]) -> Turn:
    said = tuple(Word(*word) for word in words)
    return Turn(speaker, said[0].start_ms, said[-1].end_ms, said, (Span(said[0].start_ms, said[-1].end_ms),))


def check(transcript: Transcript) -> None:
    found = tiers(transcript)
    names = [name for tier in found for name in (tier.name, tier.word_name)]
    assert len(set(names)) == len(names) == 2 * len(transcript.speakers)
    for tier in found:
        for intervals in (tier.turns, tier.words):
            assert all(each.start_ms < each.end_ms and each.text.strip() for each in intervals)
            assert all(one.end_ms <= other.start_ms for one, other in pairwise(intervals))
        assert all(any(t.start_ms <= w.start_ms and w.end_ms <= t.end_ms for t in tier.turns) for w in tier.words)
        assert all(each.end_ms <= end_of(transcript, found) for each in tier.turns)


@hostile
def test_nothing_overlaps_whatever_overlaps_in_the_transcript(transcript: Transcript) -> None:
    check(transcript)


@settings(max_examples=100, deadline=None)
@given(transcripts())
def test_nothing_overlaps_in_any_transcript(transcript: Transcript) -> None:
    check(transcript)


def test_turns_and_words_keep_their_times(interview: Transcript) -> None:
    anna, soren = tiers(interview)
    assert (anna.name, anna.word_name) == ("Anna Berg", "Anna Berg - words")
    assert anna.turns == (Interval(1200, 3850, "So, tell me: where did it begin?"),)
    assert [(each.start_ms, each.end_ms) for each in anna.words] == [
        (word.start_ms, word.end_ms) for word in interview.turns[0].words
    ]
    assert soren.turns[1] == Interval(3_661_500, 3_662_900, "A --> B & <so> on …")


def test_one_speakers_turns_that_overlap_become_one() -> None:
    (anna, _) = tiers(talk(turn("S0", ("long", 0, 500), ("story", 600, 3000)), turn("S0", ("yes", 1000, 1200))))
    assert anna.turns == (Interval(0, 3000, "long story yes"),)
    assert anna.words == (Interval(0, 500, "long"), Interval(600, 1000, "story"), Interval(1000, 1200, "yes"))


def test_two_speakers_may_overlap() -> None:
    (anna, ben) = tiers(talk(turn("S0", ("long", 0, 3000)), turn("S1", ("yes", 1000, 1200))))
    assert anna.turns == (Interval(0, 3000, "long"),)
    assert ben.turns == (Interval(1000, 1200, "yes"),)


def test_words_of_no_length_get_a_millisecond_and_push_on_what_has_no_room() -> None:
    (anna, _) = tiers(talk(turn("S0", ("a", 500, 500), ("b", 500, 500), ("c", 501, 501), ("d", 900, 900))))
    assert [(each.start_ms, each.end_ms) for each in anna.words] == [(500, 501), (501, 502), (502, 503), (900, 901)]
    assert [(each.start_ms, each.end_ms) for each in anna.turns] == [(500, 901)]


def test_the_words_of_somebody_are_not_mistaken_for_somebody() -> None:
    names = [(tier.name, tier.word_name) for tier in tiers(talk(names=("Anna - words", "Anna")))]
    assert names == [("Anna - words", "Anna - words - words"), ("Anna", "Anna - words (2)")]


def test_names_that_xml_cannot_carry_stay_apart() -> None:
    assert [tier.name for tier in tiers(talk(names=("\ufffe", "\uffff", "A\ufffe", "A")))] == [
        "Speaker",
        "Speaker (2)",
        "A",
        "A (2)",
    ]
