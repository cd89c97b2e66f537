"""Whose turn the caret is in, said to screen readers."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent

from desktop_app.ui.transcript.transcript_text import TranscriptText


class TurnAnnouncer(QObject):
    """Says it when the caret goes to another turn, and when the keyboard comes to the text."""

    def __init__(self, text: TranscriptText) -> None:
        super().__init__(text)
        self._text = text
        text.installEventFilter(self)
        text.turn_entered.connect(self._say)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the keyboard comes."""
        if isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() != Qt.FocusReason.PopupFocusReason:
            QTimer.singleShot(0, self, self._enter)  # after the reader has said what has the keyboard now
        return False

    def _enter(self) -> None:
        said = self._text.speaker_and_time(self._text.textCursor().blockNumber())
        if said and self._text.hasFocus():
            self._text.turn_entered.emit(said)

    def _say(self, said: str) -> None:
        self._text.describe_turn(said)
        if self._text.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._text, said))
