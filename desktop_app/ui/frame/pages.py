"""Pages that are opened over the window: statistics, shortcuts, about Diarist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.frame.about import AboutPage
from desktop_app.ui.frame.shortcuts_page import ShortcutsPage
from desktop_app.ui.frame.statistics_page import StatisticsPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.frame.actions import Actions
    from desktop_app.ui.frame.key_bindings import KeyBindings
    from desktop_app.ui.state.recording import Recording


class Pages:
    """Makes each anew when it is asked for."""

    def __init__(self, actions: Actions, keys: KeyBindings, window: QWidget) -> None:
        self._actions, self._keys, self._window = actions, keys, window

    def show_statistics(self, recording: Recording) -> None:
        """Who spoke how much in a recording."""
        transcript, folder = recording.document.transcript, recording.export_folder
        StatisticsPage(transcript, recording.name, folder, self._window).open()

    def show_shortcuts(self) -> None:
        """Which keys there are, to be changed."""
        ShortcutsPage(self._actions, self._keys, self._window).open()

    def show_about(self) -> None:
        """What Diarist is."""
        AboutPage(self._window).open()
