"""Word by word against the truth. A word of these turns takes 300 ms."""

from any_talk import talk, turn

from desktop_app.core.evaluation.judged_words import JudgedWord, judge_words
from desktop_app.core.evaluation.values import SpokenSpan, SpokenText, Truth
from desktop_app.core.evaluation.word_errors import align_words
from desktop_app.core.transcript.values import Transcript

HEARD = talk(turn("S1", "good morning to you"), turn("S2", "and to you", 2000))
SPANS = (SpokenSpan("anna", 0, 1200), SpokenSpan("ben", 2000, 2900))


def truth(*texts: str, spans: tuple[SpokenSpan, ...] = SPANS) -> Truth:
    return Truth(spans, tuple(SpokenText(text, at) for at, text in enumerate(texts)))


def errors(transcript: Transcript, known: Truth) -> list[JudgedWord]:
    return [each for each in judge_words(transcript, known) if each.is_error]


def test_a_transcript_that_is_right_has_no_errors() -> None:
    assert errors(HEARD, truth("Good morning to you.", "And to you!")) == []
    assert len(judge_words(HEARD, truth("Good morning to you.", "And to you!"))) == 7


def test_another_word_and_an_added_one_are_wrong() -> None:
    found = errors(HEARD, truth("good evening to you", "to you"))
    assert found == [JudgedWord(0, 1, wrong=True), JudgedWord(1, 0, wrong=True)]


def test_a_lost_word_is_missed_on_both_of_its_sides() -> None:
    found = errors(HEARD, truth("good morning to all of you", "and to you too"))
    assert [(each.turn, each.word) for each in found] == [(0, 2), (0, 3), (1, 2)]
    assert all(each.beside_lost and not each.wrong for each in found)


def test_speakers_have_other_names_in_the_truth() -> None:
    spans = (SpokenSpan("ben", 0, 1200), SpokenSpan("anna", 2000, 2900))
    assert errors(HEARD, truth("good morning to you and to you", spans=spans)) == []


def test_words_of_another_speaker_are_under_the_wrong_one_but_for_the_border() -> None:
    spans = (SpokenSpan("anna", 0, 500), SpokenSpan("ben", 500, 2900), SpokenSpan("anna", 4000, 9000))
    heard = talk(*HEARD.turns, turn("S1", "x " * 15, 4000))
    found = errors(heard, Truth(spans))
    assert found == [JudgedWord(0, 3, wrong_speaker=True)]


def test_where_nobody_speaks_no_speaker_is_wrong() -> None:
    assert errors(HEARD, Truth((SpokenSpan("anna", 0, 1200), SpokenSpan("ben", 5000, 6000)))) == []


def test_a_word_that_normalisation_parts_is_wrong_as_one() -> None:
    assert align_words("a back channel b", ["a", "back-channel", "b"]) == (frozenset(), frozenset())
    assert align_words("a black channel b", ["a", "back-channel", "b"]) == (frozenset({1}), frozenset())
    assert align_words("a b", ["a", "—", "b"]) == (frozenset(), frozenset())


def test_one_side_may_be_empty() -> None:
    assert align_words("", ["a", "b"]) == (frozenset({0, 1}), frozenset())
    assert align_words("a b", []) == (frozenset(), frozenset({0}))
    assert align_words("a b", ["a"]) == (frozenset(), frozenset({1}))
    assert align_words("", []) == (frozenset(), frozenset())
