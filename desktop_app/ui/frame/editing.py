"""Everything in the window that is about correcting, wired: text, keys, menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.transcript.clock import clock
from desktop_app.core.transcript.speaker_changes import speaker_changes
from desktop_app.core.transcript.values import Mark
from desktop_app.translation import tr
from desktop_app.ui.frame.correcting_menu import fill_correcting_menu
from desktop_app.ui.frame.text_modules import TextModules, read_modules
from desktop_app.ui.state.background import Task
from desktop_app.ui.transcript.editing_keys import EditingKeys
from desktop_app.ui.transcript.first_draft import FirstDraft
from desktop_app.ui.transcript.text_dragging import TextDragging
from desktop_app.ui.transcript.text_editing import TextEditing
from desktop_app.ui.transcript.turn_commands import TurnCommands
from desktop_app.ui.transcript.turn_places import TurnPlaces
from desktop_app.ui.words.change_words import changes_sentence
from desktop_app.ui.words.edit_words import edit_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QMenu

    from desktop_app.core.transcript.edits import Edit
    from desktop_app.core.transcript.values import Transcript
    from desktop_app.ui.frame.actions import Actions
    from desktop_app.ui.state.document import Document
    from desktop_app.ui.state.recording import Recording
    from desktop_app.ui.transcript.transcript_text import TranscriptText

_MOST_LETTERS = 48


class Editing(QObject):
    """Puts keys to what is done to the text. told: a sentence about what was asked for and not done."""

    told = Signal(str)

    def __init__(self, text: TranscriptText, settings: QSettings) -> None:
        super().__init__(text)
        self._text = text
        self._settings = settings
        self._document: Document | None = None
        self._telling: Task | None = None
        self._recording: Recording | None = None
        places = TurnPlaces(text.shown)
        self._keys = EditingKeys(text)
        self._dragging = TextDragging(text)
        self.typing = TextEditing(text, places)
        self.commands = TurnCommands(text, places, self.typing)
        self.commands.refused.connect(self.told)
        self.first_draft = FirstDraft(text, places, self.typing)

    def wire_keys(self, actions: Actions, menu: QMenu) -> None:
        """Connect the keys, and put them into a menu of its own."""
        commands = self.commands
        self._actions = actions
        actions.undo.triggered.connect(self.undo)
        actions.redo.triggered.connect(self.redo)
        for numbered, give in (
            (actions.give, commands.give),
            (actions.split_and_give, commands.split_and_give),
            (actions.give_from_here, commands.give_from_here),
            (actions.text_module, self.insert_module),
        ):
            for number, action in enumerate(numbered, 1):
                action.triggered.connect(lambda _=False, give=give, number=number: give(number))
        plain = {
            actions.join: commands.join,
            actions.delete_turn: commands.delete,
            actions.border_back: commands.border_back,
            actions.border_forth: commands.border_forth,
            actions.new_speaker: commands.give_to_new_speaker,
            actions.inaudible: commands.make_inaudible,
            actions.uncertain: lambda: commands.mark(Mark.UNCERTAIN),
            actions.off_record: lambda: commands.mark(Mark.OFF_RECORD),
            actions.done_here: self.note_done,
            actions.go_to_done: self.go_to_done,
        }
        for action, do in plain.items():
            action.triggered.connect(lambda _=False, do=do: do())
        actions.first_draft.toggled.connect(self.first_draft.show)
        fill_correcting_menu(menu, actions, write_modules=self.ask_for_modules)

    def insert_module(self, number: int) -> None:
        """Type a text module at the caret."""
        if module := read_modules(self._settings)[number - 1]:
            self.commands.insert_text(module)
        else:
            self.told.emit(tr("There is no text module {number}. The menu has them under “Correct”.", number=number))

    def ask_for_modules(self) -> None:
        """Let somebody write the text modules."""
        keys = [action.shortcut().toString() for action in self._actions.text_module]
        TextModules(self._settings, keys, self._text.window()).open()

    def show_recording(self, recording: Recording | None) -> None:
        """Another recording is in view."""
        self._recording = recording
        self._text.margins.show_done(recording.notes.done_to_ms if recording else None)

    def note_done(self) -> None:
        """It is corrected up to the turn at the caret, that one too; a second time takes the note away."""
        if self._recording is None or (turn := self.commands.turn_at_caret()) is None:
            return
        noted = turn.end_ms if self._recording.notes.done_to_ms != turn.end_ms else None
        self._recording.notes.note_done_to(noted)
        self._text.margins.show_done(noted)
        self.told.emit("" if noted is None else tr("Done up to {time}.", time=clock(noted)))

    def go_to_done(self) -> None:
        """Put the caret where work goes on."""
        if self._recording is None or self._recording.notes.done_to_ms is None:
            self.told.emit(tr("Nothing is noted as done yet."))
            return
        self._text.navigation.go_to_time(self._recording.notes.done_to_ms)

    def tell_of_regrouping(self, recording: Recording, before: Transcript) -> None:
        """Say what another clustering has changed in the recording that is shown."""
        if recording.document is not self._document:
            return
        after = recording.document.transcript
        self._telling = Task(lambda: changes_sentence(speaker_changes(before, after), before, after), (), None)
        self._telling.succeeded.connect(self._tell_of_changes)
        self._telling.start()

    def _tell_of_changes(self, task: Task, sentence: str) -> None:
        if task is self._telling:
            self.told.emit(sentence)

    def undo(self) -> None:
        """Take the newest edit back, and show where it was."""
        self._step(lambda document: document.undo())

    def redo(self) -> None:
        """Do the newest undone edit again, and show where it is."""
        self._step(lambda document: document.redo())

    def _step(self, step: Callable[[Document], None]) -> None:
        document = self._text.source
        self.typing.settle()
        if document is not None:
            step(document)

    def refresh(self, document: Document | None) -> None:
        """Let the actions say what they would do, and whether they can."""
        actions = self._actions
        can_edit = document is not None and document.can_edit
        for action in (
            *(actions.join, actions.delete_turn, actions.border_back, actions.border_forth, actions.new_speaker),
            *(actions.inaudible, actions.uncertain, actions.off_record, actions.next_doubt),
            *(actions.replace, actions.replace_equal),
            *(*actions.give, *actions.split_and_give, *actions.give_from_here, *actions.text_module),
        ):
            action.setEnabled(can_edit)
        actions.first_draft.setEnabled(document is not None and document.has_base)
        self.first_draft.refresh()
        if document is not self._document:
            if self._document is not None:
                self._document.edited.disconnect(self._name_steps)
            self._document = document
            if document is not None:
                document.edited.connect(self._name_steps)
        self._name_steps()

    def _name_steps(self) -> None:
        """Say what can be taken back, and done again: at once, as the next key may ask for it."""
        document, actions = self._document, self._actions
        can_undo, can_redo = (document.can_undo, document.can_redo) if document else (False, False)
        actions.undo.setEnabled(can_undo)
        actions.redo.setEnabled(can_redo)
        done = _short_name(document.history.done[-1], document.transcript) if document and can_undo else ""
        undone = _short_name(document.history.undone[-1], document.transcript) if document and can_redo else ""
        actions.undo.setText(tr("Undo {edit}", edit=done) if done else tr("Undo"))
        actions.redo.setText(tr("Redo {edit}", edit=undone) if undone else tr("Redo"))


def _short_name(edit: Edit, transcript: Transcript) -> str:
    """The edit's name with room for it in a menu: people have names of any length."""
    name = edit_name(edit, transcript)
    return name if len(name) <= _MOST_LETTERS else f"{name[: _MOST_LETTERS - 1].rstrip()}…"
