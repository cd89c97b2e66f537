"""Offers what writes down better words where only what comes along is here, and follows it until it is used."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal

from desktop_app.core.models.manifest import RECOMMENDED, model_named
from desktop_app.core.models.model_spec import ModelSpec
from desktop_app.core.models.model_store import partial_bytes
from desktop_app.core.pipeline.preference import writes_better
from desktop_app.core.store.errors import SettingsError
from desktop_app.jobs.messages import Bytes, Failed, FetchModel, ImportModels, ModelProgress, OwnFound
from desktop_app.translation import tr
from desktop_app.ui.engines.model_import import IMPORT, ask_for_folder, ask_whether_own
from desktop_app.ui.engines.model_offer import ModelOffer
from desktop_app.ui.engines.model_words import offer_in_words, outcome_in_words, progress_in_words, trial_in_words
from desktop_app.ui.state.background import Task
from desktop_app.ui.words.wording import percent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.core.models.inventory import ModelEntry
    from desktop_app.jobs.service import TranscriptionService

DECLINED = "models/better words declined"
OFFERED = "models/better words offered"
"""It was offered when this was looked at last: the next window begins with it, and nothing moves when it is certain."""


class ModelOffering(QObject):
    """Asks for the same work as the models page, under the same keys: each shows what the other has begun."""

    looked = Signal()
    """It is known whether there is something to offer, and shown."""

    def __init__(
        self, service: TranscriptionService, settings: QSettings, window: QWidget, spec: ModelSpec = RECOMMENDED
    ) -> None:
        super().__init__(window)
        self.line = ModelOffer(spec.label)
        self._service, self._settings, self._window, self._spec = service, settings, window, spec
        self._jobs = service.models
        self._key: str | None = None
        self._name = ""
        """Of the model whose coming is told: the best that an import brings, which may be another."""
        self._entry: ModelEntry | None = None
        self._wire()
        if settings.value(OFFERED, False, bool):
            self._offer(partial_bytes(spec.name))

    def _wire(self) -> None:
        jobs, line = self._jobs, self.line
        jobs.examined.connect(self._examined)
        jobs.progressed.connect(self._progressed)
        jobs.finished.connect(self._finished)
        jobs.failed.connect(self._failed)
        jobs.own_found.connect(self._own_found)
        jobs.cancelled.connect(self._cancelled)
        line.fetch_clicked.connect(self._fetch)
        line.stop_clicked.connect(self._stop)
        line.import_clicked.connect(lambda: ask_for_folder(self._window, self.import_models))
        line.declined.connect(self._decline)

    def begin(self) -> None:
        """Look whether there is something to offer: now, and whenever the engines were looked at."""
        self._service.engines_reported.connect(self._look)
        self._look()

    # What the user does.

    def _fetch(self) -> None:
        self._key, self._name, self._entry = self._spec.name, "", None
        self.line.show_fetching(tr("Connecting…"))
        self._jobs.ask(self._spec.name, FetchModel(self._spec))

    def import_models(self, source: str) -> None:
        """Take in the models of a folder."""
        self._import(ImportModels(Path(source)))

    def _import(self, request: ImportModels) -> None:
        self._key, self._name, self._entry = IMPORT, "", None
        self.line.show_import(tr("Looking which models these are…"))
        self._jobs.ask(IMPORT, request)

    def _stop(self) -> None:
        if self._key is not None:
            self._jobs.cancel(self._key)

    def _decline(self) -> None:
        self._settings.setValue(DECLINED, True)
        self._settings.remove(OFFERED)
        self.line.hide()

    # Whether there is something to offer.

    def _look(self) -> None:
        """Off the window's thread, as it imports much."""
        if self._key is None and not self._settings.value(DECLINED, False, bool):
            task = Task(self._waiting_bytes, (SettingsError,), self)
            task.succeeded.connect(self._looked)
            task.failed.connect(self._not_looked)
            task.start()

    def _waiting_bytes(self) -> int | None:
        """How much of the model waits in the store; None where it is not to be offered."""
        from desktop_app.core.pipeline.workstation import wants_better_words
        from desktop_app.core.store.settings_file import load_settings

        return partial_bytes(self._spec.name) if wants_better_words(load_settings()) else None

    def _not_looked(self, task: Task, _error: Exception) -> None:
        task.deleteLater()  # the engine page tells of settings that cannot be read

    def _looked(self, task: Task, waiting_bytes: int | None) -> None:
        task.deleteLater()
        if self._key is None and not self._settings.value(DECLINED, False, bool):
            self._take_look(waiting_bytes)
        self.looked.emit()

    def _take_look(self, waiting_bytes: int | None) -> None:
        if waiting_bytes is None:
            self._settings.remove(OFFERED)
            if self.line.news != "outcome":
                self.line.hide()
        else:
            self._settings.setValue(OFFERED, True)
            if self.line.news != "failure":
                self._offer(waiting_bytes)

    def _offer(self, waiting_bytes: int) -> None:
        self.line.show_offer(offer_in_words(self._spec, waiting_bytes), goes_on=waiting_bytes > 0)

    # What becomes of it.

    def _examined(self, entry: ModelEntry) -> None:
        if entry.spec.name == self._name:
            self._entry = entry

    def _progressed(self, key: str, progress: ModelProgress) -> None:
        if key != self._key and progress.name != self._spec.name:
            return
        if key != self._key:
            self._key, self._name, self._entry = key, "", None
        self._settings.remove(DECLINED)  # whoever has it fetched elsewhere wants it after all
        if writes_better(progress.name) and not writes_better(self._name):
            self._name = progress.name  # the better come first
        label = self._spec.label if progress.name == self._spec.name else model_named(progress.name).label
        if not isinstance(progress, Bytes):
            self.line.show_trial(f"{label}: {trial_in_words(progress)}", progress.share)
        elif key == IMPORT:
            share = progress.done / progress.total
            self.line.show_import(f"{label}: {percent(share)}", share)
        else:
            self.line.show_fetching(f"{label}: {progress_in_words(progress)}", progress.done / progress.total)

    def _own_found(self, key: str, found: OwnFound) -> None:
        if key == self._key:
            self._key = None
            self._look()
            request = ImportModels(found.own.source, sha256=found.own.sha256)
            ask_whether_own(self._window, found, lambda spec: self._import(replace(request, spec=spec)))

    def _finished(self, key: str) -> None:
        if key != self._key:
            return
        self._key = None
        if self._entry is not None and self._entry.state == "right":
            self.line.show_outcome(outcome_in_words(self._entry))
        else:
            self._look()

    def _failed(self, key: str, failed: Failed) -> None:
        if key == self._key:
            self._key = None
            said = f"{failed.reason} {failed.hint}".strip()
            if self._entry is not None and self._entry.state == "right":
                self.line.show_outcome(said)  # it has come, and cannot be used
            else:
                self.line.show_failed(said, of_import=key == IMPORT)

    def _cancelled(self, key: str) -> None:
        if key == self._key:
            self._key = None
            self._look()
