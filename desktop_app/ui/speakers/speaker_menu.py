"""What can be done with a speaker, as a menu on the card."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.core.transcript.values import Speaker
from desktop_app.translation import tr
from desktop_app.ui.look.theme import current_theme
from desktop_app.ui.widgets.speaker_pill import PILL_PX, paint_pill

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class SpeakerMenu(QMenu):
    """asked for once, then thrown away. Each action calls what was given for it."""

    def __init__(self, speaker: Speaker, others: Sequence[Speaker], parent: QWidget) -> None:
        super().__init__(parent)
        self._speaker = speaker
        self._others = others

    def offer_others(self, title: str, act: Callable[[str], None]) -> None:
        """A submenu of all other speakers; act: called with the id of the chosen one."""
        menu = self.addMenu(title)
        menu.setEnabled(bool(self._others))
        for other in self._others:
            menu.addAction(pill_icon(other), other.name, partial(act, other.id))

    def offer_colours(self, act: Callable[[int], None]) -> None:
        """A submenu of all colours; act: called with the chosen one."""
        menu = self.addMenu(tr("Colour"))
        for colour in range(len(current_theme().speakers)):
            shown = Speaker(self._speaker.id, self._speaker.name, colour)
            action = menu.addAction(pill_icon(shown), tr("Colour {number}", number=colour + 1), partial(act, colour))
            action.setCheckable(True)
            action.setChecked(colour == self._speaker.colour)


def pill_icon(speaker: Speaker) -> QIcon:
    """The speaker's pill as a menu shows it."""
    picture = QPixmap(PILL_PX, PILL_PX)
    picture.fill("transparent")
    painter = QPainter(picture)
    paint_pill(painter, 0, 0, speaker)
    painter.end()
    return QIcon(picture)
