"""Reading mode: nothing but the text, in larger letters, and nothing can be typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.translation import tr
from desktop_app.ui.widgets.passing_note import PassingNote

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.frame.actions import Actions
    from desktop_app.ui.frame.panels import Panels
    from desktop_app.ui.look.text_choice import TextChoice
    from desktop_app.ui.player.player_panel import PlayerPanel
    from desktop_app.ui.transcript.text_editing import TextEditing


class ReadingMode(QObject):
    """Panels, player and bars go and come back. What tells of a recording that is made, or of a fault, stays."""

    def __init__(
        self, choice: TextChoice, typing: TextEditing, panels: Panels, player: PlayerPanel, bars: tuple[QWidget, ...]
    ) -> None:
        super().__init__(panels)
        self.is_on = False
        self.note = PassingNote(panels.centre)
        self._choice, self._typing, self._panels, self._player, self._bars = choice, typing, panels, player, bars

    def wire_keys(self, actions: Actions) -> None:
        """Whoever asks for something that is folded away leaves the mode. Before anything else is connected to it."""
        self._actions = actions
        for action in (actions.find, actions.replace, actions.search_library, actions.rename, actions.menu):
            action.triggered.connect(self.leave)
        actions.reading_mode.triggered.connect(self.turn)

    def turn(self, on: bool) -> None:
        """Begin to read, or end."""
        if on == self.is_on:
            return
        self.is_on = on
        focused = self._panels.window().focusWidget()
        self._actions.reading_mode.setChecked(on)
        self._actions.library.setDisabled(on)
        self._actions.speakers.setDisabled(on)
        self._typing.set_reading_mode(on)
        self._choice.read(on)
        self._panels.put_aside(on)
        self._player.put_aside(on)
        for bar in self._bars:
            bar.setVisible(not on)
        if focused is None or not focused.isVisible():
            self._panels.centre.take_focus()
        if on:
            self.note.tell(tr("Reading mode. Esc leaves it."))
        else:
            self.note.hide()

    def offer(self, has_text: bool) -> None:
        """Whether there is anything to read."""
        self._actions.reading_mode.setEnabled(has_text)
        if not has_text:
            self.leave()

    def leave(self) -> None:
        """End, if it is on."""
        self.turn(False)
