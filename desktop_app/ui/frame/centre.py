"""The middle of the window: the empty page, or a recording; and the look of it while files are held over it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from desktop_app.translation import tr
from desktop_app.ui.frame.empty_page import EmptyPage
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.transcript.transcript_view import TranscriptView
from desktop_app.ui.widgets.toned_label import toned_label


class Centre(QStackedWidget):
    """Shows one of the two."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty = EmptyPage()
        self.view = TranscriptView()
        self.addWidget(self.empty)
        self.addWidget(self.view)
        self._overlay: QLabel = toned_label(tr("Let go to transcribe"), "subtitle", self)
        self._overlay.setObjectName("dropOverlay")
        self._overlay.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._overlay.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._overlay.hide()

    def show_recording(self, recording: Recording | None) -> None:
        """Show a recording; the empty page for None."""
        self.view.show_recording(recording)
        self.setCurrentWidget(self.empty if recording is None else self.view)

    def take_focus(self) -> None:
        """Take the keyboard's focus."""
        if self.currentWidget() is self.empty:
            self.empty.open_button.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.view.take_focus()

    def show_hot(self, hot: bool) -> None:
        """Show that files held over the window may be let go."""
        empty = self.currentWidget() is self.empty
        self.empty.show_hot(hot and empty)
        self._overlay.setVisible(hot and not empty)
        self._overlay.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the overlay over the whole."""
        super().resizeEvent(event)
        self._overlay.setGeometry(self.rect())
