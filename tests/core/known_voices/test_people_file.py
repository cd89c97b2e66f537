"""The file of known voices: kept for one user, never lost, never written over unread, and gone when it is to go."""

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import keyring
import numpy as np
import pytest
from filelock import FileLock
from keyring.backends.fail import Keyring as FailRing

from desktop_app.core.known_voices import people_file as module
from desktop_app.core.known_voices.envelope import sealed
from desktop_app.core.known_voices.errors import KeyLeft, PeopleFileError, PersonKnown, PersonUnknown
from desktop_app.core.known_voices.people_file import (
    add_person,
    forget_everybody,
    forget_person,
    load_people,
    people_file,
)
from known_voices.key_rings import LockedRing, MemoryRing
from known_voices.recordings import person

ANNA, BEN = person("Anna", 0), person("Ben", 1)


@pytest.fixture
def no_ring(ring: MemoryRing) -> None:
    keyring.set_keyring(FailRing())


def left() -> set[str]:
    """What lies in the folder, but for the lock."""
    return {file.name for file in people_file().parent.iterdir()} - {".lock"}


def vectors_on_disk(data: bytes) -> bool:
    return ANNA.vectors.tobytes() in data


def test_nobody_is_known_at_first_and_looking_leaves_nothing(ring: MemoryRing) -> None:
    assert load_people().names == ()
    assert not people_file().parent.exists()
    assert ring.held == {}


def test_people_are_kept_encrypted() -> None:
    add_person(ANNA)
    known = add_person(BEN)
    assert known.names == load_people().names == ("Anna", "Ben")
    assert (
        known.protection
        == load_people().protection
        == "The voices are encrypted, with a key in this computer's key ring"
    )
    assert np.array_equal(load_people().people[0].vectors, ANNA.vectors)
    assert b"Anna" not in people_file().read_bytes()
    assert not vectors_on_disk(people_file().read_bytes())
    assert left() == {people_file().name}


@pytest.mark.usefixtures("no_ring")
def test_without_a_key_ring_they_are_plain_and_that_is_said() -> None:
    add_person(ANNA)
    assert load_people().protection == "The voices are not encrypted: this computer has no key ring"
    assert vectors_on_disk(people_file().read_bytes())
    if sys.platform != "win32":
        assert people_file().stat().st_mode & 0o077 == 0


@pytest.mark.usefixtures("no_ring")
def test_plain_voices_are_encrypted_with_the_next_change_once_there_is_a_ring(ring: MemoryRing) -> None:
    add_person(ANNA)
    keyring.set_keyring(ring)
    assert not load_people().encrypted
    assert add_person(BEN).encrypted
    assert load_people().names == ("Anna", "Ben")
    assert not vectors_on_disk(people_file().read_bytes())


@pytest.mark.parametrize(
    ("gone", "said"), [(FailRing, "has no key ring"), (LockedRing, "is locked"), (MemoryRing, "no longer in")]
)
def test_encrypted_voices_without_their_key_are_an_error_and_stay_as_they_are(gone: type, said: str) -> None:
    add_person(ANNA)
    before = people_file().read_bytes()
    keyring.set_keyring(gone())
    for attempt in (load_people, lambda: add_person(BEN), lambda: forget_person("Anna")):
        with pytest.raises(PeopleFileError, match=f"are encrypted, and .*{said}"):
            attempt()
    assert people_file().read_bytes() == before


def test_another_key_is_an_error(ring: MemoryRing) -> None:
    add_person(ANNA)
    ring.held["diarist", "known voices"] = "A" * 43 + "="
    with pytest.raises(PeopleFileError, match="encrypted with another key"):
        load_people()


