"""One recording on one output: everything a player does, step by step and for one thread."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from threading import Event
from typing import Protocol

from desktop_app.core.playback.errors import PlaybackError
from desktop_app.core.playback.feed import Course, Feed
from desktop_app.core.playback.output import SoundOutput, SoundSystem
from desktop_app.core.playback.play_head import PlayHead
from desktop_app.core.playback.ring import Ring
from desktop_app.core.playback.sound_reader import SoundReader
from desktop_app.core.playback.stereo import Stereo
from desktop_app.core.playback.stretch import LEAST, MOST
from desktop_app.core.playback.values import OutputDevice, Played, PlayerState
from desktop_app.core.transcript.values import Span
from desktop_app.translation import tr

LOUDEST = 4.0
MOST_STEP_BACK_MS = 3000
_AHEAD_S = 0.2
_LOOK_S = 0.05
# An output that asks for nothing for so long is gone, whether it says so or not.
_SILENT_S = 1.5
# Paused for so long, the output is let go of: others may want it, and it may sleep.
_IDLE_S = 10.0
_USUAL_HZ = 48_000


class Listener(Protocol):
    """Told what happens, in the thread that the deck belongs to. It does not wait, and raises nothing."""

    def changed(self, state: PlayerState) -> None:
        """The state is another one."""

    def ended(self) -> None:
        """What was to be played has sounded to its end; `changed` came before."""

    def failed(self, error: PlaybackError) -> None:
        """It cannot be opened, played, or played on; `changed` came before."""


class Deck:
    """Plays; `work` is to be called again and again. Only `head` may be asked from other threads.

    head: where it is.
    """

    def __init__(self, listener: Listener, system: SoundSystem) -> None:
        self._listener = listener
        self._system = system
        self._reader: SoundReader | None = None
        self._feed: Feed | None = None
        self._output: SoundOutput | None = None
        self._wanted: str | None = None
        self._lost = Event()
        self._course = Course()
        self._asked_at_s = 0.0
        self._idle_since_s = 0.0
        self.head = PlayHead(system.clock)
        self._ring = Ring(_USUAL_HZ, self.head)
        self.state = PlayerState()
        self._step_back_s = 1.0

    def open(self, played: Played) -> None:
        """Load a recording, paused at its start, instead of the one before."""
        self.close_recording()
        with self._stopping_at_errors():
            with suppress(PlaybackError):  # it is told when something is to be played
                self._open_output()
            self._reader = SoundReader(played, self._rate_hz)
            self._change(is_open=True, duration_ms=self._duration_ms())
            self._cue(Course(speed=self.state.speed))

    def close_recording(self) -> None:
        """Play nothing, of nothing."""
        self._ring.cut()
        self.head.hold(0.0)
        reader, self._reader, self._feed = self._reader, None, None
        if reader is not None:
            reader.close()
        self._change(is_open=False, playing=False, duration_ms=None, loop=None)

    def close(self) -> None:
        """Let go of everything."""
        self.close_recording()
        self._close_output()

    def play(self, from_ms: int | None = None, until_ms: int | None = None) -> None:
        """Play on, or from a place; to the end, or to another place. Nothing without a recording."""
        until_s = None if until_ms is None else until_ms / 1000
        with self._stopping_at_errors():
            if from_ms is not None:
                self._go_to(from_ms / 1000, until_s)
            elif until_s != self._course.until_s:
                self._cue(replace(self._course, from_s=self._next_s(), until_s=until_s))
            self._sound()

    def pause(self) -> None:
        """Stop within 5 ms; it will go on a step earlier."""
        if self.state.playing:
            ends_s = self._ring.cut()
            with self._stopping_at_errors():
                self._rest(self.head.position_s if ends_s is None else ends_s)

    def toggle(self) -> None:
        """Pause where it plays, play on where it does not."""
        if self.state.playing:
            self.pause()
        else:
            self.play()

    def seek(self, position_ms: int) -> None:
        """Go to a place, and play on there if it plays."""
        with self._stopping_at_errors():
            self._go_to(position_ms / 1000, None)
            if self.state.playing:
                self._sound()

    def skip(self, by_ms: int) -> None:
        """Go so far from where it is, back if below zero."""
        self.seek(round(1000 * self.head.position_s) + by_ms)

    def set_speed(self, speed: float) -> None:
        """Play faster or slower at the same pitch, 0.5 to 2, from where it is."""
        speed = min(MOST, max(LEAST, speed))
        if speed != self.state.speed:
            self._change(speed=speed)
            with self._stopping_at_errors():
                self._steer(replace(self._course, speed=speed))

    def set_volume(self, volume: float) -> None:
        """Multiply by that, 0 to 4; 1 leaves the recording as it is."""
        self._ring.volume = min(LOUDEST, max(0.0, volume))
        self._change(volume=self._ring.volume)

    def set_step_back(self, step_ms: int) -> None:
        """After a pause, go on so much earlier, 0 to 3000; from the next one on."""
        self._step_back_s = min(MOST_STEP_BACK_MS, max(0, step_ms)) / 1000

    def set_loop(self, span: Span | None) -> None:
        """Play that again and again, from its start if it is elsewhere; None: play on behind it."""
        self._change(loop=span)
        loop_s = None if span is None else (span.start_ms / 1000, span.end_ms / 1000)
        with self._stopping_at_errors():
            self._steer(replace(self._course, loop_s=loop_s, until_s=None))
        if span is not None and loop_s is not None and not loop_s[0] <= self._course.from_s < loop_s[1]:
            self.seek(span.start_ms)

    def devices(self) -> tuple[OutputDevice, ...]:
        """Every output there is now. PlaybackError where that cannot be said."""
        if not self.state.playing:
            self._close_output()
        return tuple(self._system.devices())

    def use_device(self, name: str | None) -> None:
        """Play on an output, the system's default if None, from where it is."""
        at_s = self.head.position_s if self.state.playing else self._course.from_s
        self._wanted = name
        self._ring.cut()
        self._close_output()
        with self._stopping_at_errors():
            self._open_output()
            self._cue(replace(self._course, from_s=at_s))
            if self.state.playing:
                self._sound()

    def wait_until_looked_through(self) -> None:
        """Return once every seek in what is open is exact, which is at once but for long files."""
        if self._reader is not None:
            self._reader.wait_until_looked_through()

    def work(self) -> float:
        """Do what is due. How long nothing is, in seconds, if nobody asks for anything."""
        with self._stopping_at_errors():
            self._see_to_output()
            if self._reader is not None and self._reader.take_news():
                self._steer(self._course)
            self._supply()
            if self.state.playing and self._ring.has_given_last and self.head.is_through:
                self._end()
        if self._reader is not None:
            self._change(duration_ms=self._duration_ms())
        return _LOOK_S if self.state.playing or self._is_looking_through else _IDLE_S

    # where it goes

    def _go_to(self, at_s: float, until_s: float | None) -> None:
        at_s = max(0.0, at_s)
        if self._reader is not None and self._reader.is_looked_through and self._reader.duration_s is not None:
            at_s = min(at_s, self._reader.duration_s)
        self._ring.cut()
        self.head.hold(at_s)
        self._idle_since_s = self._system.clock()
        self._cue(replace(self._course, from_s=at_s, until_s=until_s))

    def _steer(self, course: Course) -> None:
        """Go another course from the sample that would sound next."""
        self._cue(replace(course, from_s=self._next_s()))
        if self.state.playing:
            self._ring.open()

    def _next_s(self) -> float:
        """The place that would sound next; what was to sound is cut off."""
        ends_s = self._ring.cut()
        return self._course.from_s if ends_s is None else ends_s

    def _cue(self, course: Course) -> None:
        """Have a course ready to sound. The ring must have been cut."""
        self._course = course
        self._feed = None
        if self._reader is not None:
            self._feed = Feed(self._reader, self._rate_hz, course)
            self._supply()

    def _supply(self) -> None:
        while self._feed is not None and self._ring.buffered_s < _AHEAD_S:
            chunk = self._feed.next()
            if chunk is None:
                self._feed = None
            else:
                self._ring.put(chunk)

    def _rest(self, at_s: float) -> None:
        """Be paused there, ready to go on a step earlier."""
        self._idle_since_s = self._system.clock()
        begins_s = self._course.loop_s[0] if self._course.loop_s and self._course.loop_s[0] <= at_s else 0.0
        self._change(playing=False)
        self._cue(replace(self._course, from_s=max(begins_s, at_s - self._step_back_s)))

    def _end(self) -> None:
        at_s = self.head.position_s
        self._ring.cut()
        self._rest(at_s)
        self._listener.ended()

    # the output

    @property
    def _rate_hz(self) -> int:
        return self._output.rate_hz if self._output is not None else _USUAL_HZ

    def _sound(self) -> None:
        """Let what is cued be heard."""
        if self._reader is None:
            return
        if self._output is None:
            self._open_output()
        if self._feed is None and self._ring.buffered_s == 0:
            self._cue(self._course)
        self._asked_at_s = self._system.clock()
        self._ring.open()
        self._output_there().start()
        self._change(playing=True)

    def _output_there(self) -> SoundOutput:
        if self._output is None:
            raise PlaybackError(tr("there is no output to play on"), tr("Plug in headphones or loudspeakers."))
        return self._output

    def _open_output(self) -> None:
        if self._output is not None:
            return
        self._lost = Event()  # the one before may be told of yet
        volume = self._ring.volume
        output = self._system.open(self._wanted, self._fill, self._lost.set)
        self._output = output
        self._ring = Ring(output.rate_hz, self.head)
        self._ring.volume = volume
        self._feed = None
        if self._reader is not None:
            self._reader.change_rate(output.rate_hz)
        self._idle_since_s = self._system.clock()
        output.start()  # awake already when something is to be played, which is soon
        self._change(device=output.name)

    def _close_output(self) -> None:
        output, self._output = self._output, None
        if output is not None:
            output.close()
            self._change(device=None)

    def _fill(self, frames: Stereo, at_s: float) -> None:
        self._asked_at_s = self._system.clock()
        self._ring.fill(frames, at_s)

    def _see_to_output(self) -> None:
        if self._output is None:
            return
        now_s = self._system.clock()
        is_silent = self.state.playing and now_s - self._asked_at_s > _SILENT_S
        if self._lost.is_set() or is_silent:
            raise PlaybackError(
                tr("'{name}' is gone, and playing has stopped", name=self._output.name),
                tr("Plug it in again, or choose another output."),
            )
        if not self.state.playing and now_s - self._idle_since_s >= _IDLE_S:
            self._output.stop()

    @contextmanager
    def _stopping_at_errors(self) -> Iterator[None]:
        """Be paused at the right place where something cannot be done, without an output: it is looked for again."""
        try:
            yield
        except PlaybackError as error:
            at_s = self.head.position_s if self.state.playing else self._course.from_s
            self._ring.cut()
            self.head.hold(at_s)
            self._feed = None
            self._course = replace(self._course, from_s=at_s)
            self._close_output()
            self._change(playing=False)
            self._listener.failed(error)

    # the state

    @property
    def _is_looking_through(self) -> bool:
        return self._reader is not None and not self._reader.is_looked_through

    def _duration_ms(self) -> int | None:
        duration_s = None if self._reader is None else self._reader.duration_s
        return None if duration_s is None else round(1000 * duration_s)

    def _change(self, **changes: object) -> None:
        state = replace(self.state, **changes)  # type: ignore[arg-type]
        if state != self.state:
            self.state = state
            self._listener.changed(state)
