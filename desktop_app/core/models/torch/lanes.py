"""Work of several threads on one device at once, so that a card calculates for one while it copies for another."""

from collections.abc import Iterator
from contextlib import contextmanager
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import torch

CARD_LANES = 2
"""While one batch is on the card, the next is made ready and the last is taken back."""


def lanes_on(device: str) -> int:
    """How many pieces of work are on a device at once."""
    return CARD_LANES if device == "cuda" else 1


class Lanes:
    """A stream of its own for each piece of work that is on a card at once; to be made when the model is there.

    On the processor there are no streams, and work is only counted.
    """

    def __init__(self, device: str) -> None:
        import torch

        self._device = torch.device(device)
        self._on_card = device == "cuda"
        self._free: SimpleQueue[torch.cuda.Stream | None] = SimpleQueue()
        if self._on_card:
            torch.cuda.synchronize()  # the model's weights were brought there on another stream
        for _ in range(lanes_on(device)):
            self._free.put(torch.cuda.Stream() if self._on_card else None)

    @contextmanager
    def one(self) -> Iterator[None]:
        """A lane, waited for where none is free. What goes to the device within, and comes back, keeps to it."""
        import torch

        stream = self._free.get()
        try:
            with torch.cuda.stream(stream):  # does nothing where there is none
                yield
        finally:
            self._free.put(stream)

    def there(self, array: NDArray[Any]) -> "torch.Tensor":
        """The array on the device: through memory that the card itself reads, and nobody waits for it."""
        import torch

        tensor = torch.from_numpy(np.require(array, requirements=("C", "W")))
        return tensor.pin_memory().to(self._device, non_blocking=True) if self._on_card else tensor

    def back(self, tensor: "torch.Tensor") -> "torch.Tensor":
        """The tensor on the processor, complete; only this lane is waited for."""
        import torch

        if not self._on_card:
            return tensor
        pinned = torch.empty(tensor.shape, dtype=tensor.dtype, pin_memory=True)
        pinned.copy_(tensor, non_blocking=True)
        torch.cuda.current_stream().synchronize()
        return pinned
