"""Every test has a key ring of its own."""

from collections.abc import Iterator

import keyring
import pytest

from known_voices.key_rings import MemoryRing


@pytest.fixture(autouse=True)
def ring() -> Iterator[MemoryRing]:
    before = keyring.get_keyring()
    memory = MemoryRing()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(before)
