"""The queue: recordings whose jobs wait, run, or are over since it began; their order, and how long they take."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.ui.state.job_ending import Ended, Ending
from desktop_app.ui.state.throttle import Throttle

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.ui.state.recording import Recording
    from desktop_app.ui.state.session import Session


TELL_MS = 100
"""However many recordings are queued, it is told so often at most."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a queue. seconds: from its beginning to its end. unwritten: how many exports failed."""

    done: int
    failed: int
    cancelled: int
    unwritten: int
    seconds: float

    @property
    def all(self) -> int:
        """How many recordings there were."""
        return self.done + self.failed + self.cancelled


class WorkQueue(QObject):
    """Follows the session. A queue begins with a recording that waits while nothing else does, and then forgets what
    was before; it is over when nothing waits, runs, or is being written.

    clock: seconds, for tests.
    """

    changed = Signal()
    """There are other rows, or in another order."""
    moved = Signal()
    """A person has put them in another order."""
    row_changed = Signal(object)
    """Recording: something else is to be said of it."""
    began = Signal()
    ran_out = Signal(object)
    """Outcome."""

    def __init__(self, session: Session, parent: QObject | None = None, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(parent)
        self._session = session
        self._clock = clock
        self._waiting: dict[Recording, None] = {}
        self._working: Recording | None = None
        self._ended: dict[Recording, Ended] = {}
        self._notes: dict[Recording, str] = {}
        self._unwritten: set[Recording] = set()
        self._writing: set[Recording] = set()
        self._lengths_ms: dict[Recording, int] = {}
        self._is_over = True
        self._soon = QTimer(self, singleShot=True, interval=0)  # an export may begin with the end of a job
        self._soon.timeout.connect(self._end_if_over)
        self._told = Throttle(self, TELL_MS)
        self._told.due.connect(self.changed)
        self._started_s = self._began_s = self._ended_s = clock()
        self._worked_s, self._heard_ms = 0.0, 0
        session.jobs.queued.connect(self._take_in)
        session.jobs.started.connect(self._start)
        session.jobs.ended.connect(self._end)
        session.removed.connect(self._forget)
        session.changed.connect(self._tell)

    # What the user does.

    def move(self, recording: Recording, by: int) -> None:
        """Let a waiting recording come so many places earlier (less than 0) or later."""
        if not self.can_move(recording, by):
            return
        waiting = list(self._waiting)
        place = waiting.index(recording) + by
        waiting.remove(recording)
        following = waiting[place] if place < len(waiting) else None
        waiting.insert(place, recording)
        self._waiting = dict.fromkeys(waiting)
        self._session.jobs.move(recording, following)
        self.changed.emit()
        self.moved.emit()

    def can_move(self, recording: Recording, by: int) -> bool:
        """Whether there is such a place."""
        return recording in self._waiting and 0 <= list(self._waiting).index(recording) + by < len(self._waiting)

    # What is asked.

    @property
    def rows(self) -> Sequence[Recording]:
        """What is over, as it ended; what runs; what waits, the next first."""
        return [*self._ended, *([self._working] if self._working else []), *self._waiting]

    @property
    def unfinished(self) -> Sequence[Recording]:
        """What runs, and what waits, the next first."""
        return [*([self._working] if self._working else []), *self._waiting]

    @property
    def is_busy(self) -> bool:
        """Whether something waits, runs, or is being written."""
        return bool(self._waiting or self._working or self._writing)

    def ending(self, recording: Recording) -> Ended | None:
        """How its job ended; None while it waits or runs."""
        return self._ended.get(recording)

    def note(self, recording: Recording) -> str:
        """What is said of its exports, '' where there are none."""
        return self._notes.get(recording, "")

    def seconds_left(self, recording: Recording) -> float | None:
        """How long it takes until this one is done; None where nobody knows yet."""
        if recording is self._working:
            return recording.progress.eta_s if recording.progress else None
        if recording not in self._waiting:
            return None
        before = self.unfinished[: self.unfinished.index(recording) + 1]
        return self._sum(before)

    def seconds_left_of_all(self) -> float | None:
        """How long it takes until all are done; None where nobody knows yet."""
        return self._sum(self.unfinished)

    def outcome(self) -> Outcome:
        """What has become of the queue up to now."""
        endings = [each.ending for each in self._ended.values()]
        until_s = self._clock() if self._waiting or self._working else self._ended_s
        return Outcome(
            endings.count(Ending.DONE),
            endings.count(Ending.FAILED),
            endings.count(Ending.CANCELLED),
            len(self._unwritten),
            until_s - self._began_s,
        )

    def without_length(self) -> Recording | None:
        """The next recording of which nobody knows how long it is."""
        return next((each for each in self._waiting if self._length_ms(each) is None), None)

    # What others find out and do.

    def note_length(self, recording: Recording, length_ms: int) -> None:
        """So long is it; 0 where nobody can tell."""
        self._lengths_ms[recording] = length_ms
        self.row_changed.emit(recording)

    def begin_writing(self, recording: Recording) -> None:
        """Its exports are being written: the queue is not over."""
        self._writing.add(recording)

    def end_writing(self, recording: Recording, note: str, *, failed: bool) -> None:
        """Its exports are written, or not, as is said here."""
        self._writing.discard(recording)
        if recording in self._ended:
            self._notes[recording] = note
            if failed:
                self._unwritten.add(recording)
            self.row_changed.emit(recording)
        self._soon.start()

    # What the session says.

    def _take_in(self, recording: Recording) -> None:
        if not self.is_busy:
            if recording in self._ended:
                self._go_on()
            else:
                self._begin_anew()
        self._drop(recording)
        self._waiting[recording] = None
        if self._is_over:
            self._is_over = False
            self.began.emit()
        self._told.ask()

    def _begin_anew(self) -> None:
        for kept in (self._ended, self._notes, self._lengths_ms):
            kept.clear()
        self._unwritten.clear()
        self._began_s = self._clock()
        self._worked_s, self._heard_ms = 0.0, 0

    def _go_on(self) -> None:
        """One that was over is tried again: the time between does not count."""
        self._began_s += self._clock() - self._ended_s

    def _start(self, recording: Recording) -> None:
        self._drop(recording)
        self._working = recording
        self._started_s = self._clock()
        self.changed.emit()

    def _end(self, recording: Recording, ended: Ended) -> None:
        self._ended_s = self._clock()
        if recording is self._working and ended.ending is Ending.DONE:
            self._worked_s += self._ended_s - self._started_s
            self._heard_ms += recording.length_ms
        self._drop(recording)
        self._ended[recording] = ended
        self.changed.emit()
        self._soon.start()

    def _forget(self, recording: Recording) -> None:
        if recording in self.rows:
            self._drop(recording)
            self._writing.discard(recording)
            self.changed.emit()
            self._soon.start()

    def _tell(self, recording: Recording) -> None:
        if recording is self._working or recording in self._ended:
            self.row_changed.emit(recording)

    def _drop(self, recording: Recording) -> None:
        self._waiting.pop(recording, None)
        if recording is self._working:
            self._working = None
        self._ended.pop(recording, None)
        self._notes.pop(recording, None)
        self._unwritten.discard(recording)

    def _end_if_over(self) -> None:
        if not (self.is_busy or self._is_over):
            self._is_over = True
            self.ran_out.emit(self.outcome())

    # How long it takes.

    def _length_ms(self, recording: Recording) -> int | None:
        return recording.length_ms or self._lengths_ms.get(recording)

    def _sum(self, recordings: Sequence[Recording]) -> float | None:
        """The seconds that these take one after the other, of which the first may run."""
        total_s = 0.0
        for each in recordings:
            seconds = self._seconds_of(each)
            if seconds is None:
                return None
            total_s += seconds
        return total_s

    def _seconds_of(self, recording: Recording) -> float | None:
        if recording is self._working:
            return recording.progress.eta_s if recording.progress else None
        length_ms = self._length_ms(recording)
        if not (length_ms and self._heard_ms):
            return None
        return length_ms * self._worked_s / self._heard_ms
