from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
import soundfile
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


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "Recording 2026-11-25 14.03.12")
    yield desk
    if desk.recorder is not None and desk.recorder.is_recording:
        desk.recorder.stop()


@pytest.fixture
def samples_of() -> Callable[[Path], NDArray[np.int16]]:
    """What another library reads from a file, int16 of shape [samples]."""

    def read(path: Path) -> NDArray[np.int16]:
        samples: NDArray[np.int16] = soundfile.read(path, dtype="int16")[0]
        return samples

    return read
