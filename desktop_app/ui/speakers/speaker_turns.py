"""All turns of one speaker: read, heard one after the other, given away in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
)

from desktop_app.core.transcript.clock import clock
from desktop_app.translation import plural, tr
from desktop_app.ui.speakers.speaker_menu import pill_icon
from desktop_app.ui.widgets.scrolled import FittingDialog
from desktop_app.ui.widgets.toned_label import toned_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop_app.core.transcript.values import Span, Speaker, Turn

_WIDE_PX, _HIGH_PX = 560, 420


class SpeakerTurns(FittingDialog):
    """Those that are chosen count, all where none is. Numbers are places in the list, which never changes."""

    turn_chosen = Signal(int)
    play_asked = Signal(list)
    give_asked = Signal(list, str)  # numbers, speaker id; '' for a new speaker

    def __init__(self, speaker: Speaker, turns: Sequence[Turn], others: Sequence[Speaker], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("All turns of {name}", name=speaker.name))
        self._turns = turns
        self.list = QListWidget()
        self.list.setAccessibleName(self.windowTitle())
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(3)
        for turn in turns:
            self.list.addItem(QListWidgetItem(f"{clock(turn.start_ms)}   {turn.text}"))
        self.list.itemActivated.connect(lambda item: self.turn_chosen.emit(self.list.row(item)))
        self.play = QPushButton(tr("Play one after the other"))
        self.play.clicked.connect(lambda: self.play_asked.emit(self.chosen()))
        self.give = QPushButton(tr("Give to"))
        self.give.setMenu(self._menu(others))
        close = QPushButton(tr("Close"))
        close.clicked.connect(self.accept)
        for button in (self.play, self.give, close):
            button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self.play)
        buttons.addWidget(self.give)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(toned_label(speaker.name, "subtitle"))
        column.addWidget(
            toned_label(plural("{n} turns. Enter plays one.", "{n} turn. Enter plays one.", len(turns)), "muted")
        )
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        self.list.setMinimumSize(QSize(_WIDE_PX, _HIGH_PX).boundedTo(self.screen().availableSize() * 0.6))
        self.list.setCurrentRow(0)
        self.list.clearSelection()

    def chosen(self) -> list[int]:
        """The numbers of those that are chosen, or of all."""
        rows = sorted(self.list.row(item) for item in self.list.selectedItems())
        return rows or list(range(self.list.count()))

    def show_playing(self, span: Span) -> None:
        """The turn of this time sounds."""
        number = next((at for at, turn in enumerate(self._turns) if turn.start_ms == span.start_ms), None)
        if number is not None:
            self.list.scrollToItem(self.list.item(number))
            self.list.setCurrentRow(number, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _menu(self, others: Sequence[Speaker]) -> QMenu:
        menu = QMenu(self)
        for other in others:
            menu.addAction(pill_icon(other), other.name, lambda who=other.id: self._give(who))
        menu.addAction(tr("A new speaker"), lambda: self._give(""))
        return menu

    def _give(self, speaker_id: str) -> None:
        self.give_asked.emit(self.chosen(), speaker_id)
        self.accept()
