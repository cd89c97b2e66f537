"""Opening files and folders: chosen in a dialog, dropped on the window, named at its start, or the sample."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.translation import figure, plural, tr
from desktop_app.ui.library.dropped_files import dropped_files
from desktop_app.ui.library.folder_reading import FolderContents, FolderReading
from desktop_app.ui.library.meeting_dialog import MeetingDialog
from desktop_app.ui.library.open_dialog import FolderDialog, OpenDialog, RecordingsDialog
from desktop_app.ui.state.export_choice import documents_folder
from desktop_app.ui.state.time_slices import TimeSlices
from desktop_app.ui.widgets.questions import asking_question

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.state.recording import Recording
    from desktop_app.ui.state.session import Session


MANY = 200
"""So many recordings of folders are queued without a question."""
AT_ONCE = 20
"""So many are opened in one go, the others a few at a time."""


@dataclass(slots=True)
class _Together:
    """Files that are opened together; the first and the last that are open."""

    first: Recording | None = None
    last: Recording | None = None


class FileOpening(QObject):
    """Opens recordings and transcripts, and tells which is to be shown."""

    opened = Signal(object)  # Recording
    refused = Signal(str)
    hovered = Signal(bool)  # files are held over the window

    def __init__(self, session: Session, settings: QSettings, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._window = window
        self._reading = FolderReading(self)
        self._reading.read.connect(self._take_contents)
        self._slices = TimeSlices(self)
        self._slices.step.connect(self._open_next)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def open(self, paths: Iterable[Path]) -> Recording | None:
        """Open files; the first of them is to be shown. Where there are folders among them, that comes later: their
        recordings are looked for first."""
        asked = list(paths)
        if any(path.is_dir() for path in asked):
            self._reading.look_into(asked)
            return None
        return self._open(asked)

    def _open(self, paths: Sequence[Path]) -> Recording | None:
        """Open files so that thousands do not hold the window up."""
        together = _Together()
        steps = [(together, path) for path in paths]
        for step in steps[:AT_ONCE]:
            self._open_next(step)
        if together.first is not None:
            self.opened.emit(together.first)
        self._slices.begin(steps[AT_ONCE:])
        return together.first

    def _open_next(self, step: tuple[_Together, Path]) -> None:
        together, path = step
        together.last = self._session.open([path], after=together.last)
        together.first = together.first or together.last

    def open_sample(self) -> None:
        """Open the recording that comes with the program."""
        # Finding it looks through the installed packages, which the window must not wait for.
        from desktop_app.core.models.packaged_models import sample_recording

        try:
            path = sample_recording()
        except ModelUnavailable as error:
            self.refused.emit(f"{error}")
            return
        if recording := self.open([path]):
            recording.export_folder = documents_folder()

    def ask(self) -> None:
        """Let the user choose files."""
        dialog = OpenDialog(self._settings, self._window)
        dialog.files_chosen.connect(self.open)
        dialog.open()

    def ask_for_folder(self) -> None:
        """Let the user choose a folder whose recordings are to be opened."""
        dialog = FolderDialog(self._settings, self._window)
        dialog.files_chosen.connect(self.open)
        dialog.open()

    def ask_for_meeting(self) -> None:
        """Let the user choose the recordings of one meeting."""
        dialog = RecordingsDialog(self._settings, self._window)
        dialog.files_chosen.connect(self._ask_which_are_one)
        dialog.open()

    def ask_for_meeting_of(self, recordings: Sequence[Recording]) -> None:
        """Let the user say that these are of one meeting. Those that only waited for their own words are taken off the
        list then."""
        dialog = self._ask_which_are_one([each.path for each in recordings])
        dialog.chosen.connect(lambda paths: self._take_off(recordings, paths))

    def _ask_which_are_one(self, paths: Sequence[Path]) -> MeetingDialog:
        dialog = MeetingDialog(paths, self._settings, self._window)
        dialog.chosen.connect(lambda chosen: self.opened.emit(self._session.open_meeting(chosen)))
        dialog.open()
        return dialog

    def _take_off(self, recordings: Sequence[Recording], meeting: Sequence[Path]) -> None:
        for recording in recordings:
            if recording.path in meeting and recording in self._session.recordings and _only_waits(recording):
                self._session.remove(recording)

    def _take_contents(self, contents: FolderContents) -> None:
        """Open what lies in folders; ask first where that is very much."""
        if contents.unread:
            self.refused.emit(" ".join(contents.unread))
        number = len(contents.files)
        if not number and not contents.unread:
            folder = contents.asked[0]
            self.refused.emit(tr("There is no recording in {folder}, nor in the folders in it.", folder=folder))
        elif number > MANY:
            first = next(path for path in contents.asked if path.is_dir())
            text = tr(
                "There are {number} recordings in {folder} and in what was chosen with it.",
                number=figure(number),
                folder=first,
            )
            yes = plural("Queue all {n}", "Queue {n}", number)
            question = asking_question(text, yes, tr("Queue none"), self._window)
            question.accepted.connect(lambda: self._open(contents.files))
            question.open()
        else:
            self._open(contents.files)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files and folders that are dropped on the window."""
        match event.type():
            case QEvent.Type.DragEnter if isinstance(event, QDropEvent):
                if dropped_files(event.mimeData()):
                    event.acceptProposedAction()
                    self.hovered.emit(True)
            case QEvent.Type.DragLeave:
                self.hovered.emit(False)
            case QEvent.Type.Drop if isinstance(event, QDropEvent):
                self.hovered.emit(False)
                event.acceptProposedAction()
                self.open(dropped_files(event.mimeData()))
            case _:
                return super().eventFilter(watched, event)
        return True


def _only_waits(recording: Recording) -> bool:
    """Whether nothing is lost with it but its place in the queue."""
    return recording.cancellable and not (recording.has_words or recording.recorded_here or recording.notes.together)
