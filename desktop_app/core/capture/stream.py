"""The seam to the sound system: an open input, which gives what it hears."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.capture.devices import opened_as
from desktop_app.core.capture.errors import CaptureError
from desktop_app.core.capture.portaudio import portaudio
from desktop_app.core.capture.sound_queue import Block
from desktop_app.core.capture.values import Source, SourceKind
from desktop_app.translation import tr

if TYPE_CHECKING:
    import sounddevice

OnSound = Callable[[Block, int], None]
"""Sound that was heard, the receiver's own, and how many samples the system dropped just before it. It is called in a
thread of the sound system, which must not wait."""
OnEnd = Callable[[], None]
"""The input gives no more, though nobody closed it. Called in a thread of the sound system."""


class InputStream(Protocol):
    """An input that is being heard."""

    @property
    def name(self) -> str:
        """What a person calls the input."""

    @property
    def kind(self) -> SourceKind:
        """What the input hears."""

    @property
    def rate_hz(self) -> int:
        """The rate of what it gives."""

    def close(self) -> None:
        """Hear no more, from when this returns; it does not wait for more, and raises nothing."""


class OpenInput(Protocol):
    """Opens an input; CaptureError where it cannot be heard."""

    def __call__(self, source: Source, on_sound: OnSound, on_end: OnEnd) -> InputStream:
        """Open it and begin to listen, to all of its channels or the one that is asked for."""


def open_input(source: Source, on_sound: OnSound, on_end: OnEnd) -> InputStream:
    """See OpenInput: an input of this computer, by PortAudio, at its own rate."""
    return _PortAudioStream(source, on_sound, on_end)


class _Times(Protocol):
    """PortAudio's times of a block, in seconds."""

    inputBufferAdcTime: float  # noqa: N815  PortAudio's name


class _PortAudioStream:
    def __init__(self, source: Source, on_sound: OnSound, on_end: OnEnd) -> None:
        self._on_sound = on_sound
        self._on_end = on_end
        self._wanted = slice(None) if source.channel is None else slice(source.channel - 1, source.channel)
        self._closing = False
        self._due_s: float | None = None
        library = portaudio()
        with opened_as(source) as (device, index):
            self._device = device
            channels = _channels(source, device.channels)
            try:
                self._stream = library.InputStream(
                    device=index,
                    samplerate=device.rate_hz,
                    channels=channels,
                    dtype="int16",
                    latency="high",  # the disk does not mind, and nothing is dropped while the system is busy
                    callback=self._heard,
                    finished_callback=self._ended,
                )
            except (library.PortAudioError, ValueError) as error:
                raise _cannot_be_opened(device.name) from error
            try:
                self._stream.start()
            except library.PortAudioError as error:
                self.close()
                raise _cannot_be_opened(device.name) from error

    @property
    def name(self) -> str:
        return self._device.name

    @property
    def kind(self) -> SourceKind:
        return self._device.kind

    @property
    def rate_hz(self) -> int:
        return self._device.rate_hz

    def close(self) -> None:
        self._closing = True
        with suppress(portaudio().PortAudioError):
            # Not stopped before: that waits for sound, which an input that is gone never gives.
            self._stream.close()

    def _heard(self, frames: NDArray[np.int16], count: int, time: "_Times", flags: "sounddevice.CallbackFlags") -> None:
        at_s = time.inputBufferAdcTime
        lost = self._lost_before(at_s) if flags.input_overflow else 0
        self._due_s = at_s + count / self.rate_hz
        self._on_sound(Block(frames[:, self._wanted].copy(), self.rate_hz), lost)

    def _lost_before(self, at_s: float) -> int:
        """How many samples the system dropped, by its own clock; at least 1, since it says that it did."""
        return 1 if self._due_s is None else max(1, round((at_s - self._due_s) * self.rate_hz))

    def _ended(self) -> None:
        if not self._closing:
            self._on_end()


def _channels(source: Source, channels: int) -> int:
    if source.channel is None:
        return channels
    if not 1 <= source.channel <= channels:
        raise CaptureError(
            tr("there is no channel {channel}", channel=source.channel), tr("Choose one of 1 to {most}.", most=channels)
        )
    return source.channel


def _cannot_be_opened(name: str) -> CaptureError:
    return CaptureError(
        tr("'{name}' cannot be heard", name=name),
        tr("See whether another program uses it, or choose another input."),
    )
