"""How busy the card is while something runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event, Thread

from bench.card_setting import device
from desktop_app.core.models.torch.import_chain import import_torch

_EVERY_S = 0.02


@dataclass
class Watch:
    """What was seen. busy: percentages, none where the driver does not tell; peak_gb: of memory, None without one."""

    busy: list[int] = field(default_factory=list)
    peak_gb: float | None = None

    @property
    def busy_percent(self) -> float | None:
        """On average."""
        return round(sum(self.busy) / len(self.busy), 1) if self.busy else None


@contextmanager
def watched() -> Iterator[Watch]:
    """Look at the card again and again meanwhile."""
    watch, over = Watch(), Event()
    if device() == "cpu":
        yield watch
        return
    cuda = import_torch().cuda
    cuda.reset_peak_memory_stats()
    thread = Thread(target=_look, args=(watch, over), daemon=True)
    thread.start()
    try:
        yield watch
    finally:
        over.set()
        thread.join()
        watch.peak_gb = round(cuda.max_memory_allocated() / 1e9, 2)


def _look(watch: Watch, over: Event) -> None:
    cuda = import_torch().cuda
    try:
        while not over.wait(_EVERY_S):
            watch.busy.append(int(cuda.utilization()))
    except (ImportError, RuntimeError):  # it takes a package of NVIDIA's
        watch.busy.clear()
