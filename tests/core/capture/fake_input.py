"""Inputs that give what a test says when it says so, a clock that stands still, and what a recorder tells."""

from collections.abc import Callable
from dataclasses import dataclass, field
from queue import Queue
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.capture.errors import CaptureError
from desktop_app.core.capture.sound_queue import Block
from desktop_app.core.capture.stream import OnEnd, OnSound
from desktop_app.core.capture.values import RecorderEvent, Source, SourceKind

RATE_HZ = 8_000
PATIENCE_S = 20.0
"""How long a test waits for what should happen at once; only a failing test waits so long."""
T = TypeVar("T")


def noise(samples: int, *, seed: int = 1) -> NDArray[np.int16]:
    """Samples that no others are like, int16 of shape [samples]."""
    return np.random.default_rng(seed).integers(-20_000, 20_000, samples, np.int16)


class FakeClock:
    """A clock that only moves when it is told to."""

    def __init__(self) -> None:
        self.now_s = 1000.0

    def __call__(self) -> float:
        return self.now_s

    def advance(self, seconds: float) -> None:
        self.now_s += seconds


@dataclass
class FakeStream:
    """An open input."""

    name: str
    kind: SourceKind
    rate_hz: int
    on_sound: OnSound
    on_end: OnEnd
    closed: bool = False

    def close(self) -> None:
        self.closed = True

    def give(self, samples: NDArray[np.int16], *, lost: int = 0) -> None:
        """Let it hear something: of shape [samples] or [samples, channels]."""
        frames = samples.reshape(len(samples), samples.shape[1] if samples.ndim > 1 else 1)
        self.on_sound(Block(frames, self.rate_hz), lost)


@dataclass
class FakeSystem:
    """The inputs of a computer; the first that is plugged in is the default."""

    plugged: dict[str, tuple[int, SourceKind]] = field(
        default_factory=lambda: {"Desk": (RATE_HZ, SourceKind.MICROPHONE)}
    )
    opened: list[FakeStream] = field(default_factory=list)
    refreshed: int = 0
    at_once: NDArray[np.int16] | None = None

    def open(self, source: Source, on_sound: OnSound, on_end: OnEnd) -> FakeStream:
        name = source.device or next(iter(self.plugged), None)
        if name is None or name not in self.plugged:
            raise CaptureError(f"the input '{name}' is not there")
        rate_hz, kind = self.plugged[name]
        stream = FakeStream(name, kind, rate_hz, on_sound, on_end)
        self.opened.append(stream)
        if self.at_once is not None:  # some give sound before they are known to be open
            stream.give(self.at_once)
        return stream

    def refresh(self) -> None:
        assert all(stream.closed for stream in self.opened), "streams are stopped by it"
        self.refreshed += 1

    def is_there(self, source: Source) -> bool:
        return source.device is None or source.device in self.plugged

    def plug(self, name: str, *, rate_hz: int = RATE_HZ, kind: SourceKind = SourceKind.MICROPHONE) -> None:
        self.plugged[name] = rate_hz, kind

    def unplug(self, name: str) -> None:
        """Take it away; the stream tells its end."""
        del self.plugged[name]
        self.now.on_end()

    @property
    def now(self) -> FakeStream:
        """What is heard."""
        return self.opened[-1]


class Told:
    """What a recorder tells, in order."""

    def __init__(self) -> None:
        self._queue: Queue[object] = Queue()
        self.all: list[object] = []

    def __call__(self, event: RecorderEvent | object) -> None:
        self._queue.put(event)

    def next(self, kind: type[T], when: Callable[[T], bool] = lambda _: True) -> T:
        """The next event of this kind for which that holds; queue.Empty where none comes."""
        while True:
            event = self._queue.get(timeout=PATIENCE_S)
            self.all.append(event)
            if isinstance(event, kind) and when(event):
                return event

    def rest(self) -> list[object]:
        """Everything that was told, once nothing more can be."""
        while not self._queue.empty():
            self.all.append(self._queue.get())
        return self.all
