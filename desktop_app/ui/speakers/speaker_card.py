"""One speaker's card: pill, name, share of the talking, time and turns."""

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.core.transcript.clock import clock
from desktop_app.core.transcript.statistics import SpeakerStatistics
from desktop_app.core.transcript.values import Speaker
from desktop_app.translation import plural, tr
from desktop_app.ui.speakers.namesake_note import NamesakeNote
from desktop_app.ui.speakers.share_bar import ShareBar
from desktop_app.ui.speakers.suggestion_note import SuggestionNote
from desktop_app.ui.widgets.accessible_text import tell_of_renaming
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.name_edit import EditableName
from desktop_app.ui.widgets.speaker_pill import Pill
from desktop_app.ui.widgets.toned_label import toned_label
from desktop_app.ui.words.wording import DOT, percent

_MIME = "application/x-diarist-speaker"
_EDIT_KEYS = {Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class SpeakerCard(Card):
    """Shows a speaker and lets the name be changed in place: double click, F2 or Enter."""

    renamed = Signal(str, str)  # speaker id, name as typed
    voice_asked = Signal(str)  # speaker id: the voice is to be heard, or no more
    merge_asked = Signal(str)  # speaker id: it is to become one with who has the same name
    stepped = Signal(int)  # to the card above (-1) or below (+1)
    menu_asked = Signal(str, object)  # speaker id, QPoint: on the screen
    dropped = Signal(str, str)  # speaker ids: this one was dropped on the other

    def __init__(self, speaker: Speaker, parent: QWidget | None = None) -> None:
        super().__init__(parent, focusable=True)
        tell_of_renaming()
        self.speaker = speaker
        self.pill = Pill(speaker)
        self.name = EditableName()
        self.name.begun.connect(self._begin_naming)
        self.name.entered.connect(self._rename)
        self._named = speaker.id
        self.namesake = NamesakeNote()
        self.namesake.merge_clicked.connect(self._merge)
        self.suggestion = SuggestionNote(speaker.id)
        self.suggestion.accepted.connect(self.renamed)
        self.share = toned_label("", "small")
        self.bar = ShareBar()
        self.figures = toned_label("", "small")
        self.voice = QPushButton()
        self.voice.setProperty("role", "link")
        self.voice.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.voice.clicked.connect(lambda: self.voice_asked.emit(self.speaker.id))
        self.voice.hide()
        self._sounds = False
        self.setToolTip(tr("Double click or F2 to rename; drop it on another to make them one"))
        self.more = QPushButton(tr("More"))
        self.more.setProperty("role", "link")
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.clicked.connect(lambda: self._ask_for_menu(self.more.mapToGlobal(self.more.rect().bottomLeft())))
        self.setAcceptDrops(True)
        self._pressed_at: QPoint | None = None
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.pill)
        top.addWidget(self.name, 1)
        top.addWidget(self.share)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(11, 10, 11, 10)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.suggestion)
        layout.addWidget(self.bar)
        below = QHBoxLayout()
        below.setSpacing(14)
        below.addWidget(self.voice)
        below.addWidget(self.figures, 1)
        below.addWidget(self.more)
        layout.addLayout(below)
        layout.addWidget(self.namesake)
        QWidget.setTabOrder(self.namesake.keep, self.more)

    def show_speaker(self, speaker: Speaker, figures: SpeakerStatistics) -> None:
        """Show this name and these figures."""
        self.speaker = speaker
        self.pill.show_speaker(speaker)
        self.name.show_name(speaker.name)
        self.share.setText(percent(figures.share))
        self.bar.show_share(speaker.colour, figures.share)
        self.figures.setText(DOT.join((clock(figures.talk_ms), plural("{n} turns", "{n} turn", figures.turns))))
        self.setAccessibleName(f"{speaker.name}, {self.share.text()}, {self.figures.text()}")
        self.more.setAccessibleName(tr("More about {name}", name=speaker.name))
        self.show_voice(self._sounds)

    def offer_voice(self, offered: bool) -> None:
        """Whether the voice can be heard."""
        self.voice.setVisible(offered)

    def show_voice(self, sounds: bool) -> None:
        """Offer to play the voice, or to stop where it is this one that sounds."""
        self._sounds = sounds
        self.voice.setText(tr("Stop", "a voice that plays") if sounds else tr("Play voice"))
        self.voice.setAccessibleName(f"{self.voice.text()}, {self.speaker.name}")
        self.voice.setToolTip("" if sounds else tr("Play ten seconds in which this speaker is heard best"))

    def _begin_naming(self) -> None:
        self._named = self.speaker.id

    def _rename(self, name: str) -> None:
        # A new result may have given the card to somebody else while the name was typed.
        self.renamed.emit(self._named, name)

    def _merge(self) -> None:
        self.merge_asked.emit(self._named)

    def tell_of_namesake(self, name: str, *, can_merge: bool) -> None:
        """Somebody else has that name: say so where it was typed, and be ready for the answer."""
        self.namesake.tell(name, can_merge=can_merge)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.namesake.text.text()))

    def rename(self) -> None:
        """Edit the name."""
        self.name.edit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the name."""
        self.rename()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the speaker."""
        self._ask_for_menu(event.globalPos())

    def _ask_for_menu(self, at: QPoint) -> None:
        self.menu_asked.emit(self.speaker.id, at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Be ready to be dragged."""
        self._pressed_at = event.position().toPoint() if event.button() is Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Be dragged onto another card."""
        at = self._pressed_at
        if at is None or (event.position().toPoint() - at).manhattanLength() < QApplication.startDragDistance():
            return
        self._pressed_at = None
        data = QMimeData()
        data.setData(_MIME, self.speaker.id.encode())
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(self.pill.grab())
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take another speaker."""
        if self._dropped_id(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The dropped speaker and this one are one person."""
        if (gone := self._dropped_id(event.mimeData())) is not None:
            event.acceptProposedAction()
            self.dropped.emit(gone, self.speaker.id)

    def _dropped_id(self, data: QMimeData) -> str | None:
        dropped = bytes(data.data(_MIME).data()).decode()
        return dropped if dropped and dropped != self.speaker.id else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit the name, or go to the next card."""
        if event.key() in _EDIT_KEYS:
            self.rename()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)
