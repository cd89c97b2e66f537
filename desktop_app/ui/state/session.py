"""The recordings there are: what becomes of each, told by the services' signals."""

from __future__ import annotations

import gc
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.core.pipeline.given import Given, Missing
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.pipeline.turns_so_far import interrupted
from desktop_app.core.project.places import is_project
from desktop_app.core.project.sound import SoundState
from desktop_app.core.transcript.decisions import decisions_of
from desktop_app.jobs.messages import Failed, ReclusterRequest
from desktop_app.translation import tr
from desktop_app.ui.state.file_kinds import is_transcript
from desktop_app.ui.state.job_ending import Ended, Ending
from desktop_app.ui.state.meeting import meeting_name, with_others
from desktop_app.ui.state.open_files import OpenFiles
from desktop_app.ui.state.queue_choice import QueueChoice, choice_in, noted
from desktop_app.ui.state.recording import GIVEN_UP, Recording, State
from desktop_app.ui.state.stored_recordings import StoredRecordings
from desktop_app.ui.state.transcript_opener import OpenedTranscript, TranscriptOpener
from desktop_app.ui.state.turn_hearing import TurnHearing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop_app.core.capture.values import Recorded
    from desktop_app.core.library.values import Entry
    from desktop_app.core.project.errors import ProjectError
    from desktop_app.core.store.settings import AsrSettings
    from desktop_app.core.transcript.known_speakers import KnownSpeaker
    from desktop_app.core.transcript.values import Transcript, Turn
    from desktop_app.jobs.messages import Done, Doubt, Partial, Progress
    from desktop_app.jobs.project_worker import OpenedProject
    from desktop_app.jobs.service import TranscriptionService
    from desktop_app.ui.state.project_keeper import ProjectKeeper

_MOMENT = timedelta(milliseconds=1)


