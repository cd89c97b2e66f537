"""What is said of known voices."""

import numpy as np
import pytest

from desktop_app.core.known_voices.errors import PersonUnknown
from desktop_app.core.known_voices.known_people import KnownPeople
from desktop_app.core.known_voices.person import Person
from desktop_app.core.known_voices.suggestions import Suggestion
from desktop_app.ui.words.known_voice_words import forgetting, learnt_from, remembered, sentence, sounds_like


def known(*seconds: float, plain_because: str | None = None) -> KnownPeople:
    """Anna, by a model for each of these."""
    people = (
        Person("Anna", f"model {number}", np.eye(1, 32, dtype=np.float32), np.full(1, each))
        for number, each in enumerate(seconds)
    )
    return KnownPeople(tuple(people), plain_because is None, plain_because)


def test_all_speech_of_a_person_counts_by_whatever_models() -> None:
    assert learnt_from(known(20.0, 62.0), "anna") == "Learnt from 1 min of speech"


def test_a_voice_that_is_kept_unencrypted_says_so() -> None:
    assert remembered(known(24.0), "Anna") == "The voice of Anna is remembered, from 24 s of speech."
    plain = remembered(known(24.0, plain_because="this computer has no key ring"), "Anna")
    assert plain.endswith("The voices are not encrypted: this computer has no key ring.")


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (None, "All known voices are deleted"),
        (1, "The one known voice is deleted"),
        (3, "All 3 known voices are deleted"),
    ],
)
def test_the_question_says_how_many_voices_go(count: int | None, said: str) -> None:
    assert forgetting(count).startswith(said)


def test_a_screen_reader_reads_a_percentage() -> None:
    assert sounds_like(Suggestion("Anna", 0.7, 0.917)) == "Sounds like Anna, 92 percent"


def test_an_error_becomes_a_sentence() -> None:
    assert sentence(PersonUnknown("Ben")) == "No voice of Ben is known."
