"""A recording that was opened: its file, where its job stands, what can be done with it."""

from __future__ import annotations

import gc
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.pipeline.edits import FullPass
from desktop_app.core.pipeline.given import Missing
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.pipeline.turns_so_far import interrupted
from desktop_app.core.project.places import is_project, name_at
from desktop_app.core.project.sound import SoundState
from desktop_app.core.project.values import WorkState
from desktop_app.core.transcript.values import AudioSource, Transcript
from desktop_app.ui.state.document import Document
from desktop_app.ui.state.file_kinds import is_transcript
from desktop_app.ui.state.recording_notes import RecordingNotes
from desktop_app.ui.state.recording_state import BEING_RECORDED, GIVEN_UP, State, work_state_in
from desktop_app.ui.state.throttle import Throttle

if TYPE_CHECKING:
    from desktop_app.core.library.values import Entry
    from desktop_app.core.project.errors import ProjectError
    from desktop_app.jobs.messages import Done, Failed, Progress

TELL_MS = 250
"""Of what is typed the window is told so often at most."""


class Recording(QObject):
    """One row of the list. Its document lives as long as it does, and keeps what a cancelled job had ready.

    given_name: '' where it is called as its file is. project: its file, None where it has none (yet). stored_state: how
    far the work on it is, by a project that was not read yet. trouble: why what was done to it is not on the disk;
    saved: all of it is. made_at: when it was recorded here, or opened first. is_done: somebody has said that nothing is
    left to correct. place_ms: where the reader was. peaks: its waveform, packed; None where it was not made yet.
    read_only: why nothing can be changed, '' where it can; losses: what is gone of a damaged project.

    of_archive: its path is a result's in an archive, of which nothing is changed.
    incomplete: its sound lies in pieces, because it could not be ended. empty: it has none. ending: why it ended before
    it was stopped, '' where it did not. voices: packed, None where they are not here. wish: the newest options asked
    for, with their gesture, until met. language_doubt: why a job that runs will hardly get the words right, '' where it
    may, or somebody has seen it. warnings_put_away: the reader has seen the transcript's warnings. held: it waits
    until nothing is recorded any more.
    """

    changed = Signal(object)  # itself
    described = Signal(object)  # itself: it has another name, note or tags

    def __init__(self, path: Path, options: JobOptions, parent: QObject | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self.path = path
        self.given_name = name
        self.project: Path | None = None
        self.entry: Entry | None = None
        self.trouble: ProjectError | None = None
        self.made_at = datetime.now().astimezone()
        self.note = ""
        self.tags: tuple[str, ...] = ()
        self.recorded_here = False
        self.is_done = False
        self.place_ms = 0
        self.notes = RecordingNotes(self._tell)
        self.peaks: bytes | None = None
        self.read_only = ""
        self.losses: tuple[str, ...] = ()
        self.sound_state = SoundState.THERE
        self.duration_ms: int | None = None
        self.stored_state: WorkState | None = None
        self.speaker_names: tuple[str, ...] = ()
        self.export_folder = path.parent
        self.options = options
        self.state = State.WAITING
        self.job_id: int | None = None
        self.progress: Progress | None = None
        self.failure: Failed | None = None
        self.saved = True
        self.held = False
        self.of_archive = False
        self.incomplete = False
        self.empty = False
        self.ending = ""
        self.warnings_put_away = False
        self.language_doubt = ""
        self.voices: bytes | None = None
        self.wish: tuple[JobOptions, int] | None = None
        self._voices_aside: bytes | None = None

    @cached_property
    def document(self) -> Document:
        """Its transcript, empty until there is one."""
        made = Document(Transcript(AudioSource(str(self.path), 0)), self)
        tell = Throttle(made, TELL_MS)
        tell.due.connect(self._tell)
        made.edited.connect(tell.ask)
        return made

    def _tell(self) -> None:
        self.changed.emit(self)

    @property
    def sound(self) -> Path:
        """Where its sound is."""
        return Path(self.document.original.audio.file) if self._is_of_text else self.path

    @property
    def _is_of_text(self) -> bool:
        """Whether its path is that of a text, not of its sound."""
        return self.of_archive or is_transcript(self.path)

    @property
    def is_interrupted(self) -> bool:
        """Whether it lies in its project since the program ended in the middle of the work on it."""
        stored = self.state is State.STORED and self.stored_state is WorkState.WAITING
        return stored and not self.read_only

    @property
    def name(self) -> str:
        """What a person calls it."""
        return self.given_name or self.path.stem

    def take_sound(self, path: Path) -> None:
        """Its sound is here; it is called as before."""
        self.given_name = self.name
        self.path, self.sound_state, self.of_archive = path, SoundState.THERE, False
        self._tell()

    @property
    def work_state(self) -> WorkState:
        """How far the work on it is, as its project says it."""
        if self.state is State.STORED:
            return self.stored_state or WorkState.WAITING
        if (work_state := work_state_in(self.state)) is not None:
            return work_state
        if self.document.is_draft:
            return WorkState.DRAFT
        if self.is_done:
            return WorkState.DONE
        touched = any(not isinstance(edit, FullPass) for edit in self.document.history.done)
        return WorkState.CORRECTING if touched else WorkState.TRANSCRIBED

    @property
    def busy(self) -> bool:
        """Whether there is work to wait for."""
        return self.cancellable or self.state in BEING_RECORDED

    @property
    def cancellable(self) -> bool:
        """Whether there is work that can be given up."""
        return self.state in {State.OPENING, State.WAITING, State.WORKING}

    @property
    def removable(self) -> bool:
        """Whether it may leave the list; what is being recorded stays."""
        return self.state not in BEING_RECORDED

    @property
    def retriable(self) -> bool:
        """Whether its job can be tried again."""
        return self.state in GIVEN_UP and not self.incomplete and not self.empty

    @property
    def _is_at_rest(self) -> bool:
        at_rest = self.state is State.DONE and not self.document.is_draft and not self.document.is_frozen
        return at_rest and self.document.has_base

    @property
    def has_sound(self) -> bool:
        """Whether its sound can be heard."""
        return self.sound_state is SoundState.THERE

    @property
    def can_hear_again(self) -> bool:
        """Whether a finished recording can be transcribed anew."""
        return self._is_at_rest and self.has_sound and not self._is_of_text

    @property
    def can_hear_turn_again(self) -> bool:
        """Whether one of its turns can be transcribed anew: not where its speaker has a recording of their own."""
        return self.can_hear_again and not self.notes.together

    @property
    def may_be_of_meeting(self) -> bool:
        """Whether it is one recording with a sound, and could be somebody's of a meeting."""
        is_sound = not (is_transcript(self.path) or is_project(self.path) or self.notes.together)
        return is_sound and self.has_sound and self.state not in BEING_RECORDED

    @property
    def missing(self) -> Missing | None:
        """What can be found out that its transcript, which another program has made, may not tell; None where it was
        made here, or cannot be changed now."""
        if not self._is_at_rest or self.document.original.engines:
            return None
        return Missing.SPEAKERS if self.document.has_words() else Missing.WORDS

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
        ready = self.state is State.DONE and self.voices is not None
        return ready and not self.document.is_draft and not self.document.is_frozen

    def enter(self, state: State, *, failure: Failed | None = None) -> None:
        """Come to a state; progress belongs to the state before."""
        self.state, self.failure, self.progress = state, failure, None
        self.language_doubt = ""
        self._tell()

    def wait(self, *, held: bool) -> None:
        """Come to its place in the queue. held: no job starts while something is recorded."""
        self.held = held
        self.enter(State.WAITING)

    def move_on(self, progress: Progress) -> None:
        """Take note of the job's progress."""
        self.progress = progress
        self._tell()

    def doubt_language(self, sentence: str) -> None:
        """Its job will hardly get the words right, for this reason; '': somebody has seen it."""
        self.language_doubt = sentence
        self._tell()

    def forget_words(self) -> None:
        """Begin with an empty document again; the words are set aside for those that come, or to come back."""
        self._voices_aside = self.voices
        self.document.set_aside()
        self.document.is_draft = False
        self.document.finish(Transcript(AudioSource(str(self.path), 0)))
        self.voices = self.wish = None
        self.warnings_put_away = False

    def bring_back(self) -> bool:
        """Have the words again that were set aside, as they were; False where there are none."""
        if not self.document.bring_back():
            return False
        self.voices = self._voices_aside
        self.enter(State.DONE if self.document.original.incomplete_from_ms is None else State.CANCELLED)
        return True

    def take_in(self, done: Done, options: JobOptions | None = None) -> None:
        """Have what a job or a file gives. options: of the job; None for a file."""
        self.voices, self.wish = done.voices, None
        if self.document.is_draft:
            self.document.take_full_pass(done.transcript, self.options)
        else:
            self.document.finish(done.transcript, options)
        self.enter(State.DONE)
        # Its hundreds of thousands of words are in no cycle; every full collection would hold the window up to look.
        gc.freeze()

    def keep_what_is_ready(self) -> bool:
        """Make a transcript, marked as incomplete, of the turns that an interrupted job had written down. False where
        there are none, or a draft stays."""
        document = self.document
        if document.is_draft or not document.has_words():
            return False
        ready = interrupted(document.transcript)
        audio = replace(ready.audio, duration_ms=self.length_ms or ready.incomplete_from_ms or 0)
        document.finish(replace(ready, audio=audio), self.options)
        return True

    @property
    def length_ms(self) -> int:
        """How long it is, 0 while that is not known."""
        if self.state is not State.STORED and (known := self.document.transcript.audio.duration_ms):
            return known
        return self.duration_ms or 0

    def describe(self, name: str, note: str, tags: tuple[str, ...]) -> None:
        """Say something else of it; a blank name changes no name."""
        self.given_name, self.note, self.tags = " ".join(name.split()) or self.given_name, note, tags
        self.described.emit(self)
        self._tell()

    def mark_done(self, *, is_done: bool) -> None:
        """Whether nothing is left to correct."""
        self.is_done = is_done
        self._tell()

    def thaw(self) -> None:
        """Its project can be written (again)."""
        self.read_only, self.losses, self.trouble = "", (), None
        self.document.is_frozen = False
        self._tell()

    def lie_at(self, project: Path) -> None:
        """Its project is at this path; it is called as the file is."""
        self.project, self.given_name = project, name_at(project, self.name)

    def keep_place(self, place_ms: int) -> None:
        """The reader is here now."""
        if place_ms != self.place_ms:
            self.place_ms = place_ms
            self._tell()
