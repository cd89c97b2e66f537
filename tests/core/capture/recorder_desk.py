"""A recorder on fake inputs, with all that belongs to it."""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from fake_input import FakeClock, FakeSystem, Told
from numpy.typing import NDArray

from desktop_app.core.capture.recorder import Recorder
from desktop_app.core.capture.values import Level, Source


@dataclass
class Desk:
    """A recorder on fake inputs, with what belongs to it."""

    folder: Path
    system: FakeSystem = field(default_factory=FakeSystem)
    clock: FakeClock = field(default_factory=FakeClock)
    told: Told = field(default_factory=Told)
    free_bytes: int = 10**12
    recorder: Recorder | None = None

    def record(self, source: Source = Source(), **options: float) -> Recorder:  # noqa: B008  frozen
        self.recorder = Recorder(
            self.folder,
            source,
            self.told,
            open_stream=self.system.open,
            refresh_devices=self.system.refresh,
            is_there=self.system.is_there,
            clock=self.clock,
            free=lambda _: self.free_bytes,
            **options,  # type: ignore[arg-type]
        )
        self.recorder.start()
        return self.recorder

    def give(self, samples: NDArray[np.int16], *, block: int = 100) -> None:
        """Let the open input hear something, in blocks."""
        for start in range(0, len(samples), block):
            self.system.now.give(samples[start : start + block])

    def heard(self, at_ms: int) -> None:
        """Return when so much is on the disk."""
        self.told.next(Level, lambda level: level.at_ms >= at_ms)
