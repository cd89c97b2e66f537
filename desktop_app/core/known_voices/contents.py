"""The people of the file as bytes, and back."""

import io
import json
import zipfile
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from desktop_app.core.known_voices.person import MAX_VECTORS, Person
from desktop_app.translation import tr


class NotPeople(ValueError):
    """Bytes that hold no people; the message is a clause that says why."""


def pack_people(people: Sequence[Person], plain_because: str | None) -> bytes:
    """The people as bytes, about a kilobyte a reference vector. plain_because: why they are to be kept unencrypted."""
    archive = io.BytesIO()
    arrays: dict[str, Any] = {f"vectors{number}": person.vectors for number, person in enumerate(people)}
    np.savez(
        archive,
        people=np.array(json.dumps([{"name": person.name, "model": person.model} for person in people])),
        plain_because=np.array(plain_because or ""),
        count=np.array([len(person.vectors) for person in people], np.int32),
        seconds=np.concatenate([np.zeros(0), *(person.seconds for person in people)]),
        **arrays,
    )
    return archive.getvalue()


def unpack_people(data: bytes) -> tuple[tuple[Person, ...], str | None]:
    """What pack_people packed; NotPeople where the bytes are none of its."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as archive:
            named = json.loads(str(archive["people"]))
            ends = np.concatenate([[0], np.cumsum(archive["count"])])
            seconds = archive["seconds"]
            people = tuple(
                _checked(
                    Person(str(each["name"]), str(each["model"]), archive[f"vectors{number}"], seconds[first:last])
                )
                for number, (each, (first, last)) in enumerate(zip(named, pairwise(ends), strict=True))
            )
            return people, str(archive["plain_because"]) or None
    except (ValueError, KeyError, TypeError, EOFError, OSError, zipfile.BadZipFile) as error:
        raise NotPeople(tr("hold nothing that can be read ({error})", error=error)) from error


def _checked(person: Person) -> Person:
    vectors = person.vectors
    fits = vectors.ndim == 2 and vectors.dtype == np.float32 and 1 <= len(vectors) <= MAX_VECTORS
    if not fits or person.seconds.shape != (len(vectors),) or not np.isfinite(vectors).all():
        raise ValueError(tr("the vectors of {name} are none", name=person.name))
    return person
