"""The player: what a person asks of a deck, from any thread and without waiting."""

import logging
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from threading import Condition, Thread

from desktop_app.core.playback.deck import Deck, Listener
from desktop_app.core.playback.errors import PlaybackError
from desktop_app.core.playback.output import SoundSystem
from desktop_app.core.playback.values import OutputDevice, Played, PlayerState
from desktop_app.core.transcript.values import Span
from desktop_app.translation import tr

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Wish:
    """replaces: what kind of wish it makes pointless if that stands just before it. give_up: called in its place where
    the player is closed before."""

    do: Callable[[], object]
    replaces: str | None = None
    give_up: Callable[[], object] = lambda: None


class Player:
    """Plays one recording at a time. Its methods may be called from any thread; all but `devices` and `close` return at
    once, and what they ask for is done in order by the player's own thread, which calls the listener.

    Of several seeks that wait, the last is done. `close` ends the thread; nothing is heard of it afterwards.
    """

    def __init__(self, listener: Listener, system: SoundSystem | None = None) -> None:
        """system: where it sounds; this computer's outputs if None."""
        self._listener = listener
        self._deck = Deck(listener, system or _this_computer())
        self._wishes: deque[_Wish] = deque()
        self._condition = Condition()
        self._is_closing = False
        self._thread = Thread(target=self._run, name="diarist-player", daemon=True)
        self._thread.start()

    @property
    def state(self) -> PlayerState:
        """What it is doing; a wish that waits has not changed it yet."""
        return self._deck.state

    @property
    def playing(self) -> bool:
        """Whether it plays."""
        return self._deck.state.playing

    @property
    def position_ms(self) -> int:
        """The place in the recording that sounds now, at any speed; where nothing does, where it stopped or will go
        on after a seek."""
        return round(1000 * self._deck.head.position_s)

    def open(self, played: Played) -> None:
        """Load a recording, paused at its start; the one before is closed."""
        self._wish(lambda: self._deck.open(played))

    def close_recording(self) -> None:
        """Let go of the recording's file."""
        self._wish(self._deck.close_recording)

    def play(self, from_ms: int | None = None, until_ms: int | None = None) -> None:
        """Play on, a step earlier than where it was paused, or from a place; to the end, or to another place."""
        self._wish(lambda: self._deck.play(from_ms, until_ms))

    def pause(self) -> None:
        """Stop where it is."""
        self._wish(self._deck.pause)

    def toggle(self) -> None:
        """Pause where it plays, play on where it does not."""
        self._wish(self._deck.toggle)

    def seek(self, position_ms: int) -> None:
        """Go to a place, and play on there if it plays; a place beyond the end is the end."""
        self._wish(lambda: self._deck.seek(position_ms), replaces="seek")

    def skip(self, by_ms: int) -> None:
        """Go so far from where it is, back if below zero."""
        self._wish(lambda: self._deck.skip(by_ms))

    def set_speed(self, speed: float) -> None:
        """Play faster or slower at the same pitch, 0.5 to 2, from where it is."""
        self._wish(lambda: self._deck.set_speed(speed), replaces="speed")

    def set_volume(self, volume: float) -> None:
        """Multiply by that, 0 to 4; 1 leaves the recording as it is."""
        self._wish(lambda: self._deck.set_volume(volume), replaces="volume")

    def set_step_back(self, step_ms: int) -> None:
        """After a pause, go on so much earlier, 0 to 3000."""
        self._wish(lambda: self._deck.set_step_back(step_ms))

    def loop(self, span: Span | None) -> None:
        """Play that again and again, from its start if it is elsewhere; None: play on behind it."""
        self._wish(lambda: self._deck.set_loop(span))

    def use_device(self, name: str | None) -> None:
        """Play on that output, the system's default if None, from where it is."""
        self._wish(lambda: self._deck.use_device(name))

    def devices(self) -> tuple[OutputDevice, ...]:
        """Every output there is now; it waits for the player's thread. PlaybackError where that cannot be said; none
        where the player is closed."""
        return self.ask_for_devices().result()

    def ask_for_devices(self) -> "Future[tuple[OutputDevice, ...]]":
        """The same without waiting: a promise, which is kept in the player's thread."""
        answer: Future[tuple[OutputDevice, ...]] = Future()
        self._wish(lambda: _answer(answer, self._deck.devices), give_up=lambda: answer.set_result(()))
        return answer

    def close(self) -> None:
        """Stop, let go of everything, and wait for the thread to end. Not for the listener to call."""
        with self._condition:
            self._is_closing = True
            self._condition.notify()
        self._thread.join()

    def _wish(
        self,
        do: Callable[[], object],
        *,
        replaces: str | None = None,
        give_up: Callable[[], object] = lambda: None,
    ) -> None:
        with self._condition:
            if self._is_closing:
                give_up()
                return
            if replaces is not None and self._wishes and self._wishes[-1].replaces == replaces:
                self._wishes.pop()
            self._wishes.append(_Wish(do, replaces, give_up))
            self._condition.notify()

    def _run(self) -> None:
        wait_s: float | None = 0.0
        while (wish := self._next(wait_s)) is not None:
            try:
                wish.do()
                wait_s = self._deck.work()
            except Exception as error:  # noqa: BLE001  the thread's border: whatever it is, somebody must hear of it
                _log.exception("the player failed")
                failure = PlaybackError(tr("Playing has failed unexpectedly ({error})", error=repr(error)))
                self._listener.failed(failure)
        self._deck.close()
        for wish in self._wishes:
            wish.give_up()

    def _next(self, wait_s: float | None) -> _Wish | None:
        """The next wish, nothing to do where none came in time; None at the end."""
        with self._condition:
            self._condition.wait_for(lambda: self._wishes or self._is_closing, wait_s)
            if self._is_closing:
                return None
            return self._wishes.popleft() if self._wishes else _Wish(lambda: None)


def _answer(answer: "Future[tuple[OutputDevice, ...]]", ask: Callable[[], tuple[OutputDevice, ...]]) -> None:
    try:
        answer.set_result(ask())
    except PlaybackError as error:
        answer.set_exception(error)


def _this_computer() -> SoundSystem:
    from desktop_app.core.playback.portaudio import this_computer

    return this_computer()
