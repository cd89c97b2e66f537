"""What was heard and is not on the disk yet: room for much, so that a disk that stalls loses nothing."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from threading import Condition

import numpy as np
from numpy.typing import NDArray

ROOM_S = 120.0


@dataclass(frozen=True, slots=True)
class Block:
    """Sound as an input gives it. frames: int16 of shape [samples, channels]; rate_hz: of its input."""

    frames: NDArray[np.int16]
    rate_hz: int

    @property
    def duration_s(self) -> float:
        """How long it lasts."""
        return len(self.frames) / self.rate_hz


class SoundQueue:
    """Blocks in order, from the thread that hears to the one that writes; wishes go with them, at their place."""

    def __init__(self, *, clock: Callable[[], float], room_s: float = ROOM_S) -> None:
        """clock: in seconds. room_s: how much sound it holds; what comes when it is full is lost, and counted."""
        self._clock = clock
        self._room_s = room_s
        self._items: deque[Block | Callable[[], None]] = deque()
        self._held_s = 0.0
        self._lost_samples = 0
        self._changed = Condition()
        self._heard_at_s = clock()

    def put(self, block: Block, lost_samples: int = 0) -> None:
        """Add sound, without ever waiting for room. lost_samples: what the system dropped before it."""
        with self._changed:
            self._heard_at_s = self._clock()
            self._lost_samples += lost_samples
            if self._held_s + block.duration_s > self._room_s:
                self._lost_samples += len(block.frames)
                return
            self._held_s += block.duration_s
            self._items.append(block)
            self._changed.notify()

    def ask(self, wish: Callable[[], None]) -> None:
        """Add something to be done by whoever takes it, behind all the sound that came before."""
        with self._changed:
            self._items.append(wish)
            self._changed.notify()

    def take(self, timeout_s: float) -> Block | Callable[[], None] | None:
        """The next; None where nothing comes in time."""
        with self._changed:
            if not self._items:
                self._changed.wait(timeout_s)
            if not self._items:
                return None
            item = self._items.popleft()
            if isinstance(item, Block):
                self._held_s = max(0.0, self._held_s - item.duration_s)
            return item

    def is_empty(self) -> bool:
        """Whether nothing waits to be taken."""
        with self._changed:
            return not self._items

    def silent_for_s(self) -> float:
        """How long nothing has been heard; 0 while something waits to be taken."""
        with self._changed:
            return 0.0 if self._items else self._clock() - self._heard_at_s

    def listen_again(self) -> None:
        """An input was opened: what was not heard before does not count as silence."""
        with self._changed:
            self._heard_at_s = self._clock()

    def lost(self) -> int:
        """How many samples were lost since this was last asked."""
        with self._changed:
            lost, self._lost_samples = self._lost_samples, 0
            return lost
