"""What is listened to: the recording that is loaded, where it is, what sounds, and whether the page goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from desktop_app.ui.state.playable import is_listened_to, playable, why_silent
from desktop_app.ui.state.sounding import Heard, Sounding

if TYPE_CHECKING:
    from desktop_app.core.playback.values import Played, PlayerState
    from desktop_app.core.transcript.values import Span, Turn
    from desktop_app.jobs.messages import Failed
    from desktop_app.jobs.playback import Playback
    from desktop_app.ui.state.recording import Recording

TICK_MS = 30
_ARRIVED_MS = 1000
"""So near to where it was sent, the player has taken note."""
_END_MS = 300
"""So near to the end there is nothing left to play on."""


class Listening(QObject):
    """Stands between the window and the player. The place is kept in the recording whenever it rests.

    recording: the one in view. position_ms: where the player is, or is sent. trouble: why nothing can be played, in a
    sentence, '' where nothing is loaded; None where it can. note: what went wrong while it played, '' if nothing did.
    heard: the word that sounds, or did last. follows: whether the page goes with the voice. aside: something is played
    that the page does not go to. loop: what is played again and again. other_speed: the speed that one key goes to from
    1, and back.
    """

    beginning = Signal()
    """For the first time something is to be loaded."""
    moved = Signal(int)
    loaded = Signal()
    """Another recording is in view, or it can be played now, or no more."""
    noted = Signal()
    playing_changed = Signal(bool)
    heard_changed = Signal(object)  # Heard, or None
    follow_changed = Signal(bool)
    loop_changed = Signal(object)  # Span, or None
    speed_changed = Signal(float)
    ended = Signal()
    """What was to be played has sounded to its end."""
    steered = Signal()
    """A person plays on, or sends the player elsewhere."""
    stopped = Signal()
    """A person has paused it."""

    def __init__(self, playback: Playback, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.recording: Recording | None = None
        self.position_ms = 0
        self.duration_ms = 0
        self.trouble: str | None = ""
        self.note = ""
        self.heard: Heard | None = None
        self.playing = False
        self.follows = True
        self.aside = False
        self.loop: Span | None = None
        self.speed = 1.0
        self.other_speed = 1.5
        self._playback = playback
        self._has_begun = False
        self._wants_to_play = False  # which the player may not have taken note of yet
        self._played: Played | None = None
        self._target_ms: int | None = None
        self._sounding = Sounding()
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._look)
        playback.changed.connect(self._changed)
        playback.failed.connect(self._failed)
        playback.ended.connect(self._ended)

    # Which recording.

    def show(self, recording: Recording | None) -> None:
        """Another recording is in view: it is loaded, paused where its reader was."""
        self.keep_place()
        if self.recording is not None:
            self.recording.changed.disconnect(self._load)
            for signal in _texts_of(self.recording):
                signal.disconnect(self._hear)
        self.recording = recording
        self._sounding.take(recording.document if recording else None)
        if recording is not None:
            recording.changed.connect(self._load)
            for signal in _texts_of(recording):
                signal.connect(self._hear)
        self._let_go()
        self._open(playable(recording))

    def _load(self) -> None:
        """Load the recording's sound where it is another than what is loaded; the same sound not while it plays."""
        wanted, now = playable(self.recording), self._played
        same_files = wanted is not None and now is not None and wanted.files == now.files
        is_as_said = wanted is not None or self.trouble == why_silent(self.recording)
        if (wanted != now and not (same_files and self.playing)) or not is_as_said:
            self._let_go()
            self._open(wanted)

    def _let_go(self) -> None:
        self._played, self._target_ms = None, None
        self.aside = self._wants_to_play = False
        self.trouble, self.note, self.duration_ms = "", "", 0
        self._set_playing(False)
        self.set_loop(None)
        self._be_at(0)
        self._playback.close_recording()
        self.loaded.emit()

    def _open(self, played: Played | None) -> None:
        self.trouble = why_silent(self.recording) if played is None else None
        self._played = played
        if played is not None:
            if not self._has_begun:
                self._has_begun = True
                self.beginning.emit()
            self._playback.open(played)
        if self.recording is not None and is_listened_to(self.recording):
            self._go_to(self.recording.place_ms)
        self.loaded.emit()

    def keep_place(self) -> None:
        """Have the reader's place kept in the recording."""
        if self.recording is not None and is_listened_to(self.recording) and not self.aside:
            self.recording.keep_place(self.position_ms)

    # What a person does.

    @property
    def is_available(self) -> bool:
        """Whether anything can be played."""
        return self._played is not None and self.trouble is None

    def toggle(self) -> None:
        """Pause, or play on; at the end from the beginning."""
        if self._wants_to_play:
            self.pause()
        else:
            self.resume()

    def resume(self) -> None:
        """Play on, a step earlier than where it was paused; at the end from the beginning."""
        if not self.is_available or self._wants_to_play:
            return
        self.aside, self._wants_to_play = False, True
        self.steered.emit()
        if self.duration_ms and self.position_ms >= self.duration_ms - _END_MS:
            self.play(0)
        else:
            self._playback.play()

    def pause(self) -> None:
        """Stop where it is."""
        if self.is_available:
            self._wants_to_play = False
            self._playback.pause()
            self.stopped.emit()

    def play(self, from_ms: int, until_ms: int | None = None) -> None:
        """Play from a place, to the end or to another place, and go with the voice."""
        if not self.is_available:
            return
        self.aside = False
        self.steered.emit()
        if self.loop is not None and not self.loop.start_ms <= from_ms < self.loop.end_ms:
            self.set_loop(None)
        self._send(from_ms)
        self._wants_to_play = True
        self._playback.play(self._target_ms, until_ms)
        self.follow(True)

    def play_aside(self, span: Span) -> None:
        """Play a stretch while the page stays where it is."""
        if self.is_available:
            self.aside = True
            self.set_loop(None)
            self._send(span.start_ms)
            self._wants_to_play = True
            self._playback.play(span.start_ms, span.end_ms)

    def seek(self, time_ms: int) -> None:
        """Go to a place, and play on there if it plays; where there is no sound the page goes there."""
        if is_listened_to(self.recording):
            self.aside = False
            self.steered.emit()
            self._go_to(time_ms)
            self.follow(True)

    def skip(self, by_ms: int) -> None:
        """Go so far from where it is, back if below zero."""
        self.seek(self.position_ms + by_ms)

    def go_back_to(self, time_ms: int) -> None:
        """Rest at a place where it was before."""
        if self.is_available:
            self._wants_to_play = False
            self._playback.pause()
            self._go_to(time_ms)
            self.aside = False

    @property
    def leads(self) -> bool:
        """Whether the page is to be where the voice is."""
        return self.follows and not self.aside

    def set_speed(self, speed: float) -> None:
        """Play faster or slower, 0.5 to 2."""
        self.speed = speed
        if speed != 1:
            self.other_speed = speed
        self._playback.set_speed(speed)
        self.speed_changed.emit(speed)

    def toggle_speed(self) -> None:
        """Go from 1 to the other speed, or back."""
        self.set_speed(self.other_speed if self.speed == 1 else 1.0)

    def set_loop(self, span: Span | None) -> None:
        """Play that again and again; None: play on."""
        if span is not None and (not span.duration_ms or not self.is_available):
            span = None
        if span == self.loop:
            return
        self.loop = span
        self._playback.loop(span)
        if span is not None and not span.start_ms <= self.position_ms < span.end_ms:
            self._send(span.start_ms)
        self.loop_changed.emit(span)

    def follow(self, wanted: bool) -> None:
        """Go with the voice from now on, or stay."""
        if wanted != self.follows:
            self.follows = wanted
            self.follow_changed.emit(wanted)

    def leave_voice(self) -> None:
        """The reader looks elsewhere; what rests takes nobody away from there."""
        if self.playing:
            self.follow(False)

    def turn_now(self) -> Turn | None:
        """The turn that sounds, or else the one before."""
        return self._sounding.turn_at(self.position_ms)

    # Where it is.

    def _go_to(self, time_ms: int) -> None:
        self._send(time_ms)
        if self._played is not None:
            self._playback.seek(self.position_ms)
        if not self.playing:
            self.keep_place()

    def _send(self, time_ms: int) -> None:
        """The player will be there in a moment: until then it is not asked where it is."""
        last_ms = self.duration_ms or time_ms
        self._target_ms = min(max(0, time_ms), last_ms)
        self._be_at(self._target_ms)

    def _look(self) -> None:
        now_ms = self._playback.position_ms
        if self._target_ms is None or abs(now_ms - self._target_ms) <= _ARRIVED_MS:
            self._target_ms = None
            self._be_at(now_ms)

    def _be_at(self, time_ms: int) -> None:
        if time_ms != self.position_ms:
            self.position_ms = time_ms
            self.moved.emit(time_ms)
        self._hear()

    def _hear(self) -> None:
        """Find the word; before anything was played there is none."""
        heard = self._sounding.at(self.position_ms) if self.playing or self.position_ms > 0 else None
        if heard is not self.heard and heard != self.heard:
            self.heard = heard
            self.heard_changed.emit(heard)

    # What the player says.

    def _changed(self, state: PlayerState) -> None:
        if self._played is None:
            return
        if state.is_open and (self.duration_ms, self.trouble) != (state.duration_ms or 0, None):
            self.duration_ms, self.trouble = state.duration_ms or 0, None
            self.loaded.emit()
        if state.playing:
            self._say("")
        self._set_playing(state.playing)
        if not state.playing:
            self._load()  # what became known of its sound while it played

    def _set_playing(self, playing: bool) -> None:
        if playing == self.playing:
            return
        self.playing = playing
        if playing:
            self._tick.start()
        else:
            self._wants_to_play = False
            self._tick.stop()
            if self._played is not None:
                self._look()
                self.keep_place()
        self.playing_changed.emit(playing)

    def _failed(self, failed: Failed) -> None:
        sentence = f"{failed.reason} {failed.hint}".strip()
        self._wants_to_play = self.playing  # not all that fails is playing
        if self._played is not None and not self._playback.state.is_open:
            self.trouble = sentence
            self.loaded.emit()
        else:
            self._say(sentence)

    def _ended(self) -> None:
        if self._played is not None:
            self.ended.emit()

    def _say(self, sentence: str) -> None:
        if sentence != self.note:
            self.note = sentence
            self.noted.emit()


def _texts_of(recording: Recording) -> tuple[SignalInstance, ...]:
    """What tells that the words are others."""
    return recording.document.replaced, recording.document.turns_added, recording.document.turns_changed
