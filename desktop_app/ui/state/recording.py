"""A recording that was opened: its file, where its job stands, its document."""

from __future__ import annotations

import gc
import os
from dataclasses import replace
from datetime import datetime
from enum import Enum, auto
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.pipeline.given import Missing
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.pipeline.turns_so_far import interrupted
from desktop_app.core.project.places import is_project, name_at
from desktop_app.core.project.sound import SoundState
from desktop_app.core.project.values import WorkState
from desktop_app.core.transcript.values import AudioSource, Transcript
from desktop_app.jobs.messages import Failed
from desktop_app.translation import tr
from desktop_app.ui.state.document import Document
from desktop_app.ui.state.file_kinds import is_transcript
from desktop_app.ui.state.meeting import others_in
from desktop_app.ui.state.throttle import Throttle

if TYPE_CHECKING:
    from desktop_app.core.library.values import Entry, Summary
    from desktop_app.core.project.errors import ProjectError
    from desktop_app.core.project.values import Json
    from desktop_app.jobs.messages import Done, Progress
    from desktop_app.jobs.project_worker import OpenedProject


_DONE_TO = "done to ms"
_WORDS_LEFT = "words are left as they are"
_SPEAKERS_LEFT = "speakers are left as they are"
_SPEAKERS_GIVEN = "speakers are those of a file"
TELL_MS = 250
"""Of what is typed the window is told so often at most."""


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


GIVEN_UP = frozenset({State.CANCELLED, State.FAILED})
"""What has come to this may be opened once more."""
_WORK_STATES = {
    State.LIVE: WorkState.WAITING,
    State.SETTLING: WorkState.WAITING,
    State.OPENING: WorkState.WAITING,
    State.WAITING: WorkState.WAITING,
    State.WORKING: WorkState.WAITING,
    State.CANCELLED: WorkState.CANCELLED,
    State.FAILED: WorkState.FAILED,
}
_STATES = {
    WorkState.WAITING: State.WAITING,
    WorkState.FAILED: State.FAILED,
    WorkState.CANCELLED: State.CANCELLED,
}


