import pytest

from desktop_app.core.evaluation.word_errors import WordErrors, compare_words, word_errors
from evaluation.scripted_system import texts


def test_wrong_lost_and_added_words_are_told_apart() -> None:
    assert compare_words("a b c d", "a x c d") == WordErrors(4, substitutions=1)
    assert compare_words("a b c d", "a b d") == WordErrors(4, deletions=1)
    assert compare_words("a b c d", "a b c d e") == WordErrors(4, insertions=1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Okay, well!", "okay well"),
        ("we're", "we’re"),
        ("back-channel", "back channel"),
        ("one — two", "one two"),
        ("N_E_Z_.", "n e z"),
        ("good\n\tday ", "good day"),
        ("“Said”, he… said", "said he said"),
    ],
)
def test_case_punctuation_and_spaces_do_not_count(one: str, other: str) -> None:
    assert compare_words(one, other).errors == 0
    assert compare_words(one, other).reference_words == len(other.split())


@pytest.mark.parametrize(
    ("reference", "found", "expected"),
    [
        ("", "", WordErrors()),
        ("", "a b", WordErrors(insertions=2)),
        ("a b", "", WordErrors(2, deletions=2)),
        ("...", "a", WordErrors(insertions=1)),
    ],
)
def test_either_side_may_be_empty(reference: str, found: str, expected: WordErrors) -> None:
    assert compare_words(reference, found) == expected


def test_words_are_taken_in_order_of_time_whoever_speaks_them() -> None:
    reference = texts(("Ann", 0, "good day"), ("Bo", 2, "to you"))
    found = texts((None, 2.5, "you"), ("1", 0, "good"), ("1", 0.5, "day"), ("2", 2, "to"))
    assert word_errors(reference, found) == WordErrors(4)