def test_a_ring_that_fails_in_between_does_not_lay_encrypted_voices_open(
    ring: MemoryRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_person(ANNA)
    before, answers = people_file().read_bytes(), iter([ring.held["diarist", "known voices"]])

    def once(service: str, username: str) -> str:
        try:
            return next(answers)
        except StopIteration:
            raise ConnectionResetError("the bus is gone") from None

    monkeypatch.setattr(ring, "get_password", once)
    with pytest.raises(PeopleFileError, match=r"can no longer be encrypted, as .*the bus is gone"):
        add_person(BEN)
    assert people_file().read_bytes() == before


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda data: b"", "are empty"),
        (lambda data: data[: len(data) // 2], "are damaged"),
        (lambda data: b"SQLite format 3\x00", "are something else"),
        (lambda data: data.replace(b"voices/1", b"voices/2", 1), "newer version"),
        (lambda data: sealed(b"no people", None), "hold nothing that can be read"),
    ],
)
def test_bad_input_is_refused_in_a_sentence_and_never_written_over(damage: object, said: str) -> None:
    assert callable(damage)
    add_person(ANNA)
    people_file().write_bytes(damage(people_file().read_bytes()))
    before = people_file().read_bytes()
    for attempt in (load_people, lambda: add_person(BEN), lambda: forget_person("Anna")):
        with pytest.raises(PeopleFileError, match=said) as refused:
            attempt()
        assert str(people_file()) in str(refused.value)
    assert people_file().read_bytes() == before
    assert left() == {people_file().name}


def test_who_is_known_is_renewed_only_when_asked() -> None:
    add_person(ANNA)
    with pytest.raises(PersonKnown):
        add_person(person("anna", 2))
    assert len(load_people().people[0].vectors) == 5
    assert len(add_person(person("anna", 2), renew=True).people[0].vectors) == 10


@pytest.mark.usefixtures("no_ring")
def test_deleting_one_person_leaves_nothing_of_them() -> None:
    add_person(ANNA)
    add_person(BEN)
    assert forget_person("anna").names == load_people().names == ("Ben",)
    data = people_file().read_bytes()
    assert b"A\0\0\0n\0\0\0n\0\0\0a" not in data
    assert not vectors_on_disk(data)
    assert left() == {people_file().name}
    with pytest.raises(PersonUnknown):
        forget_person("Anna")


@pytest.mark.parametrize("how", [forget_everybody, lambda: forget_person("Anna")])
def test_deleting_all_or_the_last_leaves_neither_file_nor_key(how: object, ring: MemoryRing) -> None:
    assert callable(how)
    add_person(ANNA)
    (people_file().parent / ".0123456789abcdef.part").write_bytes(ANNA.vectors.tobytes())
    how()
    assert left() == set()
    assert ring.held == {}
    assert load_people().names == ()


def test_deleting_all_works_on_what_cannot_be_read(ring: MemoryRing) -> None:
    add_person(ANNA)
    people_file().write_bytes(b"rubbish")
    forget_everybody()
    assert left() == set()
    assert ring.held == {}
    forget_everybody()


def test_a_key_that_cannot_be_removed_is_told() -> None:
    add_person(ANNA)
    keyring.set_keyring(LockedRing())
    with pytest.raises(KeyLeft, match=r"are deleted; their key could not be removed, as .* is locked"):
        forget_everybody()
    assert left() == set()


@pytest.mark.usefixtures("no_ring")
def test_deleting_plain_voices_asks_for_no_key() -> None:
    add_person(ANNA)
    forget_everybody()
    assert left() == set()


def test_what_a_killed_program_left_goes_with_the_next_change() -> None:
    add_person(ANNA)
    (people_file().parent / ".0123456789abcdef.part").write_bytes(b"anna")
    add_person(BEN)
    assert left() == {people_file().name}


def test_changes_at_the_same_time_lose_nobody() -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: add_person(person(f"P{number}", number)), range(12)))
    assert set(load_people().names) == {f"P{number}" for number in range(12)}


def test_nothing_is_read_or_changed_while_another_program_changes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    add_person(ANNA)
    monkeypatch.setattr(module, "_WAIT_S", 0.05)
    with FileLock(people_file().with_name(".lock")):
        for attempt in (load_people, lambda: add_person(BEN), forget_everybody):
            with pytest.raises(PeopleFileError, match="being changed by another program"):
                attempt()
    assert load_people().names == ("Anna",)


def test_a_folder_that_takes_no_file_is_an_error(tmp_path: Path) -> None:
    people_file().parent.parent.mkdir(parents=True, exist_ok=True)
    people_file().parent.write_bytes(b"in the way")
    with pytest.raises(PeopleFileError, match="cannot be written"):
        add_person(ANNA)
