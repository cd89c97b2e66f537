"""An output that plays when a test says so, on a clock of its own, and what a player tells."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from queue import Queue

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.playback.errors import PlaybackError
from desktop_app.core.playback.output import Fill, OnLost, SoundSystem
from desktop_app.core.playback.values import OutputDevice, PlayerState

PATIENCE_S = 20.0
"""How long a test waits for what should happen at once; only a failing test waits so long."""
BLOCK_S = 0.02


@dataclass
class ScriptedOutput:
    """An open output; what it was given is in `heard`, from the time on the clock when it was opened."""

    name: str
    rate_hz: int
    fill: Fill
    on_lost: OnLost
    delay_s: float
    is_on: bool = False
    closed: bool = False
    heard: list[NDArray[np.float32]] = field(default_factory=list)

    def start(self) -> None:
        assert not self.closed
        self.is_on = True

    def stop(self) -> None:
        self.is_on = False

    def close(self) -> None:
        self.is_on = False
        self.closed = True

    def ask(self, now_s: float) -> None:
        """Let it ask for a block."""
        block = np.full((round(BLOCK_S * self.rate_hz), 2), np.nan, np.float32)
        self.fill(block, now_s + self.delay_s)
        assert not np.isnan(block).any()
        self.heard.append(block)

    @property
    def sound(self) -> NDArray[np.float32]:
        """All that it was given, float32 [samples, 2]."""
        return np.concatenate([np.empty((0, 2), np.float32), *self.heard])


@dataclass
class ScriptedSystem:
    """The outputs of a computer, with their rates; the first is the default. Time goes on only while it is let."""

    plugged: dict[str, int] = field(default_factory=lambda: {"Desk": 48_000})
    delay_s: float = 0.1
    now_s: float = 1000.0
    opened: list[ScriptedOutput] = field(default_factory=list)

    @property
    def system(self) -> SoundSystem:
        return SoundSystem(self.open, self.devices, lambda: self.now_s)

    def open(self, device: str | None, fill: Fill, on_lost: OnLost) -> ScriptedOutput:
        name = device or next(iter(self.plugged), None)
        if name is None or name not in self.plugged:
            raise PlaybackError("there is no output to play on", "Plug in headphones or loudspeakers.")
        self.opened.append(ScriptedOutput(name, self.plugged[name], fill, on_lost, self.delay_s))
        return self.opened[-1]

    def devices(self) -> Sequence[OutputDevice]:
        return [OutputDevice(name, default=place == 0) for place, name in enumerate(self.plugged)]

    def unplug(self, name: str, *, tells: bool = True) -> None:
        """Take it away; it tells so, or just asks no more."""
        del self.plugged[name]
        self.now.is_on = False
        if tells:
            self.now.on_lost()

    def block(self) -> None:
        """Let the time of a block go by."""
        if self.opened and self.now.is_on:
            self.now.ask(self.now_s)
        self.now_s += BLOCK_S

    @property
    def now(self) -> ScriptedOutput:
        return self.opened[-1]


class Told:
    """What a player tells, in order."""

    def __init__(self) -> None:
        self.states: list[PlayerState] = []
        self.failures: list[PlaybackError] = []
        self.ends = 0
        self.news: Queue[object] = Queue()

    def changed(self, state: PlayerState) -> None:
        self.states.append(state)
        self.news.put(state)

    def ended(self) -> None:
        self.ends += 1
        self.news.put("ended")

    def failed(self, error: PlaybackError) -> None:
        self.failures.append(error)
        self.news.put(error)

    def wait_for(self, holds: Callable[[object], bool]) -> object:
        """The next news for which that holds; queue.Empty where none comes."""
        while not holds(news := self.news.get(timeout=PATIENCE_S)):
            pass
        return news
