"""The key of the known voices, in the system's key ring: Secret Service, KWallet, macOS Keychain, Windows Credential.

A key ring may be absent, locked or broken, and says so in as many ways as there are: all of them are KeyRingUnusable.
"""

import base64
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE, USER = "diarist", "known voices"
KEY_BYTES = 32
NONE = "this computer has no key ring"
LOCKED = "this computer's key ring is locked"
_RECOMMENDED = 1
"""Priority from which keyring itself takes a backend for safe; those below keep what they are given in plain files."""


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
        raise KeyRingUnusable("the key in this computer's key ring is damaged")
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
        raise KeyRingUnusable(NONE)
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
        raise KeyRingUnusable(f"{NONE} that Diarist can use ({error})") from error
    try:
        ring = keyring.get_keyring()
        if ring.priority < _RECOMMENDED:
            raise KeyRingUnusable(NONE)
        yield ring
    except KeyRingUnusable:
        raise
    except NoKeyringError:
        raise KeyRingUnusable(NONE) from None
    except KeyringLocked:
        raise KeyRingUnusable(LOCKED) from None
    except Exception as error:  # backends let through what their system throws at them
        raise KeyRingUnusable(f"this computer's key ring fails ({str(error) or type(error).__name__})") from error
