"""The file's bytes: encrypted for real, and every damage told apart."""

import hashlib

import pytest

from desktop_app.core.known_voices.envelope import BadEnvelope, WrongKey, is_encrypted, opened, sealed

KEY, OTHER = bytes(32), bytes([1] * 32)


@pytest.mark.parametrize("key", [KEY, None])
def test_what_was_sealed_comes_back(key: bytes | None) -> None:
    data = sealed(b"anna", key)
    assert is_encrypted(data) is (key is not None)
    assert opened(data, key) == b"anna"


def test_encrypted_contents_are_not_to_be_seen_and_never_twice_the_same() -> None:
    assert b"anna" not in sealed(b"anna", KEY)
    assert sealed(b"anna", KEY) != sealed(b"anna", KEY)


@pytest.mark.parametrize("key", [OTHER, None])
def test_another_key_opens_nothing(key: bytes | None) -> None:
    with pytest.raises(WrongKey, match="another key"):
        opened(sealed(b"anna", KEY), key)


@pytest.mark.parametrize("key", [KEY, None])
@pytest.mark.parametrize("length", [1, 10, 22, 40, 80, 100])
def test_a_truncated_file_is_damaged(key: bytes | None, length: int) -> None:
    with pytest.raises(BadEnvelope, match="are damaged"):
        opened(sealed(b"anna" * 100, key)[:length], key)


@pytest.mark.parametrize("key", [KEY, None])
def test_a_changed_byte_is_damage(key: bytes | None) -> None:
    data = bytearray(sealed(b"anna" * 100, key))
    data[-5] ^= 1
    with pytest.raises(BadEnvelope, match="not what was written"):
        opened(bytes(data), key)


def test_plain_contents_are_not_taken_for_encrypted_ones() -> None:
    line, _, body = sealed(b"anna", KEY).partition(b"\n")
    forged = line.replace(b"encrypted", b"plain") + b"\n" + body
    assert opened(forged, KEY) == body  # without its key it stays what it is: ciphertext
    plain = sealed(b"anna", None).replace(b"plain", b"encrypted", 1)
    with pytest.raises(WrongKey):
        opened(plain, KEY)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "are empty"),
        (b"PK\x03\x04 something", "are something else"),
        (b"diarist-known-voices/2 sealed in a new way\n...", "newer version"),
        (b"diarist-known-voices/0 plain " + hashlib.sha256(b"").hexdigest().encode() + b"\n", "are damaged"),
    ],
)
def test_what_is_no_file_of_ours_is_refused_for_what_it_is(data: bytes, said: str) -> None:
    with pytest.raises(BadEnvelope, match=said):
        opened(data, None)
