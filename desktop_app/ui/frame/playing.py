"""Everything in the window that is about playing, wired: player, text, speakers, keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.ui.frame.hold_to_play import HoldToPlay
from desktop_app.ui.frame.playing_menu import PlayingMenu
from desktop_app.ui.player.player_views import PlayerViews
from desktop_app.ui.player.transport import STEP_MS
from desktop_app.ui.state.listening import Listening
from desktop_app.ui.state.voice_sample import VoiceSample
from desktop_app.ui.transcript.sounding_mark import SoundingMark
from desktop_app.ui.transcript.text_clicks import TextClicks
from desktop_app.ui.transcript.time_in_view import TimeInView
from desktop_app.ui.transcript.turn_places import TurnPlaces
from desktop_app.ui.transcript.voice_follower import VoiceFollower

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QMenu, QWidget

    from desktop_app.core.transcript.values import Span, Transcript
    from desktop_app.jobs.services import Services
    from desktop_app.ui.frame.actions import Actions
    from desktop_app.ui.frame.key_bindings import KeyBindings
    from desktop_app.ui.frame.panels import Panels
    from desktop_app.ui.state.project_keeper import ProjectKeeper
    from desktop_app.ui.state.recording import Recording
    from desktop_app.ui.state.sounding import Heard


class Playing(QObject):
    """Puts clicks in the text and on cards, and keys, to what is listened to; and marks in the text what sounds."""

    def __init__(
        self, services: Services, keeper: ProjectKeeper, panels: Panels, settings: QSettings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._window = window
        self._text = panels.centre.view.text
        self._speakers = panels.speakers
        self.listening = Listening(services.playback, self)
        self.views = PlayerViews(services, self.listening, keeper, settings, self)
        self.panel = self.views.panel
        self.sample = VoiceSample(self.listening)
        self._places = TurnPlaces(self._text.shown)
        self.mark = SoundingMark(self._text, self._places)
        self.follower = VoiceFollower(self._text, self.mark)
        self.clicks = TextClicks(self._text)
        self._in_view = TimeInView(self._text)
        self._shows_place = False
        self._wire_text()
        self._wire_speakers()

    def _wire_text(self) -> None:
        listening = self.listening
        listening.heard_changed.connect(self._show_heard)
        listening.playing_changed.connect(self._follow)
        listening.follow_changed.connect(self._follow)
        self.follower.left.connect(listening.leave_voice)
        self._text.text_changed.connect(self._show_place)
        self.clicks.word_chosen.connect(self._play_from)
        self.clicks.turn_chosen.connect(self._play_turn)
        self._in_view.changed.connect(self.panel.waveform.show_text_span)
        self.views.loop_from_text(self._selected_time)

    def _wire_speakers(self) -> None:
        self._speakers.voice_asked.connect(self.sample.toggle)
        self.sample.changed.connect(self._speakers.show_voice)
        self.listening.loaded.connect(lambda: self._speakers.offer_voices(self.listening.is_available))

    def wire_keys(self, actions: Actions, keys: KeyBindings, menu: QMenu) -> None:
        """Connect the keys, put them into a menu, and let the buttons name them."""
        listening, views, transport = self.listening, self.views, self.panel.transport
        actions.play.triggered.connect(listening.toggle)
        actions.back.triggered.connect(lambda: listening.skip(-STEP_MS))
        actions.forward.triggered.connect(lambda: listening.skip(STEP_MS))
        actions.previous_turn.triggered.connect(views.previous_turn)
        actions.next_turn.triggered.connect(views.next_turn)
        actions.loop.triggered.connect(views.toggle_loop)
        actions.follow.triggered.connect(self._back_to_voice)
        actions.slower.triggered.connect(lambda: views.step_speed(-1))
        actions.faster.triggered.connect(lambda: views.step_speed(1))
        actions.other_speed.triggered.connect(listening.toggle_speed)
        actions.quieter.triggered.connect(lambda: views.step_volume(-1))
        actions.louder.triggered.connect(lambda: views.step_volume(1))
        named = {
            "play": transport.play,
            "back": transport.back,
            "forward": transport.forward,
            "previous_turn": transport.previous,
            "next_turn": transport.next,
            "loop": transport.loop,
            "follow": transport.follow,
            "other_speed": transport.rate,
        }
        for name, button in named.items():
            keys.changed.connect(lambda name=name, button=button: button.show_key(keys.text(name)))
            button.show_key(keys.text(name))
        hold = HoldToPlay(self._window, keys, listening)
        self._menu = PlayingMenu(menu, actions, views, hold, keys)

    # The recording in view.

    def show_recording(self, recording: Recording | None) -> None:
        """Another recording is in view."""
        self._shows_place = True
        self.listening.follow(True)
        self.views.show_recording(recording)

    def close(self) -> None:
        """The window is closed: the place is kept."""
        self.sample.stop()
        self.listening.pause()
        self.listening.keep_place()

    @property
    def _transcript(self) -> Transcript | None:
        recording = self.listening.recording
        return None if recording is None or recording.document.live is not None else recording.document.transcript

    # What sounds.

    def _show_heard(self, heard: Heard | None) -> None:
        self.mark.show(heard)
        self._follow()

    def _follow(self) -> None:
        if self.listening.leads:
            self.follower.reveal()

    def _show_place(self) -> None:
        """The turns where the reader was have come into the text."""
        if self._shows_place and self.mark.place() is not None:
            self._shows_place = False
            self._follow()

    def _back_to_voice(self) -> None:
        self.listening.follow(True)
        self._follow()

    # What a person does.

    def _play_from(self, number: int, units: int) -> None:
        if self._transcript is not None and (word := self._places.word_at(number, units, self._transcript)):
            self.listening.play(word.start_ms)

    def _play_turn(self, number: int) -> None:
        if self._transcript is not None and (turn := self._places.turn_of(number, self._transcript)):
            self.listening.play(turn.start_ms, turn.end_ms)

    def _selected_time(self) -> Span | None:
        caret, transcript = self._text.textCursor(), self._transcript
        if transcript is None or not caret.hasSelection():
            return None
        first, last = (
            (block.blockNumber(), at - block.position())
            for at in (caret.selectionStart(), caret.selectionEnd())
            for block in [self._text.document().findBlock(at)]
        )
        return self._places.time_between(first, last, transcript)
