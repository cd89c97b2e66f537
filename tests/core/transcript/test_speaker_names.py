"""Names that readers take for one, and numbers without gaps."""

import pytest

from desktop_app.core.transcript.speaker_names import namesakes, numbered, same_name
from desktop_app.core.transcript.values import Speaker

ANNA = Speaker("S1", "Anna", 0)


def speakers(*names: str) -> list[Speaker]:
    return [Speaker(f"S{number}", name, number - 1) for number, name in enumerate(names, 1)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna", "anna"),
        ("Anna  Berg", " anna berg "),
        ("Anna\u00a0Berg", "Anna Berg"),
        ("J\u00f6rg", "Jo\u0308rg"),
        ("STRASSE", "Stra\u00dfe"),
        ("J\u00d6RG", "jo\u0308rg"),
    ],
)
def test_case_spaces_and_ways_to_write_an_accent_make_no_other_name(one: str, other: str) -> None:
    assert same_name(one, other)


@pytest.mark.parametrize(("one", "other"), [("Anna", "Ana"), ("Jörg", "Jorg"), ("Speaker 1", "Speaker 11")])
def test_other_letters_make_another_name(one: str, other: str) -> None:
    assert not same_name(one, other)


def test_namesakes_are_the_others_of_that_name() -> None:
    three = speakers("Anna", "Ben", "ANNA")
    assert namesakes(three, "S3") == (three[0],)
    assert namesakes(three, "S2") == ()


def test_new_numbers_fill_the_gaps_and_given_names_stay() -> None:
    found = [*speakers("Speaker 1", "Anna", "Speaker 3"), Speaker("S7", "Speaker 7", 6), Speaker("S6", "Speaker 6", 5)]
    named = numbered(found, kept={"S1", "S2", "S3"})
    assert [each.name for each in named] == ["Speaker 1", "Anna", "Speaker 3", "Speaker 4", "Speaker 5"]
    assert [(each.id, each.colour) for each in named] == [(each.id, each.colour) for each in found]


def test_a_number_that_somebody_was_called_by_hand_is_nobody_elses() -> None:
    found = [Speaker("S1", "Speaker 2", 0), Speaker("S9", "Speaker 9", 1), Speaker("S8", "Speaker 9", 2)]
    assert [each.name for each in numbered(found, kept={"S1"})] == ["Speaker 2", "Speaker 3", "Speaker 4"]
