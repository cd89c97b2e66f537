"""Whose each stretch of an utterance is."""

from desktop_app.core.diarization.live_timeline import LiveSegment, LiveTimeline
from desktop_app.core.live.floor import Part, parts_of, speaker_of


def timeline(*segments: tuple[int, int, str | None]) -> LiveTimeline:
    return LiveTimeline(segments[-1][1], exclusive=tuple(LiveSegment(*segment) for segment in segments))


def test_an_utterance_is_cut_in_the_middle_between_two_speakers() -> None:
    told = timeline((0, 1000, "S1"), (1200, 3000, "S2"))
    assert parts_of(told, 100, 2900) == [Part(100, 1100, "S1"), Part(1100, 2900, "S2")]


def test_moments_too_short_for_a_word_are_no_change() -> None:
    told = timeline((0, 1000, "S1"), (1000, 1200, "S2"), (1200, 3000, "S1"))
    assert parts_of(told, 0, 3000) == [Part(0, 3000, "S1")]
    assert parts_of(timeline((0, 200, "S2")), 0, 200) == [Part(0, 200, "S2")]


def test_an_unsure_moment_belongs_to_who_speaks_beside_it_and_a_long_one_to_nobody_yet() -> None:
    assert parts_of(timeline((0, 500, None), (500, 3000, "S1")), 0, 3000) == [Part(0, 3000, "S1")]
    told = timeline((0, 900, None), (900, 3000, "S1"))
    assert parts_of(told, 0, 3000) == [Part(0, 900, None), Part(900, 3000, "S1")]


def test_where_nobody_is_heard_nobody_is_named() -> None:
    assert parts_of(LiveTimeline(), 0, 500) == [Part(0, 500, None)]
    assert speaker_of(LiveTimeline(), 0, 500) is None


def test_a_turn_is_whose_it_is_for_most_of_its_time() -> None:
    told = timeline((0, 1000, "S1"), (1000, 3000, "S2"), (5000, 6000, "S1"))
    assert speaker_of(told, 0, 1900) == "S1"
    assert speaker_of(told, 500, 3000) == "S2"
    assert speaker_of(told, 5500, 6000) == "S1"
