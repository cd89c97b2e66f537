from collections.abc import Mapping
from dataclasses import replace

import pytest
from any_talk import talk, turn, words

from desktop_app.core.doubt.cutting import Stretch
from desktop_app.core.doubt.second_hearing import SecondHearing
from desktop_app.core.doubt.values import Reason
from desktop_app.core.doubt.weights import WEIGHTS
from desktop_app.core.doubt.word_doubts import WordDoubts
from desktop_app.core.transcript.values import Word

PLAIN = "we all went down to the sea and had some tea there."


def strengths(said: tuple[Word, ...], first: int = 0, end: int | None = None) -> Mapping[Reason, float]:
    last = len(said) if end is None else end
    around = talk(turn("S1", f"{PLAIN} {PLAIN}"))
    return WordDoubts(around).strengths(said, Stretch(0, first, last, (0, len(said))))


def test_confidences_multiply_and_unknown_ones_say_nothing() -> None:
    known = tuple(replace(word, confidence=0.5) for word in words("one two"))
    assert strengths(known)[Reason.CONFIDENCE] == pytest.approx(0.75)
    assert strengths(words("one two"))[Reason.CONFIDENCE] == 0


@pytest.mark.parametrize(("length_ms", "implausible"), [(80, 1), (500, 0), (2500, 1)])
def test_a_pace_that_nobody_speaks_at_is_doubted(length_ms: int, implausible: int) -> None:
    assert strengths((Word("sixteen", 0, length_ms),))[Reason.PACE] == implausible


def test_a_capital_inside_a_sentence_is_a_name_and_one_at_its_begin_is_not() -> None:
    assert strengths(words("then Anna came"))[Reason.NAME] == 1
    assert strengths(words("Then she came"))[Reason.NAME] == 0
    assert strengths(words("then I came and I'm here"))[Reason.NAME] == 0


def test_where_many_words_have_capitals_they_tell_no_names() -> None:
    german = talk(turn("S1", "Der Hund und die Katze sahen das Haus und den Baum"))
    said = german.turns[0].words
    assert WordDoubts(german).strengths(said, Stretch(0, 0, 5, (0, len(said))))[Reason.NAME] == 0


def test_a_word_twice_in_a_row_is_told_across_the_edge_of_the_stretch() -> None:
    said = words("well the the cat sat")
    assert strengths(said, 2, 4)[Reason.REPEATED] == 1
    assert strengths(said, 3, 5)[Reason.REPEATED] == 0


def test_few_words_around_are_doubted() -> None:
    assert strengths(words("Yes."))[Reason.FEW_WORDS] == pytest.approx(5 / 6)
    assert strengths(words(PLAIN))[Reason.FEW_WORDS] == 0


def test_what_both_engines_heard_does_not_differ_whatever_its_case_and_exact_time() -> None:
    said = words(PLAIN)
    late = [replace(word, text=word.text.upper()) for word in words(PLAIN, start_ms=250)]
    second = SecondHearing(list(reversed(late)))
    assert second.differs(said, 3, 7) == 0


def test_words_of_only_one_engine_differ_either_way() -> None:
    said = words("one two three four")
    assert SecondHearing(words("one two tree four")).differs(said, 2, 4) == 1
    assert SecondHearing(words("one two")).differs(said, 0, 4) == 0.5
    assert SecondHearing([*said, Word("extra", 310, 590)]).differs(said, 0, 4) == 0.25
    assert SecondHearing([]).differs(said, 0, 2) == 1


def test_more_of_a_reason_never_makes_an_error_less_likely() -> None:
    assert all(weight >= 0 for weight in WEIGHTS.of.values())
    assert set(WEIGHTS.of) == set(Reason)


def test_half_of_certainty_is_an_even_chance() -> None:
    assert WEIGHTS.score({Reason.CONFIDENCE: 0.5}, confidence=True) == pytest.approx(0.5)
