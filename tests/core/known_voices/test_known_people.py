"""Who is added, renewed and taken away."""

import pytest

from desktop_app.core.known_voices.errors import PersonKnown, PersonUnknown
from desktop_app.core.known_voices.known_people import KnownPeople, with_person, without_person
from known_voices.recordings import person

ANNA, BEN = person("Anna", 0), person("Ben", 1)


def test_a_voice_that_is_known_changes_only_when_that_is_asked_for() -> None:
    more = person("ANNA", 2, vectors=3)
    with pytest.raises(PersonKnown, match="The voice of ANNA is known already: renew it"):
        with_person((ANNA, BEN), more, renew=False)
    renewed, ben = with_person((ANNA, BEN), more, renew=True)
    assert (renewed.name, len(renewed.vectors)) == ("Anna", 8)
    assert ben is BEN


def test_one_name_by_two_models_is_two_voices_that_go_together() -> None:
    other = person("Anna", 0, model="other")
    both = with_person((ANNA, BEN), other, renew=False)
    assert len(both) == 3
    assert KnownPeople(both).names == ("Anna", "Ben")
    assert without_person(both, "anna") == (BEN,)


def test_nobody_can_be_taken_away_who_is_not_there() -> None:
    with pytest.raises(PersonUnknown, match="No voice of Carla is known"):
        without_person((ANNA,), "Carla")


def test_how_voices_are_kept_is_a_sentence() -> None:
    assert KnownPeople((ANNA,), encrypted=True).protection.startswith("The voices are encrypted")
    plain = KnownPeople((ANNA,), plain_because="this computer has no key ring")
    assert plain.protection == "The voices are not encrypted: this computer has no key ring"
    assert KnownPeople().protection == "No voices are kept"
