from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.diarization.timeline import Segment
from desktop_app.core.pipeline.align import TurnBuilder, overlapped_spans, speaker_id, speakers_of
from desktop_app.core.pipeline.regions import Region
from desktop_app.core.transcript.values import Span, Word

SEGMENTS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 50), st.integers(1, 20)).map(
        lambda drawn: Segment(drawn[0], drawn[1], drawn[1] + drawn[2])
    ),
    max_size=8,
).map(lambda segments: sorted(segments, key=lambda segment: (segment.start_ms, segment.end_ms)))


def region(*segments: tuple[int, int], speaker: int = 0, margin: float | None = None) -> Region:
    return Region(tuple(Segment(speaker, start_ms, end_ms, margin) for start_ms, end_ms in segments))


def test_speakers_are_named_by_number() -> None:
    speakers = speakers_of(2)
    assert [(one.id, one.name, one.colour) for one in speakers] == [("S1", "Speaker 1", 0), ("S2", "Speaker 2", 1)]
    assert [speaker_id(index) for index in range(2)] == [one.id for one in speakers]


def test_a_turn_holds_the_speech_of_its_speaker() -> None:
    one = region((0, 1000), (1400, 2000), margin=0.3)
    turn = TurnBuilder([one], [Segment(0, 0, 1000, 0.3), Segment(0, 1400, 2000, 0.3)]).turn(one, ())
    assert (turn.speaker, turn.start_ms, turn.end_ms, turn.margin) == ("S1", 0, 2000, 0.3)
    assert turn.speech == (Span(0, 1000), Span(1400, 2000))
    assert not turn.overlap


def test_speech_under_another_s_is_given_back_to_the_nearest_turn() -> None:
    first, other, second = region((0, 1000)), region((1000, 5000), speaker=1), region((5000, 6000))
    full = [Segment(0, 0, 1600), Segment(1, 1000, 5000), Segment(0, 4500, 6000)]
    builder = TurnBuilder([first, other, second], full)
    turns = [builder.turn(one, ()) for one in (first, other, second)]
    assert [(turn.start_ms, turn.end_ms) for turn in turns] == [(0, 1600), (1000, 5000), (4500, 6000)]
    assert builder.turns_without_words() == []


def test_speech_that_two_turns_of_a_speaker_share_is_cut_half_way() -> None:
    first, other, second = region((0, 1000)), region((1000, 2000), speaker=1), region((2000, 3000))
    full = [Segment(0, 0, 3000), Segment(1, 1000, 2000)]
    builder = TurnBuilder([first, other, second], full)
    assert builder.turn(first, ()).speech == (Span(0, 1500),)
    assert builder.turn(second, ()).speech == (Span(1500, 3000),)


def test_only_turns_during_which_somebody_else_speaks_are_marked_as_overlap() -> None:
    first, second, third = region((0, 1000)), region((1000, 2000), speaker=1), region((2000, 3000))
    full = [Segment(0, 0, 1200), Segment(1, 1000, 2000), Segment(0, 2000, 3000)]
    builder = TurnBuilder([first, second, third], full)
    assert [builder.turn(one, ()).overlap for one in (first, second, third)] == [True, True, False]


def test_speech_wholly_under_another_s_and_far_from_its_speaker_s_turns_becomes_a_turn_without_words() -> None:
    first, long = region((0, 1000)), region((2000, 9000), speaker=1)
    full = [Segment(0, 0, 1000), Segment(1, 2000, 9000), Segment(0, 5000, 5400, 0.2)]
    builder = TurnBuilder([first, long], full)
    (murmur,) = builder.turns_without_words()
    assert (murmur.speaker, murmur.start_ms, murmur.end_ms, murmur.words) == ("S1", 5000, 5400, ())
    assert (murmur.speech, murmur.margin, murmur.overlap) == ((Span(5000, 5400),), 0.2, True)
    assert builder.turn(first, ()).end_ms == 1000


def test_a_speaker_who_never_has_the_floor_has_turns_without_words() -> None:
    one = region((0, 9000))
    builder = TurnBuilder([one], [Segment(0, 0, 9000), Segment(1, 1000, 2000), Segment(1, 4000, 5000)])
    assert [(turn.speaker, turn.start_ms) for turn in builder.turns_without_words()] == [("S2", 1000), ("S2", 4000)]


def test_words_that_reach_beyond_their_turn_are_kept_inside_it() -> None:
    one = region((1000, 2000))
    words = [Word("early", 800, 900), Word("so", 950, 1200), Word("late", 1900, 2150), Word("after", 2100, 2200)]
    turn = TurnBuilder([one], [Segment(0, 1000, 2000)]).turn(one, words)
    assert [word.text for word in turn.words] == ["early", "so", "late", "after"]
    assert [(word.start_ms, word.end_ms) for word in turn.words] == [
        (1000, 1000),
        (1000, 1200),
        (1900, 2000),
        (2000, 2000),
    ]


def test_one_speaker_after_another_is_no_overlap() -> None:
    assert overlapped_spans([Segment(0, 0, 10), Segment(1, 10, 20)]) == []


def test_an_overlap_of_three_is_one_span() -> None:
    assert overlapped_spans([Segment(0, 0, 10), Segment(1, 2, 12), Segment(2, 3, 4), Segment(0, 11, 14)]) == [
        Span(2, 10),
        Span(11, 12),
    ]


@settings(deadline=None)
@given(SEGMENTS)
def test_overlap_is_where_at_least_two_are_heard(full: list[Segment]) -> None:
    spans = overlapped_spans(full)
    found = [ms for span in spans for ms in range(span.start_ms, span.end_ms)]
    assert found == [ms for ms in range(75) if sum(one.start_ms <= ms < one.end_ms for one in full) >= 2]
    assert all(span.duration_ms > 0 for span in spans)
