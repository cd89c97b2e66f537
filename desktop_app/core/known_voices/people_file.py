"""The one file of known voices, in the user's data folder: readable to this user alone, encrypted where there is a key.

Every change reads the file first, so what cannot be read is never written over.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.core.known_voices.contents import NotPeople, pack_people, unpack_people
from desktop_app.core.known_voices.envelope import BadEnvelope, is_encrypted, opened, sealed
from desktop_app.core.known_voices.errors import KeyLeft, PeopleFileError
from desktop_app.core.known_voices.key_ring import KeyRingUnusable, find_key, find_or_make_key, remove_key
from desktop_app.core.known_voices.known_people import KnownPeople, with_person, without_person
from desktop_app.core.known_voices.person import Person
from desktop_app.core.known_voices.private_file import make_private_folder, remove_for_good, write_privately
from desktop_app.translation import tr
from desktop_app.user_folders import data_folder

_WAIT_S = 10.0
_LOCK = ".lock"


def people_file() -> Path:
    """Where the known voices lie: alone in a folder of theirs, beside which there is nothing of them."""
    return data_folder() / "known-voices" / "people.voices"


def load_people() -> KnownPeople:
    """Everybody whose voice is known; nobody where there is no file, and then the key ring is not asked.

    PeopleFileError where the file is damaged, of a newer version or something else, or where its key cannot be had.
    """
    if not people_file().exists():
        return KnownPeople()
    with _lock() as path:  # a change overwrites what it replaces
        return _read(path)


def add_person(person: Person, *, renew: bool = False) -> KnownPeople:
    """Keep a person's voice, and return everybody. renew: add to a voice that is known already, as the user asked.

    PersonKnown without it; PeopleFileError as load_people, or where the file cannot be written. Then nothing changed.
    """
    return _change(lambda people: with_person(people, person, renew=renew))


def forget_person(name: str) -> KnownPeople:
    """Delete a person's voice, and return who is left. PersonUnknown; PeopleFileError as add_person.

    With the last of them, file and key go: see forget_everybody.
    """
    return _change(lambda people: without_person(people, name))


def forget_everybody() -> None:
    """Delete all voices, also where they cannot be read: the file is overwritten and removed, and so is its key.

    PeopleFileError where the file cannot be removed; KeyLeft where only the key cannot.
    """
    with _lock() as path:
        _forget_everybody(path)


def _forget_everybody(path: Path) -> None:
    may_have_key = _may_have_key(path)
    try:
        for file in path.parent.iterdir():
            if file.name != _LOCK:
                remove_for_good(file)
    except OSError as error:
        raise PeopleFileError(
            path, tr("cannot be deleted ({error})", "known voices").format(error=error.strerror)
        ) from error
    try:
        remove_key()
    except KeyRingUnusable as unusable:
        if may_have_key:
            raise KeyLeft(unusable.reason) from unusable


def _may_have_key(path: Path) -> bool:
    try:
        return is_encrypted(path.read_bytes())
    except FileNotFoundError:
        return False
    except (OSError, BadEnvelope):
        return True


def _change(change: Callable[[tuple[Person, ...]], tuple[Person, ...]]) -> KnownPeople:
    with _lock() as path:
        before = _read(path)
        people = change(before.people)
        if not people:
            _forget_everybody(path)
            return KnownPeople()
        return _write(path, people, encrypted_before=before.encrypted)


def _read(path: Path) -> KnownPeople:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return KnownPeople()
    except OSError as error:
        raise PeopleFileError(
            path, tr("cannot be read ({error})", "known voices").format(error=error.strerror)
        ) from error
    try:
        encrypted = is_encrypted(data)
        people, plain_because = unpack_people(opened(data, _key(path) if encrypted else None))
    except (BadEnvelope, NotPeople) as error:
        raise PeopleFileError(path, str(error)) from error
    return KnownPeople(people, encrypted, plain_because)


def _write(path: Path, people: tuple[Person, ...], *, encrypted_before: bool) -> KnownPeople:
    try:
        key, plain_because = find_or_make_key(), None
    except KeyRingUnusable as unusable:
        if encrypted_before:
            reason = tr("can no longer be encrypted, as {reason}", reason=unusable.reason)
            raise PeopleFileError(path, reason) from unusable
        key, plain_because = None, unusable.reason
    try:
        write_privately(path, sealed(pack_people(people, plain_because), key))
        for part in path.parent.glob(".*.part"):  # of a program that was killed
            remove_for_good(part)
    except OSError as error:
        raise PeopleFileError(
            path, tr("cannot be written ({error})", "known voices").format(error=error.strerror)
        ) from error
    return KnownPeople(people, key is not None, plain_because)


def _key(path: Path) -> bytes:
    try:
        key = find_key()
    except KeyRingUnusable as unusable:
        reason = tr("are encrypted, and {reason}: without it they cannot be read", reason=unusable.reason)
        raise PeopleFileError(path, reason) from unusable
    if key is None:
        raise PeopleFileError(
            path,
            tr("are encrypted, and their key is no longer in this computer's key ring: delete all to begin anew"),
        )
    return key


@contextmanager
def _lock() -> Iterator[Path]:
    """The file's path, while no other program changes it. PeopleFileError."""
    from filelock import FileLock, Timeout

    path = people_file()
    try:
        make_private_folder(path.parent)
        lock = FileLock(path.with_name(_LOCK), timeout=_WAIT_S)
        lock.acquire()
    except Timeout:
        raise PeopleFileError(path, tr("are being changed by another program")) from None
    except OSError as error:
        raise PeopleFileError(
            path, tr("cannot be written ({error})", "known voices").format(error=error.strerror)
        ) from error
    try:
        yield path
    finally:
        lock.release()
