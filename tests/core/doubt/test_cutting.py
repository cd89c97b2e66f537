from any_talk import words

from desktop_app.core.doubt.cutting import MOST_IN_SENTENCE, SettledTimes, Stretch, sentences, stretches_of
from desktop_app.core.transcript.values import Span, Turn

NOTHING = SettledTimes([])


def cuts(text: str, settled: SettledTimes = NOTHING) -> list[tuple[int, int]]:
    said = words(text)
    heard = Turn("S1", 0, said[-1].end_ms, said)
    return [(each.first, each.end) for each in stretches_of(0, heard, settled)]


def test_sentences_end_at_their_marks_even_inside_quotes() -> None:
    assert list(sentences(words('He said "No." Did he? Yes…'))) == [(0, 3), (3, 5), (5, 6)]


def test_without_marks_a_sentence_ends_all_the_same() -> None:
    assert list(sentences(words("so " * 70))) == [(0, 30), (30, 60), (60, 70)]
    assert MOST_IN_SENTENCE == 30


def test_a_long_sentence_is_cut_evenly() -> None:
    assert cuts("one two three four five six seven.") == [(0, 3), (3, 7)]
    assert cuts("one two three four five six.") == [(0, 6)]


def test_settled_words_part_a_sentence() -> None:
    assert cuts("one two three four five.", SettledTimes([Span(500, 700), Span(600, 1000)])) == [(0, 2), (3, 5)]


def test_a_word_is_settled_by_its_middle() -> None:
    times = SettledTimes([Span(150, 440)])
    assert [times.hold(word) for word in words("one two three")] == [True, False, False]


def test_stretches_know_their_sentence() -> None:
    said = words("Yes. It is so.")
    (_, second) = stretches_of(4, Turn("S1", 0, 1200, said), NOTHING)
    assert second == Stretch(4, 1, 4, (1, 4))
