"""What becomes of a file that is opened: a project or a transcript is read, a recording is transcribed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.core.project.places import is_project
from desktop_app.core.project.sound import SoundState
from desktop_app.jobs.messages import Failed
from desktop_app.translation import tr
from desktop_app.ui.state.file_kinds import is_transcript
from desktop_app.ui.state.recording_facts import restore
from desktop_app.ui.state.recording_state import State
from desktop_app.ui.state.transcript_opener import OpenedTranscript, TranscriptOpener

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.core.project.errors import ProjectError
    from desktop_app.jobs.project_worker import OpenedProject
    from desktop_app.ui.state.recording import Recording
    from desktop_app.ui.state.session import Session


class Opening(QObject):
    """Begins with recordings of the session's list. Nothing here waits for a disk."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._keeper = session.keeper
        self._keeper.opened.connect(self._project_opened)
        self._keeper.refused.connect(self._project_refused)
        self._transcripts = TranscriptOpener(self)
        self._transcripts.opened.connect(self._transcript_opened)
        self._transcripts.refused.connect(self._transcript_refused)

    def begin(self, recording: Recording) -> None:
        """Read what lies at a recording's path, or transcribe it as it is chosen now."""
        if recording.of_archive or is_transcript(recording.path):
            recording.enter(State.OPENING)
            self._transcripts.open(recording.path)
        elif is_project(recording.path):
            recording.project = recording.path
            self._read_project(recording)
        else:
            self._session.transcribing.transcribe(recording)

    def load(self, recording: Recording) -> None:
        """Read a recording's project, if it was not read yet."""
        if recording.state is State.STORED:
            self._read_project(recording)

    def _read_project(self, recording: Recording) -> None:
        recording.enter(State.OPENING)
        self._keeper.open(recording)

    def _project_opened(self, recording: Recording, opened: OpenedProject) -> None:
        if recording in self._session.recordings:
            restore(recording, opened)
            if recording.state is State.WAITING:
                self._session.transcribing.go_on(recording)
                self._keeper.close(recording)  # many may wait

    def _project_refused(self, recording: Recording, error: ProjectError) -> None:
        failed = Failed(tr("It cannot be opened: it {cause}.", cause=error.cause), f"{error.hint}.")
        recording.enter(State.FAILED, failure=failed)

    def _transcript_opened(self, path: Path, opened: OpenedTranscript) -> None:
        if recording := self._of_transcript(path):
            recording.sound_state = SoundState.THERE if opened.has_sound else SoundState.MISSING
            recording.take_in(opened.done)
            recording.document.edited.connect(lambda: self._keeper.keep(recording))

    def _transcript_refused(self, path: Path, failed: Failed) -> None:
        if recording := self._of_transcript(path):
            recording.enter(State.FAILED, failure=failed)

    def _of_transcript(self, path: Path) -> Recording | None:
        opening = (each for each in self._session.recordings if each.state is State.OPENING)
        return next((each for each in opening if each.path == path), None)
