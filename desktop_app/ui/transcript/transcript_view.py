"""The middle of the window: one recording, waiting, at work, failed, or to be read."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QVBoxLayout, QWidget

from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.recording_troubles import lost_sound, project_troubles
from desktop_app.ui.state.situation import Action, situation
from desktop_app.ui.transcript.doubt_bar import DoubtBar
from desktop_app.ui.transcript.language_note import LanguageNote
from desktop_app.ui.transcript.replace_bar import ReplaceBar
from desktop_app.ui.transcript.situation_views import SituationPage, SituationStrip
from desktop_app.ui.transcript.transcript_header import TranscriptHeader
from desktop_app.ui.transcript.transcript_text import TranscriptText
from desktop_app.ui.transcript.transcript_warnings import TranscriptWarnings
from desktop_app.ui.transcript.turn_announcer import TurnAnnouncer

_HEADER_MS = 250
_ROOMY_PX = 420


class TranscriptView(QWidget):
    """Shows the recording's text with its situation below, or the situation alone while there is no text."""

    acted = Signal(object, object)  # Recording, Action
    facts_changed = Signal()
    sound_asked = Signal(object)  # Recording: its sound is not where it was
    copy_asked = Signal(object)  # Recording: its project cannot be written

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("centre")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.recording: Recording | None = None
        self._wanted: tuple[Recording, int, int] | None = None
        self.language_note = LanguageNote()
        self.header = TranscriptHeader()
        self.warnings = TranscriptWarnings()
        self.replace_bar = ReplaceBar()
        self.text = TranscriptText()
        self.announcer = TurnAnnouncer(self.text)
        self.strip = SituationStrip()
        self.doubt_bar = DoubtBar()
        self.page = SituationPage()
        self._was_finished = False
        self._reading = QWidget()
        self._header_soon = QTimer(self, singleShot=True, interval=_HEADER_MS)
        self._header_soon.timeout.connect(self._refresh_header)
        self._lay_out()
        self.text.text_changed.connect(self._go_to_wanted)
        self.text.columns_changed.connect(self.header.align)
        self.text.columns_changed.connect(self.warnings.align)
        self.text.columns_changed.connect(self.replace_bar.align)
        self.text.columns_changed.connect(self.strip.align)
        self.warnings.put_away.connect(lambda: self._put_warnings_away(True))
        self.warnings.copy_asked.connect(self._ask_for_copy)
        self.warnings.sound_asked.connect(self._ask_for_sound)
        self.header.warnings_clicked.connect(lambda: self._put_warnings_away(False))
        self.page.acted.connect(self._act)
        self.strip.acted.connect(self._act)
        self.language_note.stop_clicked.connect(lambda: self._act(Action.CANCEL))
        self.language_note.go_on_clicked.connect(self._go_on)

    def _lay_out(self) -> None:
        self._reading.setObjectName("page")
        column = QVBoxLayout(self._reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.warnings)
        column.addWidget(self.replace_bar)
        column.addWidget(self.text, 1)
        column.addWidget(self.doubt_bar)
        column.addWidget(self.strip)
        self._column = column
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.language_note)
        self._stack = QStackedLayout()
        outer.addLayout(self._stack, 1)
        self._stack.addWidget(self.page)
        self._stack.addWidget(self._reading)

    def add_below_text(self, panel: QWidget) -> None:
        """Put a panel between the text and its situation."""
        self._column.insertWidget(self._column.indexOf(self.strip), panel)

    def show_recording(self, recording: Recording | None) -> None:
        """Show another recording; None lets go of the one shown."""
        if self.recording is not None:
            self.recording.changed.disconnect(self._refresh)
            self.recording.document.turns_added.disconnect(self._turns_added)
            self.recording.document.replaced.disconnect(self._refresh)
            self.recording.document.turns_changed.disconnect(self._turns_changed)
            self.recording.document.heard.disconnect(self._heard)
        self.recording, self._was_finished = recording, False
        if self._wanted is not None and self._wanted[0] is not recording:
            self._wanted = None
        self.text.show_document(recording.document if recording else None)
        if recording is not None:
            recording.changed.connect(self._refresh)
            recording.document.turns_added.connect(self._turns_added)
            recording.document.replaced.connect(self._refresh)
            recording.document.turns_changed.connect(self._turns_changed)
            recording.document.heard.connect(self._heard)
            self._refresh_header()
            self._refresh()

    def show_replace_bar(self, shown: bool) -> None:
        """Show or hide the bar above the text, for which the header makes room in a low window."""
        self.replace_bar.setVisible(shown)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Perhaps there is room for the header now, or no more."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        both = self.replace_bar.isHidden() or self.height() >= _ROOMY_PX
        self.header.setVisible(both)
        self.replace_bar.be_first(not both)

    def show_place(self, recording: Recording, start_ms: int, word: int) -> None:
        """Show a word of a recording's turn, as soon as it is there."""
        self._wanted = recording, start_ms, word
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        if self._wanted is None:
            return
        recording, start_ms, word = self._wanted
        if recording is self.recording and self.is_reading() and self.text.navigation.go_to_word(start_ms, word):
            self._wanted = None
            self.take_focus()

    def is_reading(self) -> bool:
        """Whether there is a text in view."""
        return self._stack.currentWidget() is self._reading

    def take_focus(self) -> None:
        """Give the keyboard to the text, or to the first button there is."""
        if self.is_reading():
            self.text.setFocus(Qt.FocusReason.TabFocusReason)
            return
        for button in self.page.buttons.values():
            if button.isVisible():
                button.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _turns_added(self) -> None:
        if not self.is_reading():
            self._refresh()
        self._header_soon.start()

    def _turns_changed(self) -> None:
        if self.is_reading() is not (self.recording is not None and self.recording.document.can_be_read()):
            self._refresh()
        self._header_soon.start()

    def _heard(self) -> None:
        if not self.is_reading():
            self._refresh()
        if not self._header_soon.isActive():
            self._header_soon.start()

    def _refresh(self) -> None:
        if self.recording is None:
            return
        now = situation(self.recording)
        self.language_note.show_sentence(self.recording.language_doubt)
        self._show(self._reading if self.recording.document.can_be_read() else self.page)
        self.strip.setVisible(now is not None and bool(now.line))
        if now is not None:
            self.strip.show_situation(now)
            self.page.show_situation(self.recording.name, now)
        has_warnings = bool(project_troubles(self.recording)) or self.warnings.isVisible()
        if now is None and not has_warnings and self._was_finished:
            self._header_soon.start()  # words are counted, and somebody may be typing
        elif now is None or self.recording.document.is_draft or has_warnings:
            self._refresh_header()
        self._was_finished = now is None

    def _show(self, view: QWidget) -> None:
        """One of the two; the keyboard stays here."""
        if view is not self._stack.currentWidget():
            focused = QApplication.focusWidget()
            had_focus = focused is not None and self.isAncestorOf(focused)
            self._stack.setCurrentWidget(view)
            if had_focus:
                self.take_focus()
            self._go_to_wanted()

    def _refresh_header(self) -> None:
        if self.recording is not None:
            troubles, lost = project_troubles(self.recording), lost_sound(self.recording)
            warnings = (*troubles, *filter(None, (lost,)), *self.recording.document.transcript.warnings)
            self.header.show_recording(self.recording)
            self.warnings.show_warnings(warnings, about_file=bool(troubles), about_sound=bool(lost))
            self.warnings.setVisible(bool(troubles) or (bool(warnings) and not self.recording.warnings_put_away))
            self.facts_changed.emit()

    def _put_warnings_away(self, away: bool) -> None:
        if self.recording is not None:
            self.recording.warnings_put_away = away
            self._refresh_header()
            self.take_focus()

    def _ask_for_copy(self) -> None:
        if self.recording is not None:
            self.copy_asked.emit(self.recording)

    def _ask_for_sound(self) -> None:
        if self.recording is not None:
            self.sound_asked.emit(self.recording)

    def _go_on(self) -> None:
        if self.recording is not None:
            self.recording.doubt_language("")
            self.take_focus()

    def _act(self, action: object) -> None:
        if self.recording is not None:
            self.acted.emit(self.recording, action)
