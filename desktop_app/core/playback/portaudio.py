"""This computer's outputs, by PortAudio."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from desktop_app.core.playback import pulse
from desktop_app.core.playback.errors import PlaybackError
from desktop_app.core.playback.output import Fill, OnLost, SoundOutput, SoundSystem
from desktop_app.core.playback.stereo import Stereo
from desktop_app.core.playback.values import OutputDevice
from desktop_app.translation import in_every_language, tr

if TYPE_CHECKING:
    import sounddevice

_PULSE = "pulse"
_HOSTS = ("Windows WASAPI", "Core Audio", "ALSA", "JACK Audio Connection Kit")
"""Whose names are used where the system shows an output several times, the first that is there."""
_DEFAULT = "The system's default"
_BLOCK_S = 0.02
# Short enough for a key to be answered at once, long enough for a busy computer.
_LATENCY_S = 0.06
_USUAL_HZ = 48_000
# What a stream asks for first is lost on its way into an empty buffer (through PulseAudio 17 ms of it), and what it
# says of the time is not true yet.
_BLOCKS_TO_WARM_UP = 2


@dataclass(frozen=True, slots=True)
class _Place:
    """An output as PortAudio is asked for it. sink: what of the sound server is meant, None where there is none."""

    index: int
    device: OutputDevice
    rate_hz: int
    channels: int
    sink: pulse.Sink | None = None


def this_computer() -> SoundSystem:
    """The outputs of this computer."""
    return SoundSystem(_open, _devices, time.monotonic)


def _devices() -> tuple[OutputDevice, ...]:
    _refresh()
    return tuple(place.device for place in _places())


def _open(device: str | None, fill: Fill, on_lost: OnLost) -> SoundOutput:
    _refresh()
    places = _places()
    if not places:
        raise PlaybackError(tr("there is no output to play on"), tr("Plug in headphones or loudspeakers."))
    default = next((place for place in places if place.device.default), places[0])
    place = default if device is None else next((each for each in places if _is_called(each, device)), None)
    if place is None:
        raise PlaybackError(tr("the output '{name}' is not there", name=device), tr("Plug it in, or choose another."))
    return _PortAudioOutput(place, fill, on_lost)


def _library() -> ModuleType:
    try:
        import sounddevice
    except OSError as error:
        raise PlaybackError(
            tr("PortAudio does not load ({error})", error=error),
            tr("Install libportaudio2, then start Diarist again."),
        ) from error
    module: ModuleType = sounddevice
    return module


def _refresh() -> None:
    """Look anew at what is plugged in, which PortAudio does only when it begins. No stream must be open."""
    library = _library()
    with suppress(library.PortAudioError):
        library._terminate()
    with suppress(library.PortAudioError):
        library._initialize()


def _places() -> list[_Place]:
    library = _library()
    found: Sequence[Mapping[str, Any]] = library.query_devices()
    through_pulse = next((index for index, each in enumerate(found) if each["name"] == _PULSE and _sounds(each)), None)
    if through_pulse is not None and (sinks := pulse.pulse_sinks()):
        names = _different([sink.name for sink in sinks])
        return [
            _Place(through_pulse, OutputDevice(name, sink.default), sink.rate_hz, 2, sink)
            for name, sink in zip(names, sinks, strict=True)
        ]
    return _places_of_host(library, found)


def _places_of_host(library: ModuleType, found: Sequence[Mapping[str, Any]]) -> list[_Place]:
    hosts: Sequence[Mapping[str, Any]] = library.query_hostapis()
    usable = [place for place, host in enumerate(hosts) if any(_sounds(found[index]) for index in host["devices"])]
    if not usable:
        return []
    host = min(usable, key=lambda place: _rank(str(hosts[place]["name"])))
    indices = [index for index in hosts[host]["devices"] if _sounds(found[index])]
    names = _different([_plain(str(found[index]["name"])) for index in indices])
    default = int(hosts[host]["default_output_device"])
    return [
        _Place(
            index,
            OutputDevice(name, index == default),
            round(found[index]["default_samplerate"]) or _USUAL_HZ,
            min(2, int(found[index]["max_output_channels"])),
        )
        for index, name in zip(indices, names, strict=True)
    ]


def _sounds(device: Mapping[str, Any]) -> bool:
    return bool(device["max_output_channels"] > 0)


def _rank(host: str) -> int:
    return _HOSTS.index(host) if host in _HOSTS else len(_HOSTS)


def _different(names: Sequence[str]) -> list[str]:
    """The names, numbered where several outputs have the same."""
    return [
        name if (place := names[:index].count(name)) == 0 else f"{name} ({place + 1})"
        for index, name in enumerate(names)
    ]


def _plain(name: str) -> str:
    return tr("The system's default") if name == "default" else " ".join(name.split())


def _is_called(place: _Place, name: str) -> bool:
    """Whether the output has this name, which may have been chosen while another language was spoken."""
    called = place.device.name
    return name == called or {name, called} <= set(in_every_language(_DEFAULT))


class _Times(Protocol):
    """PortAudio's times of a block, in seconds, on a clock of its own."""

    currentTime: float  # noqa: N815  PortAudio's names
    outputBufferDacTime: float  # noqa: N815


class _PortAudioOutput:
    def __init__(self, place: _Place, fill: Fill, on_lost: OnLost) -> None:
        self._place = place
        self._fill = fill
        self._on_lost = on_lost
        self._is_stopping = False
        self._blocks_to_warm_up = 0
        self._library = _library()
        with self._errors(), pulse.chosen(place.sink) if place.sink else nullcontext():
            self._stream = self._library.OutputStream(
                device=place.index,
                samplerate=place.rate_hz,
                channels=place.channels,
                dtype="float32",
                blocksize=round(_BLOCK_S * place.rate_hz),
                latency=_LATENCY_S,
                callback=self._asked,
                finished_callback=self._finished,
            )

    @property
    def name(self) -> str:
        return self._place.device.name

    @property
    def rate_hz(self) -> int:
        return self._place.rate_hz

    def start(self) -> None:
        if not self._stream.active:
            with self._errors():
                self._halt()
                self._is_stopping = False
                self._blocks_to_warm_up = _BLOCKS_TO_WARM_UP
                self._stream.start()

    def stop(self) -> None:
        if self._stream.active:
            self._halt()

    def close(self) -> None:
        self._is_stopping = True
        with suppress(self._library.PortAudioError):
            # Not stopped before: that waits until all has sounded, which an output that is gone never says.
            self._stream.close()

    def _halt(self) -> None:
        """Stop, or be ready to start again where it stopped by itself."""
        self._is_stopping = True
        if not self._stream.stopped:
            with suppress(self._library.PortAudioError):
                self._stream.abort()

    def _asked(self, frames: Stereo, count: int, times: "_Times", flags: "sounddevice.CallbackFlags") -> None:
        if self._blocks_to_warm_up:
            self._blocks_to_warm_up -= 1
            frames[:] = 0
            return
        at_s = time.monotonic() + max(0.0, times.outputBufferDacTime - times.currentTime)
        if frames.shape[1] == 2:
            self._fill(frames, at_s)
        else:
            both = np.empty((count, 2), np.float32)
            self._fill(both, at_s)
            frames[:, 0] = both.mean(axis=1)

    def _finished(self) -> None:
        if not self._is_stopping:
            self._on_lost()

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (self._library.PortAudioError, ValueError) as error:
            raise PlaybackError(
                tr("'{name}' cannot be played on", "an output").format(name=self.name),
                tr("See whether another program has it for itself, or choose another output."),
            ) from error
