import pytest

from desktop_app.core.asr.repeats import without_loops
from desktop_app.core.transcript.values import Word


def said(text: str) -> list[Word]:
    return [Word(each, 100 * at, 100 * at + 80, 0.9) for at, each in enumerate(text.split())]


def kept(text: str) -> str:
    return " ".join(word.text for word in without_loops(said(text)))


@pytest.mark.parametrize(
    "text",
    [
        "No, no, no, no, I said no.",
        "Thank you, thank you, thank you.",
        "it was the best of times, it was the worst of times, it was the age of wisdom,",
        "bye bye bye bye bye bye",
        "I do, I do, I do!",
        "Nooooo, hahaha, 1,000,000,000 www 5555555555",
        "",
    ],
)
def test_what_people_do_repeat_is_left_alone(text: str) -> None:
    assert kept(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("so yeah yeah yeah yeah yeah yeah yeah yeah then", "so yeah then"),
        ("I think that I think that I think that I think that we", "I think that we"),
        ("We go to the. We go to the we go to the, end", "We go to the. end"),
        ("a b a b a b a b a", "a b a"),
        ("one two three four five six " * 5 + "seven", "one two three four five six seven"),
        ("3-" * 30, "3"),
        ("well " + "oh" * 40 + " then", "well oh then"),
        ("a" * 50, "a"),
    ],
)
def test_a_loop_is_cut_down_to_its_first_round(text: str, expected: str) -> None:
    assert kept(text) == expected


def test_the_words_that_stay_keep_their_times() -> None:
    words = without_loops(said("a b a b a b a b c"))
    assert [word.start_ms for word in words] == [0, 100, 800]


def test_signs_without_letters_are_not_all_alike() -> None:
    assert kept("€ $ € £ ¥ + =") == "€ $ € £ ¥ + ="
