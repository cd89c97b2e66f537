"""How many bytes of a model are done."""

from collections.abc import Callable

OnBytes = Callable[[int, int], None]
"""Told how many bytes are done, of how many."""


class BytesDone:
    """Adds up blocks and tells it."""

    def __init__(self, on_bytes: OnBytes, total: int) -> None:
        self._on_bytes, self._total = on_bytes, total
        self._done = 0

    def add(self, block_bytes: int) -> None:
        """So many more; fewer than none if some are lost."""
        self._done += block_bytes
        self._on_bytes(self._done, self._total)
