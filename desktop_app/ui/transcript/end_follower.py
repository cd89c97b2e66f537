"""Keeps the end of a growing text in view, until the reader scrolls away from it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QPushButton, QTextEdit

from desktop_app.translation import tr
from desktop_app.ui.transcript.own_scrolling import OwnScrolling

_SLACK_PX = 8
_ABOVE_BOTTOM_PX = 16


class EndFollower(QObject):
    """Follows while the end is in view and nothing is selected; else there is a button that leads back to it."""

    def __init__(self, text: QTextEdit) -> None:
        super().__init__(text)
        self._text = text
        self._active = False
        self._follows = False
        self._scrolling = OwnScrolling(text.verticalScrollBar())
        self.button = QPushButton(tr("↓ Newest words"), text)
        self.button.setProperty("role", "float")
        self.button.setAccessibleName(tr("Go to the newest words"))
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.go_to_the_end)
        self.button.hide()
        bar = text.verticalScrollBar()
        bar.valueChanged.connect(self._scrolled)
        bar.rangeChanged.connect(self._grown)
        text.installEventFilter(self)

    @property
    def follows(self) -> bool:
        """Whether the end stays in view."""
        return self._follows and not self._text.textCursor().hasSelection()

    def begin(self) -> None:
        """From now on the text grows at its end."""
        self._active = self._follows = True
        self._grown()

    def end(self) -> None:
        """The text grows no more; the reader stays where they are."""
        self._active = self._follows = False
        self.button.hide()

    def go_to_the_end(self) -> None:
        """Show the end, and stay with it."""
        cursor = self._text.textCursor()
        cursor.clearSelection()
        self._text.setTextCursor(cursor)
        had_focus = self.button.hasFocus()
        self._follows = self._active
        self._grown()
        if had_focus:
            self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the button at the text's lower edge."""
        if event.type() == QEvent.Type.Resize:
            self._place_button()
        return False

    def _grown(self) -> None:
        if self.follows:
            self._scrolling.to(self._text.verticalScrollBar().maximum())
        self._show_button()

    def _scrolled(self) -> None:
        if self._active and not self._scrolling.is_at_work:
            self._follows = self._at_the_end()
        self._show_button()

    def _at_the_end(self) -> bool:
        bar = self._text.verticalScrollBar()
        return bar.value() >= bar.maximum() - _SLACK_PX

    def _show_button(self) -> None:
        wanted = self._active and not self._at_the_end()
        if wanted != self.button.isVisibleTo(self._text):
            self.button.setVisible(wanted)
            self._place_button()

    def _place_button(self) -> None:
        self.button.adjustSize()
        left = (self._text.width() - self.button.width()) // 2
        self.button.move(left, self._text.height() - self.button.height() - _ABOVE_BOTTOM_PX)
