"""Whose each stretch of an utterance is."""

from desktop_app.core.diarization.live_timeline import LiveSegment, LiveTimeline
from desktop_app.core.live.utterance_speaker import Part, heard_from_ms, parts_of, speaker_of


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


def together(*heard: tuple[int, int, str | None], floor: tuple[tuple[int, int, str | None], ...]) -> LiveTimeline:
    return LiveTimeline(9000, tuple(LiveSegment(*each) for each in heard), timeline(*floor).exclusive)


def test_who_begins_under_anothers_words_is_heard_from_there_on() -> None:
    told = together((0, 2000, "S1"), (1500, 4000, "S2"), floor=((0, 2000, "S1"), (2000, 4000, "S2")))
    assert heard_from_ms(told, Part(2000, 4000, "S2")) == 1500
    assert heard_from_ms(told, Part(0, 2000, "S1")) == 0


def test_speech_under_nobody_elses_does_not_make_a_turn_longer() -> None:
    alone = together((0, 1000, "S1"), (1200, 4000, "S2"), floor=((0, 1000, "S1"), (1200, 4000, "S2")))
    assert heard_from_ms(alone, Part(1400, 4000, "S2")) == 1400
    assert heard_from_ms(alone, Part(4000, 5000, "S2")) == 4000
    assert heard_from_ms(LiveTimeline(), Part(100, 4000, "S2")) == 100


def test_a_turn_of_nobody_begins_where_it_begins() -> None:
    told = together((0, 2000, "S1"), (1500, 4000, None), floor=((0, 2000, "S1"), (2000, 4000, None)))
    assert heard_from_ms(told, Part(2000, 4000, None)) == 2000


def test_a_turn_reaches_no_further_back_than_the_one_before_began() -> None:
    heard, floor = ((0, 900, "S1"), (800, 4000, "S2"), (1000, 2000, "S1")), ((0, 900, "S1"), (900, 1000, "S2"))
    told = together(*heard, floor=(*floor, (1000, 2000, "S1"), (2000, 4000, "S2")))
    assert heard_from_ms(told, Part(2000, 4000, "S2")) == 1000
