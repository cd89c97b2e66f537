"""A recording that was opened: its file, where its job stands, its document."""

from __future__ import annotations

import os
from datetime import datetime
from enum import Enum, auto
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.project.values import WorkState
from desktop_app.core.transcript.values import AudioSource, Transcript
from desktop_app.jobs.messages import Failed
from desktop_app.ui.state.document import Document
from desktop_app.ui.state.file_kinds import is_transcript

if TYPE_CHECKING:
    from desktop_app.core.project.errors import ProjectError
    from desktop_app.core.project.summary import ProjectSummary
    from desktop_app.core.project.values import Json
    from desktop_app.jobs.messages import Progress
    from desktop_app.jobs.projects import OpenedProject


class State(Enum):
    """Where a recording stands. STORED: in its project, which was not read yet."""

    STORED = auto()
    LIVE = auto()
    SETTLING = auto()
    OPENING = auto()
    WAITING = auto()
    WORKING = auto()
    DONE = auto()
    CANCELLED = auto()
    FAILED = auto()


_STATES = {
    WorkState.WAITING: State.WAITING,
    WorkState.FAILED: State.FAILED,
    WorkState.CANCELLED: State.CANCELLED,
}


class Recording(QObject):
    """One row of the list. Its document lives as long as it does, and keeps what a cancelled job had ready.

    project: its file, None where it has none (yet). trouble: why what was done to it is not on the disk. made_at: when
    it was recorded. is_done: somebody has said that nothing is left to correct. place_ms, view: where the reader was.
    peaks: its waveform, packed; None where it was not made yet. read_only: why nothing can be changed, '' where it can.
    saved: all that was done to it is on the disk.

    incomplete: its sound lies in pieces, because it could not be ended. empty: it has none. ending: why it ended before
    it was stopped, '' where it did not. voices: packed, None where they are not here. wish: the newest options asked
    for, with their gesture, until met. warnings_put_away: the reader has seen the transcript's warnings. held: it waits
    until nothing is recorded any more.
    """

    changed = Signal(object)  # itself

    def __init__(self, path: Path, options: JobOptions, parent: QObject | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self.path = path
        self._name = name
        self.project: Path | None = None
        self.trouble: ProjectError | None = None
        self.made_at = _written_at(path)
        self.note = ""
        self.tags: tuple[str, ...] = ()
        self.recorded_here = False
        self.is_done = False
        self.place_ms = 0
        self.view: dict[str, Json] = {}
        self.peaks: bytes | None = None
        self.read_only = ""
        self.duration_ms: int | None = None
        self._stored_state: WorkState | None = None
        self._real: dict[Path, str] = {}
        self.speaker_names: tuple[str, ...] = ()
        self.export_folder = path.parent
        self.options = options
        self.state = State.WAITING
        self.job_id: int | None = None
        self.progress: Progress | None = None
        self.failure: Failed | None = None
        self.saved = True
        self.held = False
        self.incomplete = False
        self.empty = False
        self.ending = ""
        self.warnings_put_away = False
        self.voices: bytes | None = None
        self.wish: tuple[JobOptions, int] | None = None

    @cached_property
    def document(self) -> Document:
        """Its transcript, empty until there is one."""
        made = Document(Transcript(AudioSource(str(self.path), 0)), self)
        made.edited.connect(self._edited)
        return made

    @property
    def sound(self) -> Path:
        """Where its sound is."""
        return Path(self.document.original.audio.file) if is_transcript(self.path) else self.path

    @property
    def is_interrupted(self) -> bool:
        """Whether it lies in its project since the program ended in the middle of the work on it."""
        return self.state is State.STORED and self._stored_state is WorkState.WAITING

    def real_paths(self) -> tuple[str, ...]:
        """Where its sound and its project lie, links followed."""
        if self.path not in self._real:
            self._real = {self.path: os.path.realpath(self.path)}
        return self._real[self.path], str(self.project)

    def store(self, summary: ProjectSummary) -> None:
        """It lies in its project, which says this of it."""
        self.project, self._stored_state = summary.path, summary.state
        self.made_at, self.note, self.tags = summary.made_at, summary.note, summary.tags
        self.recorded_here, self.duration_ms = summary.recorded_here, summary.duration_ms
        self.speaker_names = summary.speakers
        self.is_done = summary.state is WorkState.DONE
        self.state = State.STORED

    def restore(self, opened: OpenedProject) -> None:
        """Go on with what its project holds."""
        facts = opened.facts
        self._name, self.made_at = facts.recording.name, facts.recording.made_at
        self.note, self.tags = facts.recording.note, facts.recording.tags
        self.recorded_here = facts.recording.recorded_here
        self.is_done = facts.work.state is WorkState.DONE
        self.options, self.voices, self.read_only = facts.options, opened.voices, opened.read_only
        self.place_ms, self.view = facts.reading.place_ms, dict(facts.reading.view)
        self.peaks = opened.peaks
        if facts.export_folder is not None:
            self.export_folder = facts.export_folder
        if facts.sound is not None:
            self.path, self.duration_ms = Path(facts.sound.absolute), facts.sound.duration_ms
        if opened.text is not None:
            self.document.restore(opened.text)
        failure = Failed(facts.work.failure) if facts.work.failure else None
        self.enter(_STATES.get(facts.work.state, State.DONE), failure=failure)

    @property
    def name(self) -> str:
        """What a person calls it."""
        return self._name or self.path.stem

    @property
    def busy(self) -> bool:
        """Whether there is work to wait for."""
        return self.cancellable or self.state in {State.LIVE, State.SETTLING}

    @property
    def cancellable(self) -> bool:
        """Whether there is work that can be given up."""
        return self.state in {State.OPENING, State.WAITING, State.WORKING}

    @property
    def removable(self) -> bool:
        """Whether it may leave the list; what is being recorded stays."""
        return self.state not in {State.LIVE, State.SETTLING}

    @property
    def retriable(self) -> bool:
        """Whether its job can be tried again."""
        return self.state in {State.FAILED, State.CANCELLED} and not self.incomplete and not self.empty

    @property
    def readable(self) -> bool:
        """Whether it holds a transcript that can be exported: a finished one, or a draft that a job works on."""
        ready = not self.busy or (self.document.is_draft and self.cancellable)
        return ready and self.document.has_words()

    @property
    def has_words(self) -> bool:
        """Whether there is a text, read or not."""
        return bool(self.speaker_names) if self.state is State.STORED else self.document.has_words()

    @property
    def can_regroup(self) -> bool:
        """Whether its words can be given to other speakers."""
        return self.state is State.DONE and self.voices is not None and not self.document.is_draft

    def enter(self, state: State, *, failure: Failed | None = None) -> None:
        """Come to a state; progress belongs to the state before."""
        self.state, self.failure, self.progress = state, failure, None
        self.changed.emit(self)

    def wait(self, *, held: bool) -> None:
        """Come to its place in the queue. held: no job starts while something is recorded."""
        self.held = held
        self.enter(State.WAITING)

    def move_on(self, progress: Progress) -> None:
        """Take note of the job's progress."""
        self.progress = progress
        self.changed.emit(self)

    def forget_words(self) -> None:
        """Begin with an empty document again."""
        self.document.is_draft = False
        self.document.finish(Transcript(AudioSource(str(self.path), 0)))
        self.voices = self.wish = None
        self.warnings_put_away = False

    def rename(self, name: str) -> None:
        """Call it by another name; what is blank is no name."""
        if name := " ".join(name.split()):
            self._name = name
            self.changed.emit(self)

    def keep_place(self, place_ms: int) -> None:
        """The reader is here now."""
        if place_ms != self.place_ms:
            self.place_ms = place_ms
            self.changed.emit(self)

    def _edited(self) -> None:
        self.changed.emit(self)


def _written_at(path: Path) -> datetime:
    """When a file was last written, which for a recording is when it was made; now where it is not there."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except OSError:
        return datetime.now().astimezone()
