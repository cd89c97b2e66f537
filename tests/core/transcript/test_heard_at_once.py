from collections.abc import Iterable
from itertools import pairwise

from any_talk import spans, talk, transcripts, turn
from hypothesis import given

from desktop_app.core.transcript.heard_at_once import heard_at_once, joined, speech_by_speaker
from desktop_app.core.transcript.values import Span, Transcript, Turn

STEP_MS = 97


def covered(given_spans: Iterable[Span], ms: int) -> bool:
    return any(span.start_ms <= ms < span.end_ms for span in given_spans)


def test_two_voices_are_heard_at_once_where_their_speech_overlaps() -> None:
    heard = talk(turn("S1", "one two three four"), turn("S2", "five six", 900))
    assert heard_at_once(heard, least=1) == (Span(0, 1500),)
    assert heard_at_once(heard, least=2) == (Span(900, 1200),)


def test_one_speakers_own_turns_are_not_two_voices() -> None:
    assert heard_at_once(talk(turn("S1", "one two"), turn("S1", "three", 300)), least=2) == ()


def test_who_takes_over_without_a_pause_leaves_one_stretch() -> None:
    assert heard_at_once(talk(turn("S1", "one"), turn("S2", "two", 300)), least=1) == (Span(0, 600),)


def test_a_turn_without_known_speech_is_heard_all_along() -> None:
    assert speech_by_speaker(talk(Turn("S1", 100, 700)))["S1"] == (Span(100, 700),)


@given(transcript=transcripts())
def test_so_many_are_heard_as_speak_in_a_moment(transcript: Transcript) -> None:
    by_speaker = speech_by_speaker(transcript)
    for least in (1, 2, 3):
        stretches = heard_at_once(transcript, least=least)
        for ms in range(0, 25_000, STEP_MS):
            count = sum(covered(heard, ms) for heard in by_speaker.values())
            assert covered(stretches, ms) == (count >= least)


@given(given_spans=spans())
def test_joined_spans_are_ordered_and_do_not_touch(given_spans: list[Span]) -> None:
    together = joined(given_spans)
    assert all(one.end_ms < other.start_ms for one, other in pairwise(together))
    for ms in range(0, 36_000, STEP_MS):
        assert covered(given_spans, ms) == any(s.start_ms <= ms < s.end_ms for s in together)
