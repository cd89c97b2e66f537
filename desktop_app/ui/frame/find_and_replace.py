"""Everything in the window that is about finding and replacing, wired: the search field, the bar, the dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.core.editing.finding import FindOptions
from desktop_app.ui.transcript.equal_words import EqualWords
from desktop_app.ui.transcript.match_replacing import MatchReplacing
from desktop_app.ui.transcript.transcript_search import TranscriptSearch
from desktop_app.ui.transcript.turn_places import TurnPlaces

if TYPE_CHECKING:
    from desktop_app.ui.frame.actions import Actions
    from desktop_app.ui.state.document import Document
    from desktop_app.ui.transcript.text_editing import TextEditing
    from desktop_app.ui.transcript.transcript_view import TranscriptView
    from desktop_app.ui.widgets.search_field import SearchField


class FindAndReplace(QObject):
    """The field at the top finds, the bar above the text replaces; where there is no bar, the search is a plain one."""

    left_voice = Signal()
    """The reader goes elsewhere than to what sounds."""
    told = Signal(str)

    def __init__(self, field: SearchField, view: TranscriptView, editing: TextEditing) -> None:
        super().__init__(view)
        self._field = field
        self._view = view
        self._text = view.text
        self._editing = editing
        self.bar = view.replace_bar
        self.search = TranscriptSearch(self._text)
        places = TurnPlaces(self._text.shown)
        self.replacing = MatchReplacing(self._text, places, editing, self.search)
        self.equal_words = EqualWords(self._text, places, editing)
        self.equal_words.told.connect(self.told)
        self._wire_field()
        self._wire_bar()

    def _wire_field(self) -> None:
        field, search = self._field, self.search
        field.begun.connect(search.prepare)
        field.textChanged.connect(search.look_for)
        field.stepped.connect(search.step)
        field.dismissed.connect(self.leave)
        search.counted.connect(field.show_count)
        for signal in (field.stepped, field.textChanged):
            signal.connect(self.left_voice)

    def _wire_bar(self) -> None:
        bar, search, replacing = self.bar, self.search, self.replacing
        self._field.textChanged.connect(bar.clear_said)
        bar.choices.changed.connect(search.use)
        bar.choices.changed.connect(bar.clear_said)
        bar.replace_asked.connect(replacing.replace)
        bar.all_asked.connect(replacing.replace_all)
        bar.stepped.connect(search.step)
        bar.left.connect(self.leave)
        bar.left.connect(self._field.clear)
        search.counted.connect(lambda _current, total: bar.show_count(total))
        search.troubled.connect(bar.show_trouble)
        replacing.told.connect(bar.tell)
        replacing.refused.connect(bar.refuse)
        self._text.text_changed.connect(self._show_speakers)

    def wire_keys(self, actions: Actions) -> None:
        """Connect the keys."""
        actions.find.triggered.connect(self._field.begin)
        actions.replace.triggered.connect(self.begin_replacing)
        actions.reading_mode.toggled.connect(lambda on: self._show_bar(self.bar.isVisible() and not on))
        actions.replace_equal.triggered.connect(self.equal_words.ask)

    def begin_replacing(self) -> None:
        """Show the bar; the keyboard goes to what is to be found, if nothing is, and else to what is to stand there."""
        if not self._editing.is_allowed:
            return
        selected = self._text.textCursor().selectedText()
        if selected and "\N{PARAGRAPH SEPARATOR}" not in selected and self._text.hasFocus():
            self._field.setText(selected)
        self._show_bar(True)
        if self._field.text().strip():
            self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.bar.field.selectAll()
        else:
            self._field.begin()

    def refresh(self, document: Document | None) -> None:
        """Another document is in view, or the same one can be changed now, or no more."""
        if not self.bar.isHidden() and (document is None or not document.can_edit):
            self._show_bar(False)
        self._show_speakers()

    def leave(self) -> None:
        """Find nothing any more; the keyboard goes to the text."""
        self.search.leave()
        self._show_bar(False)
        self._view.take_focus()

    def _show_bar(self, shown: bool) -> None:
        if self.bar.isHidden() is not shown:
            return
        self._view.show_replace_bar(shown)
        self.bar.clear_said()
        self._show_speakers()
        self.search.use(self.bar.choices.options() if shown else FindOptions())
        if shown:
            self.bar.follow(self._field)

    def _show_speakers(self) -> None:
        if not self.bar.isHidden() and self._text.source is not None:
            self.bar.choices.show_speakers(self._text.source.speakers)
