"""The player in view, wired to what is listened to: panel, waveform, lanes, choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.core.transcript.values import Span
from desktop_app.ui.player.choices import RATES, Output
from desktop_app.ui.player.lane_making import LaneMaking
from desktop_app.ui.player.player_memory import PlayerMemory
from desktop_app.ui.player.player_panel import PlayerPanel
from desktop_app.ui.player.player_waves import PlayerWaves
from desktop_app.ui.state.playable import is_listened_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSettings

    from desktop_app.core.playback.values import OutputDevice
    from desktop_app.jobs.services import Services
    from desktop_app.ui.state.listening import Listening
    from desktop_app.ui.state.project_keeper import ProjectKeeper
    from desktop_app.ui.state.recording import Recording

_CHOSEN_MS = 150
"""So long a stretch that is being chosen must stay as it is before it is looped."""
_VOLUME_STEP = 10


class PlayerViews(QObject):
    """Shows what `listening` says, and tells it what is wanted."""

    shown = Signal(bool)
    """Whether the player is to be seen."""

    def __init__(
        self,
        services: Services,
        listening: Listening,
        keeper: ProjectKeeper,
        settings: QSettings,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.listening = listening
        self.panel = PlayerPanel()
        self.memory = PlayerMemory(settings)
        self._playback = services.playback
        self._chosen: Span | None = None
        self._has_settled = QTimer(self, singleShot=True, interval=_CHOSEN_MS)
        self._has_settled.timeout.connect(self._loop_chosen)
        self._lanes = LaneMaking(self)
        self._waves = PlayerWaves(services.peaks, keeper, self.panel.waveform, self)
        self._text_loop: Callable[[], Span | None] = lambda: None
        self._wire_listening()
        self._wire_waveform()
        self._wire_transport()
        self._remember()

    def _wire_listening(self) -> None:
        listening, waveform, transport = self.listening, self.panel.waveform, self.panel.transport
        for show in (waveform.show_position, transport.show_position):
            listening.moved.connect(show)
        listening.playing_changed.connect(transport.show_playing)
        listening.loaded.connect(self._show_loaded)
        listening.noted.connect(lambda: transport.show_note(listening.note))
        listening.follow_changed.connect(self._show_follow)
        listening.loop_changed.connect(self._show_loop)
        listening.speed_changed.connect(self._show_speed)
        self._lanes.made.connect(waveform.show_lanes)
        self._lanes.made.connect(lambda lanes: transport.set_turns(bool(lanes and lanes.lanes)))

    def _wire_waveform(self) -> None:
        waveform = self.panel.waveform
        waveform.seek_asked.connect(self.listening.seek)
        waveform.play_asked.connect(self.listening.play)
        waveform.selected.connect(self._choose)
        waveform.follow_changed.connect(self._waveform_follows)

    def _wire_transport(self) -> None:
        transport, listening = self.panel.transport, self.listening
        transport.play_clicked.connect(listening.toggle)
        transport.stepped.connect(listening.skip)
        transport.previous_turn_asked.connect(self.previous_turn)
        transport.next_turn_asked.connect(self.next_turn)
        transport.rate_chosen.connect(listening.set_speed)
        transport.loop_chosen.connect(self.loop)
        transport.follow_chosen.connect(listening.follow)
        transport.volume_chosen.connect(self.set_volume)
        transport.outputs_wanted.connect(self._playback.list_devices)
        transport.output_chosen.connect(self._use_output)
        transport.fold_chosen.connect(self.fold_lanes)
        self._playback.devices_listed.connect(self._show_outputs)

    def _remember(self) -> None:
        memory = self.memory
        self.listening.other_speed = memory.other_speed
        self.fold_lanes(memory.folded)
        self.panel.transport.show_volume(memory.volume)
        self.panel.transport.show_rate(memory.speed)
        self.listening.speed = memory.speed
        self.listening.beginning.connect(self._tell_player)
        self._show_outputs(())

    def _tell_player(self) -> None:
        """Tell it what is remembered: not before, as its thread begins with the first wish."""
        self._playback.set_speed(self.memory.speed)
        self._playback.set_volume(self.memory.volume / 100)
        self._playback.set_step_back(self.memory.step_back_ms)
        if self.memory.device is not None:
            self._playback.use_device(self.memory.device)

    # The recording in view.

    def show_recording(self, recording: Recording | None) -> None:
        """Another recording is in view."""
        self.listening.show(recording)
        self._lanes.show_document(recording.document if recording else None)
        self._show_loaded()

    def loop_from_text(self, chosen: Callable[[], Span | None]) -> None:
        """When what is selected in the text was said, to be looped; None where nothing is."""
        self._text_loop = chosen

    def _show_loaded(self) -> None:
        listening, waveform, transport = self.listening, self.panel.waveform, self.panel.transport
        length_ms = listening.duration_ms
        if listening.recording is not None and not length_ms:
            length_ms = listening.recording.document.original.audio.duration_ms or listening.recording.duration_ms or 0
        waveform.show_length(length_ms)
        transport.show_length(length_ms)
        for show in (waveform.show_position, transport.show_position):
            show(listening.position_ms)
        transport.set_available(listening.trouble)
        self._waves.show(listening.recording)
        is_seen = is_listened_to(listening.recording)
        self.panel.setVisible(is_seen)
        self.shown.emit(is_seen)

    # What a person does.

    def previous_turn(self) -> None:
        """Go to where this turn begins, or the one before."""
        lanes = self.panel.waveform.lanes
        if lanes is not None and (start_ms := lanes.turn_before(self.listening.position_ms)) is not None:
            self.listening.seek(start_ms)

    def next_turn(self) -> None:
        """Go to where the next turn begins."""
        lanes = self.panel.waveform.lanes
        if lanes is not None and (start_ms := lanes.turn_after(self.listening.position_ms)) is not None:
            self.listening.seek(start_ms)

    def step_speed(self, by: int) -> None:
        """Play a step faster (+1) or slower (-1)."""
        speed = self.listening.speed
        wanted = [rate for rate in RATES if (rate > speed if by > 0 else rate < speed)]
        if wanted:
            self.listening.set_speed(wanted[0] if by > 0 else wanted[-1])

    def step_volume(self, by: int) -> None:
        """Play a step louder (+1) or quieter (-1)."""
        percent = min(100, max(0, self.memory.volume + by * _VOLUME_STEP))
        self.set_volume(percent)
        self.panel.transport.show_volume(percent)

    def set_volume(self, percent: int) -> None:
        """Play that loud, 0 to 100, from now on and in other lives of the program."""
        self.memory.volume = percent
        self._playback.set_volume(percent / 100)

    def set_step_back(self, step_ms: int) -> None:
        """Go on so much earlier after a pause."""
        self.memory.step_back_ms = step_ms
        self._playback.set_step_back(step_ms)

    def toggle_loop(self) -> None:
        """Loop what is chosen, or this turn; or loop no more."""
        self.loop(self.listening.loop is None)

    def loop(self, wanted: bool) -> None:
        """Loop what is selected in the text, what is chosen in the waveform, or else this turn; or loop no more."""
        span = (self._text_loop() or self._chosen or self._turn_now()) if wanted else None
        self.listening.set_loop(span)
        self._show_loop(self.listening.loop)

    def fold_lanes(self, folded: bool) -> None:
        """Fold the lanes away, or show them again."""
        self.memory.folded = folded
        self.panel.waveform.fold_lanes(folded)
        self.panel.transport.show_folded(folded)

    def _turn_now(self) -> Span | None:
        turn = self.listening.turn_now()
        return None if turn is None else Span(turn.start_ms, turn.end_ms)

    # Loop, follow, speed, outputs.

    def _choose(self, span: Span | None) -> None:
        self._chosen = span
        self._has_settled.start()

    def _loop_chosen(self) -> None:
        self.listening.set_loop(self._chosen)

    def _show_loop(self, span: Span | None) -> None:
        self._chosen = span
        self._has_settled.stop()
        self.panel.waveform.show_selection(span)
        self.panel.transport.show_loop(span is not None)

    def _waveform_follows(self, follows: bool) -> None:
        """Who looks elsewhere in the waveform leaves the voice; coming by it again there is not going back to it."""
        if not follows:
            self.listening.leave_voice()
        if follows != self.listening.follows:
            self.panel.waveform.navigation.follows = self.listening.follows

    def _show_follow(self, follows: bool) -> None:
        self.panel.transport.show_follow(follows)
        if follows:
            self.panel.waveform.follow()
        else:
            self.panel.waveform.navigation.follows = False

    def _show_speed(self, speed: float) -> None:
        self.memory.speed, self.memory.other_speed = speed, self.listening.other_speed
        self.panel.transport.show_rate(speed)

    def _use_output(self, output: Output) -> None:
        self.memory.device = output.id
        self._playback.use_device(output.id)

    def _show_outputs(self, devices: tuple[OutputDevice, ...]) -> None:
        outputs = [Output(device.name, device.name) for device in devices]
        self.panel.transport.show_outputs(outputs, self.memory.device)
