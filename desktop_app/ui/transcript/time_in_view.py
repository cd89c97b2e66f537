"""When what is in view of the text was said."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from desktop_app.core.transcript.values import Span
from desktop_app.ui.transcript.transcript_text import TranscriptText

_TO_THE_END_MS = 2**31 - 1


class TimeInView(QObject):
    """From where the first turn in view begins to where the first below it does; told once the text rests."""

    changed = Signal(object)  # Span, or None where there is no text

    def __init__(self, text: TranscriptText) -> None:
        super().__init__(text)
        self._text = text
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell)
        text.verticalScrollBar().valueChanged.connect(self._look_soon)
        text.text_changed.connect(self._look_soon)
        text.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The text has another size, or came into view."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Show}:
            self._look_soon()
        return False

    def span(self) -> Span | None:
        """As it is now; the last turn goes on to the end, however far that is."""
        shown, layout = self._text.shown, self._text.turn_layout
        if not shown:
            return None
        top = self._text.verticalScrollBar().value()
        first, last = (layout.block_at(y) for y in (top, top + self._text.viewport().height()))
        start_ms = shown[first].start_ms
        return Span(start_ms, max(start_ms, shown[last + 1].start_ms if last + 1 < len(shown) else _TO_THE_END_MS))

    def _look_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _tell(self) -> None:
        self.changed.emit(self.span())
