"""The queue, wired: its page, its order on the disk, what is chosen for it, and what is written as one is done."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.store.errors import SettingsError
from desktop_app.core.store.settings import AsrEngine, QueueSettings
from desktop_app.core.store.settings_file import change_settings, load_settings
from desktop_app.translation import plural
from desktop_app.ui.queue.folder_watching import FolderWatching
from desktop_app.ui.queue.queue_end import QueueEnd
from desktop_app.ui.queue.queue_exports import QueueExports
from desktop_app.ui.queue.recording_lengths import RecordingLengths
from desktop_app.ui.state.queue_choice import QueueChoice
from desktop_app.ui.state.queue_order import QueueOrder
from desktop_app.ui.state.time_slices import TimeSlices
from desktop_app.ui.state.work_queue import WorkQueue
from desktop_app.ui.words.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop_app.jobs.computer import Computer
    from desktop_app.ui.queue.queue_page import QueuePage
    from desktop_app.ui.state.session import Session

_LANGUAGE = "asr.language"
_SPEAKERS = "queue.speakers"
_WATCH = "queue.watch"


class Queueing(QObject):
    """Everything in the window that is about the queue."""

    shown = Signal(object)  # Recording: it is to be shown
    meeting_asked = Signal(object)  # Sequence[Recording]: they may be of one meeting
    language_chosen = Signal(str)
    options_chosen = Signal(object)  # JobOptions: how many speak in recordings that are queued from now on

    told = Signal(str)

    def __init__(self, session: Session, computer: Computer, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._settings = QueueSettings()
        self.queue = WorkQueue(session, self)
        self.order = QueueOrder(self.queue, session, self)
        self._exports = QueueExports(self.queue, session, self)
        self.end = QueueEnd(self.queue, session, computer, window)
        self.end.told.connect(self.told)
        self.watching = FolderWatching(self)
        self.watching.told.connect(self.told)
        self.watching.found.connect(self._queue_found)
        self._slices = TimeSlices(self)
        self._slices.step.connect(lambda path: session.open([path]))
        session.listed.connect(self.watching.begin)
        self._lengths = RecordingLengths(self.queue, self)

    @cached_property
    def page(self) -> QueuePage:
        """The page, made when it is first wanted: the window must show before."""
        from desktop_app.ui.queue.queue_page import QueuePage

        page = QueuePage(self.queue, self._session, self._window)
        page.shown.connect(self.shown)
        page.meeting_asked.connect(self.meeting_asked)
        page.defaults.language_chosen.connect(self._choose_language)
        page.defaults.options_chosen.connect(self._choose_speakers)
        page.defaults.changed.connect(self._keep)
        page.watched.chosen.connect(lambda folder: self._keep(_WATCH, folder))
        page.watched.refused.connect(page.show_error)
        self.watching.changed.connect(lambda: page.watched.show_folder(self.watching.folder, self.watching.trouble))
        page.watched.show_folder(self.watching.folder, self.watching.trouble)
        page.sleep.setEnabled(self.end.can_sleep)
        page.sleep.toggled.connect(self.end.let_sleep)
        self.end.sleep_wanted.connect(page.sleep.setChecked)
        return page

    def show_page(self) -> None:
        """Open the page of the queue."""
        self.take_up()
        self.page.show_error("")
        self.page.defaults.show_choices(self._session.options, self._settings)
        self.page.begin()

    def begin(self) -> None:
        """Have what the settings say of the queue, as the window opens."""
        self.take_up()
        self._tell_speakers()

    def take_up_changes(self, keys: frozenset[str]) -> None:
        """Settings of these keys were changed."""
        self.take_up()
        if _SPEAKERS in keys:
            self._tell_speakers()

    def take_up(self) -> None:
        """Queue recordings with what the settings say now; as before where they cannot be read."""
        try:
            self._settings = load_settings().queue
        except SettingsError:
            return
        engine = AsrEngine(self._settings.engine) if self._settings.engine else None
        self._session.queue_choice = QueueChoice(engine, self._settings.export)
        self.watching.watch(self._settings.watch)

    def close(self) -> None:
        """The window is being closed."""
        self.watching.close()
        self.order.close()

    def _queue_found(self, paths: Sequence[Path]) -> None:
        """Queue what has come into the watched folder; what is in view stays."""
        self._slices.begin(paths)
        said = plural(
            "{n} recordings of the watched folder are queued.",
            "{n} recording of the watched folder is queued.",
            len(paths),
        )
        self.told.emit(said)

    def _tell_speakers(self) -> None:
        number = self._settings.speakers or None
        self.options_chosen.emit(JobOptions(number, number))

    def _choose_language(self, language: str) -> None:
        self.language_chosen.emit(language)
        self._keep(_LANGUAGE, language)

    def _choose_speakers(self, options: JobOptions) -> None:
        self.options_chosen.emit(options)
        self._keep(_SPEAKERS, options.max_speakers or 0)

    def _keep(self, key: str, value: object) -> None:
        """Keep a choice in the settings; say why not where that cannot be."""
        try:
            change_settings({key: value})
        except SettingsError as error:
            self.page.show_error(sentence(str(error)))
        else:
            self.page.show_error("")
            self.take_up()
