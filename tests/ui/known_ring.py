"""A key ring that tells whether it was asked."""

from core.known_voices.key_rings import MemoryRing


class CountingRing(MemoryRing):
    """Remembers how often it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    def get_password(self, service: str, username: str) -> str | None:
        """Count, and answer."""
        self.asked += 1
        return super().get_password(service, username)
