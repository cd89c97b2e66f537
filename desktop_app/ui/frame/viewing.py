"""Everything in the window about how it is looked at, wired: sizes, lines, reading mode, full screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QActionGroup

from desktop_app.translation import tr
from desktop_app.ui.look.text_choice import TextChoice
from desktop_app.ui.look.text_look import SIZES_PX, TextLook, Width

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMainWindow, QMenu

    from desktop_app.ui.frame.actions import Actions
    from desktop_app.ui.frame.reading_mode import ReadingMode
    from desktop_app.ui.transcript.transcript_text import TranscriptText


class Viewing(QObject):
    """Puts keys and a menu to how the text looks, and how much of the screen it has."""

    def __init__(self, text: TranscriptText, settings: QSettings, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.choice = TextChoice(settings, self)
        self.choice.changed.connect(text.take_look)
        self.choice.changed.connect(self._show)
        text.take_look(self.choice.look)

    def wire_keys(self, actions: Actions, reading: ReadingMode, menu: QMenu) -> None:
        """Connect the keys, and put them into a menu, above what is there of it but the first."""
        choice = self.choice
        self._actions, self._reading = actions, reading
        actions.larger.triggered.connect(lambda: choice.step_size(1))
        actions.smaller.triggered.connect(lambda: choice.step_size(-1))
        actions.usual_size.triggered.connect(choice.reset_size)
        actions.line_width.triggered.connect(choice.next_width)
        actions.times.triggered.connect(choice.show_times)
        actions.names_above.triggered.connect(choice.put_names_above)
        actions.full_screen.triggered.connect(self._turn_full_screen)
        menu.addSeparator()
        menu.addActions([actions.larger, actions.smaller, actions.usual_size])
        self._widths = self._add_widths(menu.addMenu(tr("Length of lines")))
        menu.addActions([actions.line_width, actions.times, actions.names_above])
        menu.addSeparator()
        menu.addActions([actions.reading_mode, actions.full_screen])
        self._window.installEventFilter(self)
        self._show(choice.look)

    def _add_widths(self, menu: QMenu) -> dict[Width, QAction]:
        group, added = QActionGroup(menu), {}
        for width in Width:
            added[width] = action = menu.addAction(width.label)
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, width=width: self.choice.choose_width(width))
            group.addAction(action)
        return added

    def _show(self, look: TextLook) -> None:
        actions = self._actions
        self._widths[look.width].setChecked(True)
        actions.times.setChecked(look.times)
        actions.names_above.setChecked(look.names_above)
        actions.larger.setEnabled(look.size_px < SIZES_PX[-1])
        actions.smaller.setEnabled(look.size_px > SIZES_PX[0])

    def leave(self) -> bool:
        """Leave the reading mode, or else the full screen; False where it is neither."""
        if self._reading.is_on:
            self._reading.leave()
        elif self._window.isFullScreen():
            self._turn_full_screen(False)
        else:
            return False
        return True

    def _turn_full_screen(self, full: bool) -> None:
        state, bit = self._window.windowState(), Qt.WindowState.WindowFullScreen
        self._window.setWindowState(state | bit if full else state & ~bit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The desktop has a say in this, too."""
        if event.type() == QEvent.Type.WindowStateChange:
            self._actions.full_screen.setChecked(self._window.isFullScreen())
        return False
