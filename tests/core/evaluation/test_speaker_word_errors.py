from itertools import permutations

from desktop_app.core.evaluation.speaker_word_errors import speaker_word_errors
from desktop_app.core.evaluation.word_errors import WordErrors
from evaluation.scripted_system import texts

REFERENCE = texts(("Ann", 0, "good day"), ("Bo", 2, "to you too"), ("Ann", 4, "how are you"), ("Cy", 6, "well"))


def test_swapped_names_are_no_error() -> None:
    for names in permutations("123"):
        named = dict(zip(("Ann", "Bo", "Cy"), names, strict=True))
        found = texts(*((named[text.speaker], text.start_ms / 1000, text.text) for text in REFERENCE if text.speaker))
        assert speaker_word_errors(REFERENCE, found) == WordErrors(9)


def test_a_word_under_the_wrong_speaker_is_lost_there_and_added_here() -> None:
    reference = texts(("Ann", 0, "a b c d"), ("Bo", 4, "e f g"))
    found = texts(("1", 0, "a b c"), ("2", 3, "d"), ("2", 4, "e f g"))
    assert speaker_word_errors(reference, found) == WordErrors(7, deletions=1, insertions=1)


def test_speakers_too_few_or_too_many_are_lost_or_added_whole() -> None:
    two, one = texts(("Ann", 0, "a b c"), ("Bo", 4, "d e")), texts(("1", 0, "a b c"))
    assert speaker_word_errors(two, one) == WordErrors(5, deletions=2)
    assert speaker_word_errors(one, two) == WordErrors(3, insertions=2)


def test_the_match_with_the_fewest_errors_is_found_where_a_greedy_one_is_not() -> None:
    reference = texts(("Ann", 0, "a b c d"), ("Bo", 4, "a b c x"))
    found = texts(("1", 0, "a b c d"), ("2", 4, "a b y z"))
    result = speaker_word_errors(reference, found)
    assert result is not None
    assert result.errors == 2


def test_it_is_not_measured_where_words_have_no_speaker() -> None:
    named, nameless = texts(("Ann", 0, "a")), texts((None, 0, "a"))
    assert speaker_word_errors(named, nameless) is None
    assert speaker_word_errors(nameless, named) is None


def test_nothing_said_and_nothing_found_is_no_error() -> None:
    assert speaker_word_errors((), ()) == WordErrors()
    assert speaker_word_errors((), texts(("1", 0, "a"))) == WordErrors(insertions=1)
