"""A text with what keys, input methods and the clipboard do to it."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QTextEdit, QWidget

from desktop_app.translation import tr
from desktop_app.ui.transcript.copied_words import CopiedWords
from desktop_app.ui.transcript.editing_keys import let_caret_go_along, lines_of
from desktop_app.ui.transcript.pasted_words import PastedWords, put, take


class TypedText(QTextEdit):
    """Copies in a way of its own; everything else is as in any text. Nothing is copied with its look."""

    typed = Signal()
    """A key, an input method or the clipboard has done to the text what it does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pasted: PastedWords = {}
        """While it is looked at what was pasted: words with their times."""

    def known_words(self, data: QMimeData) -> CopiedWords | None:
        """The words of this recording that the data has; None where it is text alone."""
        raise NotImplementedError

    def copy(self) -> None:
        """Copy what is selected."""
        raise NotImplementedError

    def copy_transcript(self) -> None:
        """Copy everything, with names and times."""
        raise NotImplementedError

    def cut(self) -> None:
        """Copy what is selected, and take it away where that is allowed."""
        self.copy()
        if not self.isReadOnly():
            caret = self.textCursor()
            take(caret)
            self.setTextCursor(caret)
            self.typed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy and cut as the menu does."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.cut()
        else:
            super().keyPressEvent(event)
            self.typed.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Compose, or commit what was composed."""
        super().inputMethodEvent(event)
        self.typed.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text alone can be pasted."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text, a turn for each line; words of this recording with their times."""
        let_caret_go_along(self)
        words = self.known_words(source)
        if words is None:
            self.textCursor().insertText(lines_of(source))
        else:
            self.pasted = put(self.textCursor(), words.lines)
        self.typed.emit()
        self.pasted = {}
        self.ensureCursorVisible()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the text."""
        self.make_menu().popup(event.globalPos())

    def make_menu(self) -> QMenu:
        """The context menu."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        has_selection = self.textCursor().hasSelection()
        if not self.isReadOnly():
            menu.addAction(tr("Cut"), self.cut).setEnabled(has_selection)
        menu.addAction(tr("Copy"), self.copy).setEnabled(has_selection)
        if not self.isReadOnly():
            menu.addAction(tr("Paste"), self.paste).setEnabled(self.canPaste())
        menu.addAction(tr("Copy transcript"), self.copy_transcript)
        menu.addSeparator()
        menu.addAction(tr("Select all"), self.selectAll)
        return menu
