"""A word of these turns takes 300 ms."""

from any_talk import talk, transcripts, turn
from hypothesis import given

from desktop_app.core.transcript.interruptions import Interruption, interruptions
from desktop_app.core.transcript.values import Span, Transcript, Turn

TEN = "a b c d e f g h i j"


def test_who_begins_under_anothers_speech_and_goes_on_interrupts() -> None:
    assert interruptions(talk(turn("S1", TEN), turn("S2", TEN, 2000))) == (Interruption(1, "S2", "S1", 2000),)


def test_a_back_channel_that_is_talked_over_does_not() -> None:
    assert interruptions(talk(turn("S1", TEN), turn("S2", "mm-hmm", 1000))) == ()


def test_to_begin_just_before_the_other_ends_does_not() -> None:
    assert interruptions(talk(turn("S1", TEN), turn("S2", TEN, 2850))) == ()
    assert len(interruptions(talk(turn("S1", TEN), turn("S2", TEN, 2800)))) == 1


def test_to_begin_in_anothers_pause_does_not() -> None:
    pausing = Turn("S1", 0, 3000, turn("S1", TEN).words, (Span(0, 1000), Span(2500, 3000)))
    assert interruptions(talk(pausing, turn("S2", TEN, 1500))) == ()


def test_nobody_interrupts_themselves() -> None:
    assert interruptions(talk(turn("S1", TEN), turn("S1", TEN, 2000))) == ()


def test_speech_without_words_neither_interrupts_nor_is_interrupted() -> None:
    laughing = Turn("S1", 0, 3000, (), (Span(0, 3000),))
    assert interruptions(talk(laughing, turn("S2", TEN, 2000))) == ()
    assert interruptions(talk(turn("S2", TEN), Turn("S1", 2000, 5000, (), (Span(2000, 5000),)))) == ()


def test_of_two_who_are_talked_down_it_is_who_goes_on_longest() -> None:
    found = interruptions(talk(turn("S1", TEN), turn("S2", "a b c d e f g h", 500), turn("S3", TEN, 2000)))
    assert [(each.by, each.of) for each in found] == [("S3", "S1")]


@given(transcript=transcripts())
def test_a_turn_interrupts_once_and_somebody_else(transcript: Transcript) -> None:
    found = interruptions(transcript)
    assert len({each.turn for each in found}) == len(found)
    for each in found:
        assert each.by == transcript.turns[each.turn].speaker != each.of
        assert each.at_ms == transcript.turns[each.turn].start_ms
