"""Making millions of values without a garbage collector that looks at all of them again and again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Values that are made meanwhile are in no cycles; collecting goes on afterwards, if it went on before, and does
    not begin with a look at all that was made."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.freeze()
            gc.unfreeze()  # to the oldest generation
            gc.enable()