class Recording(QObject):
    """One row of the list. Its document lives as long as it does, and keeps what a cancelled job had ready.

    project: its file, None where it has none (yet). trouble: why what was done to it is not on the disk; saved: all of
    it is. made_at: when it was recorded here, or opened first. is_done: somebody has said that nothing is left to
    correct. place_ms, view: where the reader was. peaks: its waveform, packed; None where it was not made yet.
    read_only: why nothing can be changed, '' where it can; losses: what is gone of a damaged project.

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
        self._name = name
        self.project: Path | None = None
        self.entry: Entry | None = None
        self.trouble: ProjectError | None = None
        self.made_at = datetime.now().astimezone()
        self.note = ""
        self.tags: tuple[str, ...] = ()
        self.recorded_here = False
        self.is_done = False
        self.place_ms = 0
        self.view: dict[str, Json] = {}
        self.peaks: bytes | None = None
        self.read_only = ""
        self.losses: tuple[str, ...] = ()
        self.sound_state = SoundState.THERE
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
        self.language_doubt = ""
        self.voices: bytes | None = None
        self.wish: tuple[JobOptions, int] | None = None
        self._voices_aside: bytes | None = None

    @cached_property
    def document(self) -> Document:
        """Its transcript, empty until there is one."""
        made = Document(Transcript(AudioSource(str(self.path), 0)), self)
        tell = Throttle(made, TELL_MS)
        tell.due.connect(lambda: self.changed.emit(self))
        made.edited.connect(tell.ask)
        return made

    @property
    def sound(self) -> Path:
        """Where its sound is."""
        return Path(self.document.original.audio.file) if is_transcript(self.path) else self.path

    @property
    def is_interrupted(self) -> bool:
        """Whether it lies in its project since the program ended in the middle of the work on it."""
        stored = self.state is State.STORED and self._stored_state is WorkState.WAITING
        return stored and not self.read_only

    def real_paths(self) -> tuple[str, ...]:
        """Where its sound and its project lie, links followed."""
        if self.path not in self._real:
            self._real = {self.path: os.path.realpath(self.path)}
        return self._real[self.path], str(self.project)

    def store(self, entry: Entry) -> None:
        """It lies in its project, of which the library says this."""
        self.entry, self.project, self.state = entry, entry.path, State.STORED
        if entry.problem is not None:
            self.state, self.failure = State.FAILED, Failed(entry.problem)
        if entry.summary is not None:
            self._take_summary(entry.path, entry.summary)

    def _take_summary(self, project: Path, summary: Summary) -> None:
        self._stored_state = summary.state
        self.path, self._name = summary.sound or project, name_at(project, summary.name)
        self.made_at, self.note, self.tags = summary.made_at, summary.note, summary.tags
        self.recorded_here, self.duration_ms = summary.recorded_here, summary.duration_ms
        self.speaker_names = summary.speakers
        self.is_done = summary.state is WorkState.DONE

    def restore(self, opened: OpenedProject) -> None:
        """Go on with what its project holds."""
        facts = opened.facts
        self._name, self.made_at = name_at(opened.path, facts.recording.name), facts.recording.made_at
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
        if opened.sound is not None:
            self.path, self.sound_state = opened.sound.path or self.path, opened.sound.state
        self.losses = opened.losses
        if opened.text is not None:
            self.document.restore(opened.text)
        self.document.is_frozen = bool(self.read_only or self.losses)
        failure = Failed(facts.work.failure) if facts.work.failure else None
        state = _STATES.get(facts.work.state, State.DONE)
        # What another window works on is not begun here, too.
        self.enter(State.STORED if state is State.WAITING and self.read_only else state, failure=failure)

    @property
    def name(self) -> str:
        """What a person calls it."""
        return self._name or self.path.stem

    @property
    def notes(self) -> tuple[str, ...]:
        """What its reader must know of its project, in sentences."""
        said = []
        if self.losses:
            said.append(tr("The project is damaged. What is lost: {losses}.", losses=", ".join(self.losses)))
        if self.read_only:
            said.append(f"{self.project} {self.read_only}.")
        if self.trouble:
            said.append(tr("What you do is not on the disk. {why}.", why=self.trouble))
        return tuple(said)

    @property
    def lost_sound(self) -> str:
        """That its sound is not where it was, in a sentence; '' where it is."""
        match self.sound_state:
            case SoundState.MISSING:
                if self._never_had_sound:
                    return tr("No recording “{name}” was found. Everything but hearing it works.", name=self.sound.name)
                return tr("Its sound is not at {path} any more. Everything but hearing it works.", path=self.sound)
            case SoundState.REPLACED:
                return tr("Another sound lies at {path} now. Everything but hearing it works.", path=self.path)
        return ""

    @property
    def _never_had_sound(self) -> bool:
        made = self.document.original
        return made.audio.sha256 is None and not made.engines

    def take_sound(self, path: Path) -> None:
        """Its sound is here; it is called as before."""
        self._name = self.name
        self.path, self.sound_state = path, SoundState.THERE
        self.changed.emit(self)

    @property
    def work_state(self) -> WorkState:
        """How far the work on it is, as its project says it."""
        if self.state is State.STORED:
            return self._stored_state or WorkState.WAITING
        if (state := _WORK_STATES.get(self.state)) is not None:
            return state
        if self.document.is_draft:
            return WorkState.DRAFT
        if self.is_done:
            return WorkState.DONE
        return WorkState.CORRECTING if self.document.history.done else WorkState.TRANSCRIBED

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
        return self._is_at_rest and self.has_sound and not is_transcript(self.path)

    @property
    def can_hear_turn_again(self) -> bool:
        """Whether one of its turns can be transcribed anew: not where its speaker has a recording of their own."""
        return self.can_hear_again and not self.together

    @property
    def together(self) -> tuple[Path, ...]:
        """The recordings of the others at the same meeting."""
        return others_in(self.view)

    @property
    def may_be_of_meeting(self) -> bool:
        """Whether it is one recording with a sound, and could be somebody's of a meeting."""
        is_sound = not (is_transcript(self.path) or is_project(self.path) or self.together)
        return is_sound and self.has_sound and self.state not in {State.LIVE, State.SETTLING}

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
        self.changed.emit(self)

    def wait(self, *, held: bool) -> None:
        """Come to its place in the queue. held: no job starts while something is recorded."""
        self.held = held
        self.enter(State.WAITING)

    def move_on(self, progress: Progress) -> None:
        """Take note of the job's progress."""
        self.progress = progress
        self.changed.emit(self)

    def doubt_language(self, sentence: str) -> None:
        """Its job will hardly get the words right, for this reason; '': somebody has seen it."""
        self.language_doubt = sentence
        self.changed.emit(self)

    def forget_words(self, *, come_back: bool = False) -> None:
        """Begin with an empty document again; what was corrected is set aside for the words that come. come_back: also
        what nobody corrected, to have it again where none come."""
        self._voices_aside = self.voices
        self.document.set_aside(even_untouched=come_back)
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
        self._name, self.note, self.tags = " ".join(name.split()) or self._name, note, tags
        self.described.emit(self)
        self.changed.emit(self)

    def mark_done(self, *, is_done: bool) -> None:
        """Whether nothing is left to correct."""
        self.is_done = is_done
        self.changed.emit(self)

    def thaw(self) -> None:
        """Its project can be written (again)."""
        self.read_only, self.losses, self.trouble = "", (), None
        self.document.is_frozen = False
        self.changed.emit(self)

    def lie_at(self, project: Path) -> None:
        """Its project is at this path; it is called as the file is."""
        self.project, self._name = project, name_at(project, self.name)

    @property
    def done_to_ms(self) -> int | None:
        """Up to where it has been corrected, as a person has noted; None where nothing was."""
        noted = self.view.get(_DONE_TO)
        return noted if isinstance(noted, int) else None

    def note_done_to(self, time_ms: int | None) -> None:
        """Corrected up to here; None: take the note away."""
        self.view = {key: value for key, value in self.view.items() if key != _DONE_TO}
        if time_ms is not None:
            self.view[_DONE_TO] = time_ms
        self.changed.emit(self)

    @property
    def words_left(self) -> bool:
        """Whether nobody wants to be told that something could write down its words better."""
        return self.view.get(_WORDS_LEFT) is True

    def leave_words(self) -> None:
        """Tell of that no more."""
        self.view = {**self.view, _WORDS_LEFT: True}
        self.changed.emit(self)

    @property
    def speakers_left(self) -> bool:
        """Whether nobody wants to be told that its speakers could be found."""
        return self.view.get(_SPEAKERS_LEFT) is True

    def leave_speakers(self) -> None:
        """Tell of that no more."""
        self.view = {**self.view, _SPEAKERS_LEFT: True}
        self.changed.emit(self)

    @property
    def speakers_given(self) -> bool:
        """Whether its words were written down here for the speakers that a file had."""
        return self.view.get(_SPEAKERS_GIVEN) is True

    def keep_speakers(self) -> None:
        """Its speakers stay, whenever its words are written down."""
        self.view = {**self.view, _SPEAKERS_GIVEN: True}

    def keep_place(self, place_ms: int) -> None:
        """The reader is here now."""
        if place_ms != self.place_ms:
            self.place_ms = place_ms
            self.changed.emit(self)
