"""The player for the window: its wishes go on to the player's thread, its news come back in the window's."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop_app.core.playback.errors import PlaybackError
from desktop_app.core.playback.values import OutputDevice, Played, PlayerState
from desktop_app.core.transcript.values import Span
from desktop_app.jobs.messages import Failed

if TYPE_CHECKING:
    from desktop_app.core.playback.output import SoundSystem
    from desktop_app.core.playback.player import Player


class _Reporter:
    """Takes what the player tells in its own thread."""

    def __init__(self, emit: Callable[[object], object]) -> None:
        self._emit = emit

    def changed(self, state: PlayerState) -> None:
        self._emit(state)

    def ended(self) -> None:
        self._emit(None)

    def failed(self, error: PlaybackError) -> None:
        self._emit(error)


class Playback(QObject):
    """Plays one recording at a time. It lives in the window's thread, where every signal is emitted; nothing it is
    asked waits for the disk or the sound system, but for `shutdown`. Its thread starts with the first recording.
    """

    changed = Signal(object)
    """PlayerState: what it does now."""
    ended = Signal()
    """What was to be played has sounded to its end."""
    failed = Signal(object)
    """Failed: it cannot be opened, played, or played on."""
    devices_listed = Signal(object)
    """tuple[OutputDevice, ...], after `list_devices`."""
    _news = Signal(object)

    def __init__(self, parent: QObject | None = None, *, system: SoundSystem | None = None) -> None:
        """system: where it sounds; this computer's outputs if None."""
        super().__init__(parent)
        self._system = system
        self._player: Player | None = None
        self._state = PlayerState()
        self._is_over = False
        self._news.connect(self._on_news, Qt.ConnectionType.QueuedConnection)

    @property
    def state(self) -> PlayerState:
        """As `changed` told it last."""
        return self._state

    @property
    def position_ms(self) -> int:
        """The place in the recording that sounds now; to be asked whenever the window is painted."""
        return 0 if self._player is None else self._player.position_ms

    def open(self, played: Played) -> None:
        """Load a recording, paused at its start; `changed` or `failed` follows."""
        self._started().open(played)

    def close_recording(self) -> None:
        """Let go of the recording's file."""
        if self._player is not None:
            self._player.close_recording()

    def play(self, from_ms: int | None = None, until_ms: int | None = None) -> None:
        """Play on, a step earlier than where it was paused, or from a place; to the end, or to another place."""
        self._started().play(from_ms, until_ms)

    @Slot()
    def pause(self) -> None:
        """Stop where it is."""
        self._started().pause()

    @Slot()
    def toggle(self) -> None:
        """Pause where it plays, play on where it does not."""
        self._started().toggle()

    @Slot(int)
    def seek(self, position_ms: int) -> None:
        """Go to a place, and play on there if it plays."""
        self._started().seek(position_ms)

    @Slot(int)
    def skip(self, by_ms: int) -> None:
        """Go so far from where it is, back if below zero."""
        self._started().skip(by_ms)

    @Slot(float)
    def set_speed(self, speed: float) -> None:
        """Play faster or slower at the same pitch, 0.5 to 2."""
        self._started().set_speed(speed)

    @Slot(float)
    def set_volume(self, volume: float) -> None:
        """Multiply by that, 0 to 4."""
        self._started().set_volume(volume)

    @Slot(int)
    def set_step_back(self, step_ms: int) -> None:
        """After a pause, go on so much earlier, 0 to 3000."""
        self._started().set_step_back(step_ms)

    def loop(self, span: Span | None) -> None:
        """Play that again and again; None: play on behind it."""
        self._started().loop(span)

    def use_device(self, name: str | None) -> None:
        """Play on that output, the system's default if None."""
        self._started().use_device(name)

    @Slot()
    def list_devices(self) -> None:
        """Look for outputs; `devices_listed` or `failed` follows."""
        self._started().ask_for_devices().add_done_callback(self._on_devices)

    def shutdown(self) -> None:
        """Stop, and end the thread; no signal is emitted any more."""
        player, self._player = self._player, None
        self._is_over = True
        if player is not None:
            player.close()

    def _started(self) -> Player:
        # Not before: the window shows first.
        from desktop_app.core.playback.player import Player

        if self._player is None:
            self._player = Player(_Reporter(self._news.emit), self._system)
        return self._player

    def _on_devices(self, answer: Future[tuple[OutputDevice, ...]]) -> None:
        """In the player's thread."""
        error = answer.exception()
        self._news.emit(answer.result() if error is None else error)

    @Slot(object)
    def _on_news(self, news: object) -> None:
        if self._is_over:
            return  # it was on its way already
        match news:
            case PlayerState():
                self._state = news
                self.changed.emit(news)
            case PlaybackError():
                self.failed.emit(Failed(f"{news.reason[:1].upper()}{news.reason[1:]}.", news.hint))
            case tuple():
                self.devices_listed.emit(news)
            case _:
                self.ended.emit()
