"""What is off the record stays in the project."""

from desktop_app.core.transcript.on_record import off_record_spans, on_record
from desktop_app.core.transcript.values import AudioSource, Mark, Span, Speaker, Transcript, Turn, Word

HIDDEN = frozenset({Mark.OFF_RECORD})
ANNA = Speaker("S1", "Anna", 0)


def talk(*hidden: int, speech: tuple[Span, ...] = (Span(0, 600),)) -> Transcript:
    words = tuple(Word(f"w{n}", 100 * n, 100 * n + 90, marks=HIDDEN if n in hidden else frozenset()) for n in range(6))
    return Transcript(AudioSource("talk.wav", 900), (ANNA,), (Turn("S1", 0, 600, words, speech),))


def test_without_such_a_mark_it_is_the_same_value() -> None:
    assert on_record(talk()) is not None
    whole = talk()
    assert on_record(whole) is whole


def test_the_words_and_their_speech_are_left_out() -> None:
    (turn,) = on_record(talk(2, 3)).turns
    assert turn.text == "w0 w1 w4 w5"
    assert turn.speech == (Span(0, 200), Span(390, 600))


def test_at_the_edge_the_turn_is_as_long_as_what_is_left() -> None:
    (turn,) = on_record(talk(0, 1)).turns
    assert (turn.start_ms, turn.end_ms, turn.text) == (190, 600, "w2 w3 w4 w5")


def test_of_a_turn_that_is_all_off_the_record_nothing_is_left() -> None:
    assert on_record(talk(*range(6))).turns == ()


def test_where_its_speech_was_inside_the_words_that_go_the_others_are_the_speech() -> None:
    (turn,) = on_record(talk(0, 1, speech=(Span(0, 150),))).turns
    assert turn.speech == tuple(Span(100 * n, 100 * n + 90) for n in range(2, 6))


def test_the_stretches_are_told_for_those_who_silence_sound() -> None:
    assert off_record_spans(talk(1, 2, 4)) == (Span(100, 290), Span(400, 490))
