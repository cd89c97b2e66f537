"""The seam to the sound system: an open output, which asks for what it plays."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from desktop_app.core.playback.stereo import Stereo
from desktop_app.core.playback.values import OutputDevice

Fill = Callable[[Stereo, float], None]
"""Writes all of the samples it is given; the number says when, on the system's clock in seconds, the first of them will
be heard. It is called in a thread of the sound system, and does not wait."""
OnLost = Callable[[], None]
"""The output takes no more, though nobody closed it. Called in a thread of the sound system."""


class SoundOutput(Protocol):
    """An output that is open. Asking begins with `start`, and may begin again after `stop`."""

    @property
    def name(self) -> str:
        """What a person calls it."""

    @property
    def rate_hz(self) -> int:
        """The rate of what it plays, its own."""

    def start(self) -> None:
        """Ask for sound from now on; nothing where it does so already. PlaybackError where it cannot be played."""

    def stop(self) -> None:
        """Ask no more from when this returns; it does not wait for what was given to sound, and raises nothing."""

    def close(self) -> None:
        """As stop, and let go of the device."""


class OpenOutput(Protocol):
    """Opens an output; PlaybackError where there is none, or it cannot be played."""

    def __call__(self, device: str | None, fill: Fill, on_lost: OnLost) -> SoundOutput:
        """Open it. device: its name, the system's default if None."""


@dataclass(frozen=True, slots=True)
class SoundSystem:
    """Where sound goes. devices: lists the outputs, the system's default marked, and is called while none is open;
    PlaybackError where that cannot be said. clock: in seconds, the one that Fill is told times of."""

    open: OpenOutput
    devices: Callable[[], Sequence[OutputDevice]]
    clock: Callable[[], float]
