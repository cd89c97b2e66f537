"""How many speak in recordings that are transcribed from now on, and in which language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from desktop_app.core.pipeline.stages import JobOptions
    from desktop_app.ui.frame.panels import Panels
    from desktop_app.ui.state.session import Session


class NewRecordings(QObject):
    """Chosen below the library or on the empty page, where both show it; or in the queue and the settings."""

    def __init__(self, session: Session, panels: Panels) -> None:
        super().__init__(panels)
        self._session = session
        shown_in = panels.recordings, panels.centre.empty
        self._counts = tuple(each.speaker_count for each in shown_in)
        self._languages = tuple(each.language for each in shown_in)
        for count in self._counts:
            count.chosen.connect(self.use_options)
        for language in self._languages:
            language.chosen.connect(self.use_language)

    def use_options(self, options: JobOptions) -> None:
        """So many speak; whether voices are kept, and the language, stay as they are."""
        before = self._session.options
        self._session.options = replace(options, keep_voices=before.keep_voices, language=before.language)
        for count in self._counts:
            count.show_options(options)

    def use_language(self, language: str) -> None:
        """They speak this: a BCP 47 tag, or AUTO."""
        self._session.options = replace(self._session.options, language=language)
        for shown in self._languages:
            shown.show_language(language)
