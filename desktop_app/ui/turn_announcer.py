"""Whose turn the caret is in, said when the keyboard comes to the text."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent

from desktop_app.ui.transcript_text import TranscriptText


class TurnAnnouncer(QObject):
    """Says it once; that the caret goes to another turn, the text says itself."""

    def __init__(self, text: TranscriptText) -> None:
        super().__init__(text)
        self._text = text
        text.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the keyboard comes."""
        if isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() != Qt.FocusReason.PopupFocusReason:
            QTimer.singleShot(0, self, self._announce)  # after the reader has said what has the keyboard now
        return False

    def _announce(self) -> None:
        said = self._text.speaker_and_time(self._text.textCursor().blockNumber())
        if said and self._text.hasFocus():
            self._text.turn_entered.emit(said)
