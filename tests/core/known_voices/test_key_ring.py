"""The key is made once, kept in the ring, and gone when it is removed; a ring that does not work says why."""

import keyring
import pytest
from keyring.backends.fail import Keyring as FailRing
from keyring.backends.null import Keyring as NullRing

from desktop_app.core.known_voices import key_ring
from desktop_app.core.known_voices.key_ring import (
    KeyRingUnusable,
    find_key,
    find_or_make_key,
    in_this_language,
    remove_key,
)
from known_voices.key_rings import BrokenRing, EmptyChain, ForgetfulRing, LockedRing, MemoryRing, PlainRing


def test_a_key_is_made_once_and_is_random(ring: MemoryRing) -> None:
    assert find_key() is None
    key = find_or_make_key()
    assert find_or_make_key() == find_key() == key
    assert len(key) == 32
    remove_key()
    assert ring.held == {}
    assert find_or_make_key() != key


def test_removing_no_key_is_no_error() -> None:
    remove_key()


@pytest.mark.parametrize(
    ("unusable", "said"),
    [
        (FailRing, "has no key ring"),
        (NullRing, "has no key ring"),
        (EmptyChain, "has no key ring"),
        (ForgetfulRing, "has no key ring"),
        (PlainRing, "has no key ring"),
        (LockedRing, "is locked"),
        (BrokenRing, "fails .the bus is gone"),
    ],
)
def test_a_ring_that_keeps_no_secret_is_unusable(unusable: type, said: str) -> None:
    keyring.set_keyring(unusable())
    with pytest.raises(KeyRingUnusable, match=said):
        find_or_make_key()


@pytest.mark.parametrize("strange", ["", "not base64 !", "c2hvcnQ="])
def test_a_damaged_key_is_not_replaced(ring: MemoryRing, strange: str) -> None:
    ring.held["diarist", "known voices"] = strange
    with pytest.raises(KeyRingUnusable, match="damaged"):
        find_or_make_key()
    remove_key()
    assert ring.held == {}


def test_a_reason_that_was_kept_is_said_in_the_language_of_now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_ring, "in_every_language", lambda source: (source, f"auf Deutsch: {source}"))
    assert in_this_language("auf Deutsch: this computer has no key ring") == "this computer has no key ring"
    assert in_this_language("this computer's key ring fails (no bus)") == "this computer's key ring fails (no bus)"
