"""Plays where a speaker is heard best, and goes back to where the reader was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.playback.clearest import clearest_spans

if TYPE_CHECKING:
    from desktop_app.core.transcript.values import Span
    from desktop_app.ui.state.listening import Listening


class VoiceSample(QObject):
    """speaker_id: whose voice sounds, None where it is nobody's sample."""

    changed = Signal(object)  # speaker id, or None

    def __init__(self, listening: Listening) -> None:
        super().__init__(listening)
        self.speaker_id: str | None = None
        self._listening = listening
        self._spans: list[Span] = []
        self._back_ms = 0
        listening.ended.connect(self._go_on)
        listening.steered.connect(self._forget)
        listening.stopped.connect(self.stop)
        listening.noted.connect(self._forget)
        listening.loaded.connect(self._forget_unless_loaded)

    def toggle(self, speaker_id: str) -> None:
        """Play this speaker's voice, or stop where it is played."""
        if speaker_id == self.speaker_id:
            self.stop()
        else:
            self._begin(speaker_id)

    def stop(self) -> None:
        """Play no more of it."""
        if self.speaker_id is not None:
            self._forget()
            self._listening.go_back_to(self._back_ms)

    def _begin(self, speaker_id: str) -> None:
        recording = self._listening.recording
        if recording is None or not self._listening.is_available:
            return
        if self.speaker_id is None:
            self._back_ms = self._listening.position_ms
        self._spans = list(clearest_spans(recording.document.transcript, speaker_id))
        self._tell(speaker_id if self._spans else None)
        self._go_on()

    def _go_on(self) -> None:
        if self._spans:
            self._listening.play_aside(self._spans.pop(0))
        else:
            self.stop()

    def _forget_unless_loaded(self) -> None:
        if not self._listening.is_available:
            self._forget()

    def _forget(self) -> None:
        self._spans = []
        self._tell(None)

    def _tell(self, speaker_id: str | None) -> None:
        if speaker_id != self.speaker_id:
            self.speaker_id = speaker_id
            self.changed.emit(speaker_id)
