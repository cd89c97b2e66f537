"""The key of the known voices, in the system's key ring: Secret Service, KWallet, macOS Keychain, Windows Credential.

A key ring may be absent, locked or broken, and says so in as many ways as there are: all of them are KeyRingUnusable.
"""

import base64
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop_app.translation import in_every_language, tr

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE, USER = "diarist", "known voices"
KEY_BYTES = 32
_RECOMMENDED = 1
"""Priority from which keyring itself takes a backend for safe; those below keep what they are given in plain files."""


def no_ring() -> str:
    """Why nothing can be kept where there is no key ring, a clause."""
    return tr("this computer has no key ring")


def locked_ring() -> str:
    """Why nothing can be had from a locked one, a clause."""
    return tr("this computer's key ring is locked")


def in_this_language(reason: str) -> str:
    """A reason that was kept, perhaps by a program that spoke another language."""
    known = {"this computer has no key ring": no_ring(), "this computer's key ring is locked": locked_ring()}
    return next((now for source, now in known.items() if reason in in_every_language(source)), reason)


class KeyRingUnusable(Exception):
    """The key ring cannot be used; reason: a clause that says why."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


def find_key() -> bytes | None:
    """The key, KEY_BYTES long; None where the ring holds none. KeyRingUnusable."""
    with _ring() as ring:
        text = ring.get_password(SERVICE, USER)
    if text is None:
        return None
    try:
        key = base64.b64decode(text, validate=True)
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise KeyRingUnusable(tr("the key in this computer's key ring is damaged"))
    return key


def find_or_make_key() -> bytes:
    """The key, a new and random one where the ring holds none. KeyRingUnusable, also where it does not keep it."""
    key = find_key()
    if key is not None:
        return key
    with _ring() as ring:
        ring.set_password(SERVICE, USER, base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode())
    # A ring without a place to keep anything takes it without a word.
    key = find_key()
    if key is None:
        raise KeyRingUnusable(no_ring())
    return key


def remove_key() -> None:
    """Remove the key if there is one. KeyRingUnusable where it may still be there."""
    with _ring() as ring:
        if ring.get_password(SERVICE, USER) is not None:
            ring.delete_password(SERVICE, USER)


@contextmanager
def _ring() -> Iterator["KeyringBackend"]:
    try:
        import keyring
        from keyring.errors import KeyringLocked, NoKeyringError
    except ImportError as error:
        reason = tr("this computer has no key ring that Diarist can use ({error})", error=error)
        raise KeyRingUnusable(reason) from error
    try:
        ring = keyring.get_keyring()
        if ring.priority < _RECOMMENDED:
            raise KeyRingUnusable(no_ring())
        yield ring
    except KeyRingUnusable:
        raise
    except NoKeyringError:
        raise KeyRingUnusable(no_ring()) from None
    except KeyringLocked:
        raise KeyRingUnusable(locked_ring()) from None
    except Exception as error:  # backends let through what their system throws at them
        said = str(error) or type(error).__name__
        raise KeyRingUnusable(tr("this computer's key ring fails ({error})", error=said)) from error
