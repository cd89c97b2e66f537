"""The input of a recording that goes on: where it is lost, another takes its place, or is waited for."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from desktop_app.core.capture.errors import CaptureError
from desktop_app.core.capture.periods import Period
from desktop_app.core.capture.sound_queue import Block, SoundQueue
from desktop_app.core.capture.stream import InputStream, OpenInput
from desktop_app.core.capture.values import NoticeKind, Source, SourceKind
from desktop_app.translation import tr

SILENT_S = 3.0
"""An input that gives nothing for so long, not even silence, is gone."""
AGAIN_S = 2.0
_LOOK_S = 3.0


@dataclass(frozen=True, slots=True)
class SoundSystem:
    """Where sound comes from.

    refresh: look anew at what is plugged in, which only works while nothing is open. is_plugged_in: whether an input
    that is open is still there, for those that do not end when they are not.
    """

    open: OpenInput
    refresh: Callable[[], None]
    is_plugged_in: Callable[[Source], bool]


class RecordingInput:
    """The input that is heard into a queue, if any. Everything but the queue is for one thread."""

    def __init__(
        self,
        source: Source,
        queue: SoundQueue,
        on_notice: Callable[[NoticeKind, str], None],
        *,
        system: SoundSystem,
        clock: Callable[[], float],
    ) -> None:
        """CaptureError where the input cannot be heard."""
        self._source = source
        self._queue = queue
        self._on_notice = on_notice
        self._system = system
        self._clock = clock
        self._look_due = Period(_LOOK_S, clock)
        self._tries_at_s = 0.0
        self._name = ""
        self._kind = SourceKind.MICROPHONE
        self._stream: InputStream | None = None
        self._opening: _Opening | None = None
        self._open(source)

    @property
    def name(self) -> str:
        """What is heard, or was heard last."""
        return self._name

    @property
    def rate_hz(self) -> int:
        """Its rate; 0 while there is none."""
        return 0 if self._stream is None else self._stream.rate_hz

    def watch(self) -> None:
        """See whether the input still gives something, and do what can be done where it does not."""
        if self._stream is None:
            if self._clock() >= self._tries_at_s:
                self._try_again()
        elif self._has_ended() or self._queue.silent_for_s() >= SILENT_S or self._is_unplugged():
            self._replace()

    def _has_ended(self) -> bool:
        """Whether the input said so; what it gave before is written first, so that it is told at its time."""
        return self._opening is not None and self._opening.ended and self._queue.is_empty()

    def _is_unplugged(self) -> bool:
        return self._look_due.is_over() and not self._system.is_plugged_in(self._source)

    def switch(self, source: Source) -> None:
        """Hear another input. CaptureError where it cannot be heard; then the old one is heard on, or waited for."""
        before = self._source
        self._close()
        try:
            self._open(source)
        except CaptureError:
            if not self._opens(before):
                self._wait(_waits_for(self._name))
            raise
        self._on_notice(NoticeKind.DEVICE_CHANGED, _goes_on_with(self._name))

    def close(self) -> None:
        """Hear no more."""
        self._close()

    def _replace(self) -> None:
        lost = self._name
        self._close()
        self._refresh()
        if not self._opens(Source(), instead=True):
            self._wait(_waits_for(lost))
        elif self._name == lost:
            text = tr("'{name}' was gone for a moment: the recording goes on.", name=lost)
            self._on_notice(NoticeKind.DEVICE_CHANGED, text)
        else:
            text = tr("'{lost}' is gone: the recording goes on with '{name}'.", lost=lost, name=self._name)
            self._on_notice(NoticeKind.DEVICE_CHANGED, text)

    def _try_again(self) -> None:
        self._refresh()
        if self._opens(self._source) or self._opens(Source(), instead=True):
            self._on_notice(NoticeKind.DEVICE_CHANGED, _goes_on_with(self._name))
        else:
            self._tries_at_s = self._clock() + AGAIN_S

    def _wait(self, text: str) -> None:
        self._tries_at_s = self._clock() + AGAIN_S
        self._on_notice(NoticeKind.WAITING_FOR_DEVICE, text)

    def _refresh(self) -> None:
        try:
            self._system.refresh()
        except CaptureError:
            return  # said by the opening that follows

    def _opens(self, source: Source, *, instead: bool = False) -> bool:
        try:
            self._open(source, instead=instead)
        except CaptureError:
            return False
        return True

    def _open(self, source: Source, *, instead: bool = False) -> None:
        opening = _Opening(self._queue)
        stream = self._system.open(source, opening.hear, opening.end)
        if instead and stream.kind is SourceKind.SYSTEM_AUDIO and self._kind is SourceKind.MICROPHONE:
            stream.close()  # what a computer plays is no replacement for what people say
            raise CaptureError(tr("there is no other microphone"))
        self._queue.listen_again()
        self._source, self._stream, self._opening = source, stream, opening
        self._name, self._kind = stream.name, stream.kind
        opening.take()

    def _close(self) -> None:
        if self._stream is not None:
            stream, self._stream = self._stream, None
            stream.close()


def _waits_for(name: str) -> str:
    return tr("'{name}' is gone: the recording waits for it.", name=name)


def _goes_on_with(name: str) -> str:
    return tr("The recording goes on with '{name}'.", name=name)


class _Opening:
    """What one opened input gives; it waits here until the input is taken, and is nobody's where it is not."""

    def __init__(self, queue: SoundQueue) -> None:
        self._queue = queue
        self._waiting: list[tuple[Block, int]] = []
        self._taken = False
        self._access = Lock()
        self.ended = False

    def hear(self, block: Block, lost_samples: int) -> None:
        """See OnSound."""
        with self._access:
            if self._taken:
                self._queue.put(block, lost_samples)
            else:
                self._waiting.append((block, lost_samples))

    def end(self) -> None:
        """See OnEnd."""
        self.ended = True

    def take(self) -> None:
        """From now on it is heard."""
        with self._access:
            for block, lost_samples in self._waiting:
                self._queue.put(block, lost_samples)
            self._waiting.clear()
            self._taken = True
