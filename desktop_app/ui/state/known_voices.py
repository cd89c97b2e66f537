"""Whether known voices are recognised, which its user chooses, and what is done to them, one after the other."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QSettings, Signal

from desktop_app.core.diarization.errors import DiarizationError
from desktop_app.core.known_voices.errors import KeyLeft, KnownVoicesError
from desktop_app.ui.state.background import Task
from desktop_app.ui.words.known_voice_words import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.core.known_voices.known_people import KnownPeople

_KEY = "voices/recognise"
_ERRORS = (KnownVoicesError, DiarizationError, OSError)
Value = TypeVar("Value")


class KnownVoices(QObject):
    """What it is asked for is done off the window's thread, in the order in which that was asked for.

    is_on: whether known voices are recognised; not at first.
    """

    switched = Signal(bool)
    read = Signal(object)  # KnownPeople: as their file is
    changed = Signal()  # somebody is known now, or no more
    failed = Signal(str)  # a sentence

    def __init__(self, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.is_on = bool(settings.value(_KEY, False, bool))
        self._waiting: deque[tuple[Task, Callable[[object], None], Callable[[Exception], None]]] = deque()

    @property
    def is_busy(self) -> bool:
        """Whether something that it was asked for is not done yet."""
        return bool(self._waiting)

    def switch(self, on: bool) -> None:
        """Recognise known voices, or no more."""
        if on != self.is_on:
            self.is_on = on
            self._settings.setValue(_KEY, on)
            self.switched.emit(on)

    def load(self) -> None:
        """Read whose voices are known; `read` or `failed` follows."""
        self.ask(_load, self.read.emit)

    def forget(self, name: str) -> None:
        """Delete a person's voice."""
        self.ask(lambda: _forget(name), self.take_change, self._take_loss)

    def forget_everybody(self) -> None:
        """Delete all voices, also where they cannot be read."""
        self.ask(_forget_everybody, self.take_change, self._take_loss)

    def take_change(self, people: KnownPeople) -> None:
        """Somebody was added or forgotten: this is everybody now."""
        self.read.emit(people)
        self.changed.emit()

    def ask(
        self,
        work: Callable[[], Value],
        then: Callable[[Value], object],
        otherwise: Callable[[Exception], object] | None = None,
    ) -> None:
        """Do work in another thread, then go on in this one. otherwise: what an error gets that is not just told."""
        task = Task(work, _ERRORS, None)  # may outlive the window
        task.succeeded.connect(self._succeeded)
        task.failed.connect(self._failed)
        self._waiting.append((task, then, otherwise or self._tell))  # type: ignore[arg-type]
        if len(self._waiting) == 1:
            task.start()

    def _succeeded(self, _task: Task, value: object) -> None:
        _, then, _ = self._waiting.popleft()
        self._go_on()
        then(value)

    def _failed(self, _task: Task, error: Exception) -> None:
        _, _, otherwise = self._waiting.popleft()
        self._go_on()
        otherwise(error)

    def _go_on(self) -> None:
        if self._waiting:
            self._waiting[0][0].start()

    def _take_loss(self, error: Exception) -> None:
        if isinstance(error, KeyLeft):  # nobody else is
            self.take_change(_nobody())
        self._tell(error)

    def _tell(self, error: Exception) -> None:
        self.failed.emit(sentence(error))


def _load() -> KnownPeople:
    from desktop_app.core.known_voices.people_file import load_people

    return load_people()


def _forget(name: str) -> KnownPeople:
    from desktop_app.core.known_voices.people_file import forget_person

    return forget_person(name)


def _forget_everybody() -> KnownPeople:
    from desktop_app.core.known_voices.people_file import forget_everybody

    forget_everybody()
    return _nobody()


def _nobody() -> KnownPeople:
    from desktop_app.core.known_voices.known_people import KnownPeople

    return KnownPeople()
