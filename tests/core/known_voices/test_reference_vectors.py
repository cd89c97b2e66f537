"""Renewing keeps what differs and no more vectors than there may be."""

import numpy as np
import pytest

from desktop_app.core.known_voices.person import Person
from desktop_app.core.known_voices.reference_vectors import with_more
from known_voices.recordings import MODEL, person, voice


def anna(vectors: list[np.ndarray]) -> Person:
    return Person("Anna", MODEL, np.array(vectors, np.float32), np.full(len(vectors), 4.0))


def test_two_small_enrolments_stay_side_by_side() -> None:
    renewed = with_more(person("Anna", 0, vectors=4), person("anna", 1, vectors=4))
    assert (renewed.name, len(renewed.vectors)) == ("Anna", 8)


def test_of_too_many_vectors_the_most_alike_become_one_and_no_second_is_lost() -> None:
    alike = [voice(20 + n, near=0, cosine=0.95) for n in range(9)]
    unlike = [voice(1), voice(2), voice(3)]
    renewed = with_more(anna(alike), anna(unlike))
    assert len(renewed.vectors) == 10
    assert renewed.seconds.sum() == pytest.approx(48)
    assert np.linalg.norm(renewed.vectors, axis=1) == pytest.approx(1.0, abs=1e-5)
    for kept in unlike:
        assert (renewed.vectors @ kept).max() == pytest.approx(1.0, abs=1e-5)


def test_two_people_and_two_models_are_never_put_together() -> None:
    with pytest.raises(ValueError, match="not one person"):
        with_more(person("Anna", 0), person("Ben", 0))
    with pytest.raises(ValueError, match="not one person"):
        with_more(person("Anna", 0), person("Anna", 0, model="other"))
