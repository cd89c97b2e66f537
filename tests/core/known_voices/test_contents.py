"""People as bytes, and back."""

import io

import numpy as np
import pytest

from desktop_app.core.known_voices.contents import NotPeople, pack_people, unpack_people
from known_voices.recordings import person

PEOPLE = (person("Anna Å.", 0, vectors=10), person("Ben", 1, model="other", vectors=3))


def test_people_come_back_as_they_were() -> None:
    found, plain_because = unpack_people(pack_people(PEOPLE, "no ring"))
    assert plain_because == "no ring"
    for each, other in zip(found, PEOPLE, strict=True):
        assert (each.name, each.model) == (other.name, other.model)
        assert np.array_equal(each.vectors, other.vectors)
        assert each.vectors.dtype == np.float32
        assert np.array_equal(each.seconds, other.seconds)
    assert unpack_people(pack_people((), None)) == ((), None)


@pytest.mark.parametrize("data", [b"", b"PK", b"anything else"])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(NotPeople, match="nothing that can be read"):
        unpack_people(data)


@pytest.mark.parametrize(
    "change",
    [
        {"count": np.array([9, 3], np.int32)},
        {"people": np.array("[]")},
        {"vectors0": np.full((10, 32), np.nan, np.float32)},
        {"vectors1": np.zeros(3, np.float32)},
        {"count": np.array([11, 3], np.int32), "vectors0": np.eye(11, dtype=np.float32), "seconds": np.ones(14)},
    ],
)
def test_parts_that_do_not_fit_together_are_refused(change: dict[str, np.ndarray]) -> None:
    with np.load(io.BytesIO(pack_people(PEOPLE, None))) as packed:
        fields = {**packed, **change}
    archive = io.BytesIO()
    np.savez(archive, **fields)
    with pytest.raises(NotPeople):
        unpack_people(archive.getvalue())
