"""Key rings for tests: one in memory, and some that do not work."""

from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from keyring.errors import KeyringLocked


class MemoryRing(KeyringBackend):
    """Keeps what it is given as long as it lives."""

    priority = 5  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.held[service, username]


class ForgetfulRing(MemoryRing):
    """Takes everything and keeps nothing, as a chain of no rings does."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class EmptyChain(ChainerBackend):
    """A chain of no rings, as there is where none can be used."""

    backends = ()  # type: ignore[assignment]


class LockedRing(MemoryRing):
    """Nobody unlocks it."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("dismissed")


class BrokenRing(MemoryRing):
    """Fails as no key ring should."""

    def get_password(self, service: str, username: str) -> str | None:
        raise ConnectionRefusedError("the bus is gone")


class PlainRing(MemoryRing):
    """Keeps its secrets in a file that everybody can read."""

    priority = 0.5  # type: ignore[assignment]