class Session(QObject):
    """Holds the recordings, newest first (those opened together in their order), between the window and the service."""

    added = Signal(object)  # Recording
    removed = Signal(object)  # Recording
    changed = Signal(object)  # Recording
    regrouped = Signal(object, object)  # Recording, Transcript: other speakers have its words than in this one
    listed = Signal()  # all recordings that the library has
    queued = Signal(object)  # Recording: its job waits
    started = Signal(object)  # Recording: its job runs
    ended = Signal(object, object)  # Recording, Ended: its job is over
    check_failed = Signal(object)  # Failed: the engines could not even be looked at
    regroup_failed = Signal(object)  # Failed

    def __init__(self, service: TranscriptionService, keeper: ProjectKeeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.recordings: list[Recording] = []
        self.options = JobOptions()
        self.queue_choice = QueueChoice()
        self.keeper = keeper
        self._service = service
        self._opener = TranscriptOpener(self)
        self._opener.opened.connect(self._opened)
        self._opener.refused.connect(self._refused)
        self._jobs: set[int] = set()
        self._held = False
        self._regrouped: dict[Recording, Transcript] = {}  # in what other speakers are being looked for
        # Queued: the service may speak of a job before `submit` has returned its id.
        queued = Qt.ConnectionType.QueuedConnection
        service.job_started.connect(self._job_started, queued)
        service.progressed.connect(self._progressed, queued)
        service.turns_ready.connect(self._turns_ready, queued)
        service.doubted.connect(self._doubted, queued)
        service.finished.connect(self._finished, queued)
        service.failed.connect(self._failed, queued)
        service.cancelled.connect(self._cancelled, queued)
        # Not queued: an answer must not meet a wish that came after it.
        service.reclustered.connect(self._reclustered)
        service.recluster_failed.connect(self._recluster_failed)
        keeper.opened.connect(self._project_opened)
        keeper.refused.connect(self._project_refused)
        self.changed.connect(keeper.note)
        self._files = OpenFiles(self)
        self._stored = StoredRecordings(self)
        self.turns = TurnHearing(service, self)

    # What the user does.

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

    def open_meeting(self, paths: Sequence[Path]) -> Recording:
        """Open the recordings of one meeting, one of each person, as one; what is played, and its times, are the
        first's."""
        first, *others = map(Path.absolute, paths)
        for known in self.recordings:
            if (known.path, known.together) == (first, tuple(others)) and known.state not in GIVEN_UP:
                return known
        recording = self._add(first, meeting_name(paths))
        recording.view = noted(with_others(recording.view, others), self.queue_choice)
        recording.options = self._options_for(recording)
        self._begin(recording)
        return recording

    def cancel(self, recording: Recording) -> None:
        """Stop a recording's job, or take it out of the queue."""
        if recording.busy and recording.job_id is not None:
            self._service.cancel(recording.job_id)

    def move(self, recording: Recording, before: Recording | None) -> None:
        """Let a waiting recording wait before another one, behind all if None."""
        if recording.job_id is not None:
            self._service.move(recording.job_id, before.job_id if before is not None else None)

    def retry(self, recording: Recording) -> None:
        """Start a failed or cancelled recording again."""
        if not recording.busy:
            recording.options = self._options_for(recording)
            recording.view = noted(recording.view, self.queue_choice)
            self._transcribe(recording)

    def transcribe_recorded(self, recording: Recording) -> None:
        """Transcribe what was recorded just now, in the language that was chosen when it began."""
        recording.options = replace(self.options, language=recording.options.language)
        recording.view = noted(recording.view, self.queue_choice)
        self._transcribe(recording)

    def _transcribe(self, recording: Recording) -> None:
        if recording.document.is_draft and recording.document.has_words():
            self._begin_full_pass(recording)
        else:
            self._begin(recording)

    def hear_again(self, recording: Recording) -> None:
        """Transcribe a finished recording anew, in the language that is chosen now; what was corrected stays."""
        if recording.can_hear_again:
            recording.options = replace(recording.options, language=self.options.language)
            if recording.speakers_given:
                recording.view = noted(recording.view, QueueChoice(missing=Missing.WORDS))
                self._queue_missing(recording, Missing.WORDS)
            else:
                self._begin(recording)

    def find_missing(self, recording: Recording) -> None:
        """Find out in the sound what the transcript of another program does not tell; the rest of it stays."""
        if (missing := recording.missing) is not None and recording.has_sound:
            recording.take_sound(recording.sound)
            recording.options = replace(self.options, per_channel=False)
            if missing is Missing.WORDS:
                recording.keep_speakers()
            recording.view = noted(recording.view, replace(self.queue_choice, missing=missing))
            self._queue_missing(recording, missing)

    def hear_turn_again(self, recording: Recording, turn: Turn, asr: AsrSettings) -> None:
        """Have one turn of a finished recording transcribed anew, by this and with this vocabulary."""
        if recording.can_hear_turn_again:
            self._jobs.add(self.turns.hear(recording, turn, asr))

    def add_live(self, folder: Path, name: str, language: str) -> Recording:
        """List a recording that is being made. language: what is spoken in it, a tag, or AUTO."""
        recording = self._add(folder, name)
        recording.options = replace(recording.options, language=language)
        recording.recorded_here = True
        recording.document.begin_live()
        recording.enter(State.LIVE)
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
            recording.view = noted(recording.view, self.queue_choice)
            self._begin_recorded(recording, draft)
        elif recording.incomplete:
            recording.path, recording.incomplete = recorded.sound, False
            self.transcribe_recorded(recording)
        return recording

    def hold(self, held: bool) -> None:
        """Start no further job while a recording is made."""
        self._held = held
        self._service.hold(held)
        for recording in self.recordings:
            if recording.state is State.WAITING:
                recording.wait(held=held)

    def regroup(self, recording: Recording, options: JobOptions, gesture: int) -> None:
        """Give a finished recording's words to other speakers; wishes of one gesture are undone together."""
        if recording.voices is not None and recording.can_regroup:
            recording.wish = options, gesture
            document = recording.document
            source = self._regrouped[recording] = document.regroup_source()
            decisions = decisions_of(source)
            request = ReclusterRequest(source, recording.voices, options, document.known_speakers(), decisions)
            self._service.recluster(recording, request)

    def take_entries(self, entries: Sequence[Entry]) -> None:
        """List what lies in the projects there are, the newest first, a few at a time."""
        self._stored.take(entries)

    def recording_of(self, project: Path) -> Recording | None:
        """The recording that lies in a project."""
        return next((each for each in self.recordings if each.project == project), None)

    def load(self, recording: Recording) -> None:
        """Read a recording's project, if it was not read yet."""
        if recording.state is State.STORED:
            recording.enter(State.OPENING)
            self.keeper.open(recording)

    def mark_done(self, recording: Recording, *, is_done: bool) -> None:
        """Note whether anything is left to correct in a recording."""
        if recording.state is State.STORED:
            self.load(recording)
        recording.mark_done(is_done=is_done)

    def duplicate(self, recording: Recording) -> None:
        """Make another project of the same."""
        self.keeper.duplicate(recording)

    def remove(self, recording: Recording, *, with_sound: bool = False) -> None:
        """Take a recording off the list, its project into the bin; its job is cancelled. with_sound: its sound, too,
        where it was recorded here."""
        self.cancel(recording)
        self.keeper.discard(recording, (recording.path.parent,) if with_sound and recording.recorded_here else ())
        self.drop(recording)

    def drop(self, recording: Recording) -> None:
        """Take a recording off the list, and touch nothing else."""
        self.turns.forget(recording)
        self.recordings.remove(recording)
        self.removed.emit(recording)
        recording.deleteLater()

    # What the window asks.

    def working(self) -> Recording | None:
        """The recording whose job runs, if one does."""
        return next((each for each in self.recordings if each.state is State.WORKING), None)

    def busy(self) -> list[Recording]:
        """The recordings that are worked on or wait."""
        return [each for each in self.recordings if each.busy]

    def unkept(self) -> list[Recording]:
        """The recordings of which something is not on the disk, because it cannot be written."""
        return [each for each in self.recordings if each.trouble is not None]

    # Beginnings.

    def _open(self, path: Path, at: int) -> Recording:
        recording = self._add(path, at=at)
        if not (is_project(path) or is_transcript(path)):
            recording.view = noted(recording.view, self.queue_choice)
        self._begin(recording)
        return recording

    def add_stored(self, entry: Entry) -> Recording:
        """List a recording that lies in a project, behind all others."""
        recording = Recording(entry.path, self.options, self, name=entry.name)
        recording.store(entry)
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

    def _begin_recorded(self, recording: Recording, draft: Transcript | None) -> None:
        if draft is not None and draft.turns:
            recording.document.open_draft(draft)
            self._begin_full_pass(recording)
        else:
            self._begin(recording)

    def _begin_full_pass(self, recording: Recording) -> None:
        """Queue a recording whose draft stays in view, and whose speakers are known."""
        self._queue(recording, recording.document.known_speakers())

    def _begin(self, recording: Recording) -> None:
        if is_project(recording.path):
            recording.project = recording.path
            recording.enter(State.OPENING)
            self.keeper.open(recording)
        elif is_transcript(recording.path):
            recording.enter(State.OPENING)
            self._opener.open(recording.path)
        else:
            document = recording.document
            known = document.known_speakers() if document.history.done else ()
            recording.forget_words()
            self._queue(recording, known)

    def _options_for(self, recording: Recording) -> JobOptions:
        """What is chosen now; of a meeting, whose recordings tell who speaks, as much as applies."""
        if not recording.together:
            return self.options
        return replace(self.options, min_speakers=None, max_speakers=None, per_channel=True)

    def _queue_missing(self, recording: Recording, missing: Missing) -> None:
        """Queue a recording of whose transcript only this is to be found out."""
        document = recording.document
        given = Given(document.original, missing)
        known = document.known_speakers() if document.history.done else ()
        self.keep(recording)  # with the text: it must outlive the program, too
        recording.forget_words()
        self._queue(recording, known, given)

    def _queue(self, recording: Recording, known: tuple[KnownSpeaker, ...] = (), given: Given | None = None) -> None:
        self.keep(recording)
        recording.job_id = self._service.submit(
            recording.path,
            recording.options,
            known,
            choice_in(recording.view).engine,
            given=given,
            together=() if given else recording.together,
        )
        self._jobs.add(recording.job_id)
        recording.wait(held=self._held)
        self.queued.emit(recording)

    def keep(self, recording: Recording) -> None:
        """Have a project of a recording."""
        if not self.keeper.has(recording):
            self.keeper.begin(recording)

    # What the service says.

    def _by_job(self, job_id: int) -> Recording | None:
        return next((each for each in self.recordings if each.job_id == job_id), None)

    def _job_started(self, job_id: int) -> None:
        if recording := self._by_job(job_id):
            recording.enter(State.WORKING)
            self.started.emit(recording)

    def _progressed(self, job_id: int, progress: Progress) -> None:
        if (recording := self._by_job(job_id)) and recording.state is State.WORKING:
            recording.move_on(progress)

    def _turns_ready(self, job_id: int, partial: Partial) -> None:
        if (recording := self._by_job(job_id)) and not recording.document.is_draft:
            recording.document.add_turns(partial.turns, partial.speakers)

    def _doubted(self, job_id: int, doubt: Doubt) -> None:
        if (recording := self._by_job(job_id)) and recording.state is State.WORKING:
            recording.doubt_language(doubt.sentence)

    def _finished(self, job_id: int, done: Done) -> None:
        if recording := self._by_job(job_id):
            was_draft = recording.document.is_draft
            _take_in(recording, done, recording.options)
            if was_draft:
                self.keeper.keep_voices(recording)
            else:
                self.keeper.transcribed(recording)
            self._tell_end(recording, Ended(Ending.DONE))

    def _failed(self, job_id: int, failed: Failed) -> None:
        if recording := self._by_job(job_id):
            if recording.bring_back():
                self.regroup_failed.emit(replace(failed, hint=tr("The text is as it was.")))
            else:
                self._keep_what_is_ready(recording)
                recording.enter(State.DONE if recording.document.is_draft else State.FAILED, failure=failed)
            self._tell_end(recording, Ended(Ending.FAILED, failed.reason))
        elif job_id not in self._jobs:
            self.check_failed.emit(failed)

    def _cancelled(self, job_id: int) -> None:
        if recording := self._by_job(job_id):
            if not recording.bring_back():
                self._keep_what_is_ready(recording)
                recording.enter(State.DONE if recording.document.is_draft else State.CANCELLED)
            self._tell_end(recording, Ended(Ending.CANCELLED))

    def _tell_end(self, recording: Recording, ended: Ended) -> None:
        self.ended.emit(recording, ended)
        if (view := noted(recording.view, None)) != recording.view:
            recording.view = view
            recording.changed.emit(recording)

    def _keep_what_is_ready(self, recording: Recording) -> None:
        """The turns that an interrupted job had written down are a transcript, marked as incomplete."""
        document = recording.document
        if not document.is_draft and document.has_words():
            ready = interrupted(document.transcript)
            audio = replace(ready.audio, duration_ms=recording.length_ms or ready.incomplete_from_ms or 0)
            document.finish(replace(ready, audio=audio), recording.options)
            self.keeper.transcribed(recording)

    def _reclustered(self, recording: Recording, transcript: Transcript) -> None:
        if recording in self.recordings and recording.wish is not None:
            (options, gesture), recording.wish = recording.wish, None
            document = recording.document
            if self._regrouped.pop(recording, None) != document.regroup_source():
                self.regroup(recording, options, gesture)  # somebody has gone on correcting meanwhile
                return
            before = document.transcript
            document.regroup(transcript, options, gesture)
            self.regrouped.emit(recording, before)

    def _recluster_failed(self, recording: Recording, failed: Failed) -> None:
        if recording in self.recordings:
            recording.wish = None
            recording.changed.emit(recording)
            self.regroup_failed.emit(failed)

    # What the projects say.

    def _project_opened(self, recording: Recording, opened: OpenedProject) -> None:
        if recording in self.recordings:
            recording.restore(opened)
            if recording.state is State.WAITING:
                self._go_on(recording)
                self.keeper.close(recording)  # many may wait

    def _go_on(self, recording: Recording) -> None:
        """Queue a recording whose job was not finished when the program ended."""
        if recording.document.is_draft:
            self._begin_full_pass(recording)
        elif (missing := choice_in(recording.view).missing) is not None:
            self._queue_missing(recording, missing)
        else:
            self._begin(recording)

    def _project_refused(self, recording: Recording, error: ProjectError) -> None:
        failed = Failed(tr("It cannot be opened: it {cause}.", cause=error.cause), f"{error.hint}.")
        recording.enter(State.FAILED, failure=failed)

    # What the files say.

    def _by_path(self, path: Path) -> Recording | None:
        return next((e for e in self.recordings if e.path == path and e.state is State.OPENING), None)

    def _opened(self, path: Path, opened: OpenedTranscript) -> None:
        if recording := self._by_path(path):
            recording.sound_state = SoundState.THERE if opened.has_sound else SoundState.MISSING
            _take_in(recording, opened.done)
            recording.document.edited.connect(lambda: self.keep(recording))

    def _refused(self, path: Path, failed: Failed) -> None:
        if recording := self._by_path(path):
            recording.enter(State.FAILED, failure=failed)


def _take_in(recording: Recording, done: Done, options: JobOptions | None = None) -> None:
    recording.voices, recording.wish = done.voices, None
    if recording.document.is_draft:
        recording.document.take_full_pass(done.transcript, recording.options)
    else:
        recording.document.finish(done.transcript, options)
    recording.enter(State.DONE)
    # Its hundreds of thousands of words are in no cycle; every full collection would hold the window up to look.
    gc.freeze()
