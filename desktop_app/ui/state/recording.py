"""A recording that was opened: its file, where its job stands, its document."""

from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.transcript.values import AudioSource, Transcript
from desktop_app.jobs.messages import Failed, Progress
from desktop_app.ui.state.document import Document


class State(Enum):
    """Where a recording stands."""

    LIVE = auto()
    SETTLING = auto()
    OPENING = auto()
    WAITING = auto()
    WORKING = auto()
    DONE = auto()
    CANCELLED = auto()
    FAILED = auto()


class Recording(QObject):
    """One row of the list. Its document lives as long as it does, and keeps what a cancelled job had ready.

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
        self.export_folder = path.parent
        self.options = options
        self.document = Document(Transcript(AudioSource(str(path), 0)), self)
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
        self.document.renamed.connect(self._edited)
        self.document.regrouped.connect(self._edited)

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
    def unsaved(self) -> bool:
        """Whether it holds a transcript that is in no file."""
        return not self.busy and not self.saved and self.document.has_words()

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
        self.saved = True

    def mark_saved(self, transcript: Transcript) -> None:
        """This transcript lies in a file now; what was edited since does not."""
        self.saved = transcript is self.document.transcript
        self.changed.emit(self)

    def _edited(self) -> None:
        self.saved = False
        self.changed.emit(self)
