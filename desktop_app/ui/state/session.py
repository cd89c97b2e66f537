"""The recordings there are: which are listed, and what the user opens and removes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.ui.state.export_choice import documents_folder
from desktop_app.ui.state.meeting import meeting_name
from desktop_app.ui.state.open_files import OpenFiles
from desktop_app.ui.state.opening import Opening
from desktop_app.ui.state.queue_choice import QueueChoice
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.recording_facts import store
from desktop_app.ui.state.recording_jobs import RecordingJobs
from desktop_app.ui.state.recording_state import GIVEN_UP, State
from desktop_app.ui.state.regrouping import Regrouping
from desktop_app.ui.state.stored_recordings import StoredRecordings
from desktop_app.ui.state.transcribing import Transcribing
from desktop_app.ui.state.turn_hearing import TurnHearing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop_app.core.capture.values import Recorded
    from desktop_app.core.library.values import Entry
    from desktop_app.core.transcript.values import Transcript
    from desktop_app.jobs.service import TranscriptionService
    from desktop_app.ui.state.project_keeper import ProjectKeeper

_MOMENT = timedelta(milliseconds=1)


class Session(QObject):
    """Holds the recordings, newest first (those opened together in their order), between the window and the service.

    options, queue_choice: what is chosen for recordings that are transcribed from now on. opening, transcribing, jobs,
    regrouping, turns: what becomes of the recordings.
    """

    added = Signal(object)  # Recording
    removed = Signal(object)  # Recording
    changed = Signal(object)  # Recording
    listed = Signal()  # all recordings that the library has

    def __init__(self, service: TranscriptionService, keeper: ProjectKeeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.recordings: list[Recording] = []
        self.options = JobOptions()
        self.queue_choice = QueueChoice()
        self.keeper = keeper
        self.changed.connect(keeper.note)
        self.jobs = RecordingJobs(service, self)
        self.transcribing = Transcribing(self)
        self.opening = Opening(self)
        self.regrouping = Regrouping(service, self)
        self.turns = TurnHearing(service, self)
        self.stored = StoredRecordings(self)
        self._files = OpenFiles(self)

    # What the user opens.

    def open(self, paths: Iterable[Path], after: Recording | None = None) -> Recording | None:
        """Open files: projects and transcripts are shown, recordings queued. One that is known is not opened again.

        after: these belong together with others, of which this was opened last. Returns the first of them, to be shown.
        """
        opened: list[Recording] = [after] if after in self.recordings else []
        before = len(opened)
        for path in map(Path.absolute, paths):
            at = self.recordings.index(opened[-1]) + 1 if opened else 0
            opened.append(self._files.find(path) or self._open(path, at))
        return opened[before] if len(opened) > before else None

    def _open(self, path: Path, at: int) -> Recording:
        recording = self._add(path, at=at)
        self.opening.begin(recording)
        return recording

    def open_of_archive(self, path: Path, name: str) -> Recording:
        """Open a result of an archive, which is only read: what is done to it is kept in a project of its own."""
        known = self._files.find(path)
        if known is not None:
            return known
        recording = self._add(path, name)
        recording.of_archive = True
        recording.export_folder = documents_folder()
        self.opening.begin(recording)
        return recording

    def open_meeting(self, paths: Sequence[Path]) -> Recording:
        """Open the recordings of one meeting, one of each person, as one; what is played, and its times, are the
        first's."""
        first, *others = map(Path.absolute, paths)
        for known in self.recordings:
            if (known.path, known.notes.together) == (first, tuple(others)) and known.state not in GIVEN_UP:
                return known
        recording = self._add(first, meeting_name(paths))
        recording.notes.put_together(others)
        self.transcribing.transcribe(recording)
        return recording

    def open_recorded(self, recorded: Recorded, name: str, draft: Transcript | None = None) -> Recording:
        """Open a recording that was not finished and is whole now, under the name that it had.

        draft: its captions, whose speakers keep their names; None where there are none.
        """
        broken_off = (each for each in self.recordings if each.incomplete and each.path == recorded.folder)
        recording = next(broken_off, None) or self._files.find(recorded.sound)
        if recording is None:
            recording = self._add(recorded.sound, name)
            recording.recorded_here = True
            if draft is not None and draft.turns:
                recording.document.open_draft(draft)
            self.transcribing.transcribe(recording)
        elif recording.incomplete:
            recording.path, recording.incomplete = recorded.sound, False
            self.transcribing.transcribe_recorded(recording)
        return recording

    def retry(self, recording: Recording) -> None:
        """Start a failed or cancelled recording again, as it is chosen now."""
        if not recording.busy:
            self.opening.begin(recording)

    # The list.

    def add_live(self, folder: Path, name: str, language: str) -> Recording:
        """List a recording that is being made. language: what is spoken in it, a tag, or AUTO."""
        recording = self._add(folder, name)
        recording.options = replace(recording.options, language=language)
        recording.recorded_here = True
        recording.document.begin_live()
        recording.enter(State.LIVE)
        return recording

    def add_stored(self, entry: Entry) -> Recording:
        """List a recording that lies in a project, behind all others."""
        recording = Recording(entry.path, self.options, self, name=entry.name)
        store(recording, entry)
        return self._list(recording, at=len(self.recordings))

    def _add(self, path: Path, name: str = "", *, at: int = 0) -> Recording:
        recording = Recording(path, self.options, self, name=name)
        if at:  # those that are opened together stay in their order
            recording.made_at = self.recordings[at - 1].made_at - _MOMENT
        return self._list(recording, at=at)

    def _list(self, recording: Recording, *, at: int) -> Recording:
        recording.changed.connect(self.changed)
        recording.described.connect(self.keeper.rename)
        self.recordings.insert(at, recording)
        self.added.emit(recording)
        return recording

    def remove(self, recording: Recording, *, with_sound: bool = False) -> None:
        """Take a recording off the list, its project into the bin; its job is cancelled. with_sound: its sound, too,
        where it was recorded here."""
        self.jobs.cancel(recording)
        self.keeper.discard(recording, (recording.path.parent,) if with_sound and recording.recorded_here else ())
        self.drop(recording)

    def drop(self, recording: Recording) -> None:
        """Take a recording off the list, and touch nothing else."""
        self.recordings.remove(recording)
        self.removed.emit(recording)
        recording.deleteLater()

    def mark_done(self, recording: Recording, *, is_done: bool) -> None:
        """Note whether anything is left to correct in a recording."""
        self.opening.load(recording)
        recording.mark_done(is_done=is_done)

    # What the window asks.

    def recording_of(self, project: Path) -> Recording | None:
        """The recording that lies in a project."""
        return next((each for each in self.recordings if each.project == project), None)

    def working(self) -> Recording | None:
        """The recording whose job runs, if one does."""
        return next((each for each in self.recordings if each.state is State.WORKING), None)

    def busy(self) -> list[Recording]:
        """The recordings that are worked on or wait."""
        return [each for each in self.recordings if each.busy]

    def unkept(self) -> list[Recording]:
        """The recordings of which something is not on the disk, because it cannot be written."""
        return [each for each in self.recordings if each.trouble is not None]
