"""Everything in the window that is about known voices, wired: the setting, the page, the cards and their menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from desktop_app.core.transcript.speaker_names import is_numbered
from desktop_app.translation import tr
from desktop_app.ui.speakers.known_voices_page import KnownVoicesPage
from desktop_app.ui.state.enrolment import Enrolment
from desktop_app.ui.state.known_voices import KnownVoices
from desktop_app.ui.state.suggestions import Suggestions
from desktop_app.ui.widgets.questions import asking_question
from desktop_app.ui.words.known_voice_words import RECOGNISE, WHAT_IT_IS, renewing

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QMenu, QWidget

    from desktop_app.ui.frame.speaker_acts import SpeakerActs
    from desktop_app.ui.speakers.speaker_menu import SpeakerMenu
    from desktop_app.ui.speakers.speakers_panel import SpeakersPanel
    from desktop_app.ui.state.live_session import LiveSession
    from desktop_app.ui.state.recording import Recording


class Recognising(QObject):
    """Nothing of it is looked at before its user has switched it on. told: a sentence about what has happened."""

    told = Signal(str)

    def __init__(self, panel: SpeakersPanel, acts: SpeakerActs, settings: QSettings, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._panel = panel
        self._recording: Recording | None = None
        self.known = KnownVoices(settings, self)
        self.suggestions = Suggestions(self.known)
        self.enrolment = Enrolment(self.known)
        self.suggestions.changed.connect(self._show_suggestions)
        self.enrolment.told.connect(self.told)
        self.enrolment.known_already.connect(self._ask_to_renew)
        self.known.failed.connect(self.told)
        panel.suggestion_refused.connect(self.suggestions.refuse)
        acts.menu_made.connect(self._offer_to_remember)

    def add_to(self, menu: QMenu) -> None:
        """Put the setting and the page into a menu."""
        setting = QAction(RECOGNISE, menu)
        setting.setToolTip(WHAT_IT_IS)
        setting.setCheckable(True)
        setting.setChecked(self.known.is_on)
        setting.toggled.connect(self.known.switch)
        self.known.switched.connect(setting.setChecked)
        menu.addAction(setting)
        menu.addAction(tr("Known voices…"), self.show_page)

    def show_recording(self, recording: Recording | None) -> None:
        """Another recording is in view."""
        self._recording = recording
        self.suggestions.show_recording(recording)

    def follow(self, live: LiveSession) -> None:
        """Suggest names while it is recorded, too."""
        live.voices_heard.connect(self.suggestions.hear)

    def show_page(self) -> KnownVoicesPage:
        """Open the page of known voices."""
        page = KnownVoicesPage(self.known, self._window)
        page.open()
        return page

    def _show_suggestions(self) -> None:
        self._panel.show_suggestions(self.suggestions.current())

    def _offer_to_remember(self, menu: SpeakerMenu, speaker_id: str) -> None:
        recording = self._recording
        if recording is None or not self.known.is_on or recording.voices is None or recording.document.is_draft:
            return
        if not is_numbered(recording.document.transcript.speaker(speaker_id)):
            menu.addSeparator()
            menu.addAction(tr("Remember this voice…"), partial(self._remember, recording, recording.voices, speaker_id))

    def _remember(self, recording: Recording, voices: bytes, speaker_id: str) -> None:
        self.enrolment.remember(recording.document.transcript, voices, speaker_id)

    def _ask_to_renew(self, name: str, renew: Callable[[], None]) -> None:
        question = asking_question(renewing(name), tr("Add to it"), tr("Leave it as it is"), self._window)
        question.accepted.connect(renew)
        question.open()
