"""The models page: every model there is, and fetching, taking in, checking and removing them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.core.models.manifest import CARRIED, FETCHED
from desktop_app.core.models.model_spec import ModelSpec
from desktop_app.core.models.model_store import store_folder
from desktop_app.jobs.messages import (
    Bytes,
    ExamineModels,
    Failed,
    FetchModel,
    ImportModels,
    ModelProgress,
    OwnFound,
    RemoveModel,
)
from desktop_app.jobs.model_jobs import ModelJobs
from desktop_app.translation import tr
from desktop_app.ui.engines.model_card import ModelCard
from desktop_app.ui.engines.model_import import IMPORT, ask_for_file, ask_for_folder, ask_whether_own
from desktop_app.ui.engines.model_words import may_be_own, removal_button, removal_in_words, trial_in_words
from desktop_app.ui.widgets.progress_row import ProgressRow
from desktop_app.ui.widgets.questions import losing_question
from desktop_app.ui.widgets.screen_fit import resize_within
from desktop_app.ui.widgets.scrolled import Scrolled
from desktop_app.ui.widgets.toned_label import toned_label
from desktop_app.ui.widgets.wrapping_text import WrappingText
from desktop_app.ui.words.wording import percent

if TYPE_CHECKING:
    from desktop_app.core.models.inventory import ModelEntry

_USUAL = QSize(760, 640)
_ALL = ""
"""The key of a look at all models; of work on one, the key is the model's name."""


class ModelsPage(QDialog):
    """Asks for work and shows how it gets on; the work goes on when the page is closed."""

    def __init__(
        self, jobs: ModelJobs, parent: QWidget | None = None, models: tuple[ModelSpec, ...] = (*FETCHED, *CARRIED)
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Models"))
        resize_within(self, _USUAL)
        self._jobs = jobs
        self._verifying: set[str] = set()
        self._asked_here = False
        """Whether what is imported was asked for on this page."""
        self.cards = {spec.name: ModelCard(spec) for spec in models}
        self.import_work = ProgressRow(tr("Import"))
        self.import_work.cancel_clicked.connect(lambda: self._jobs.cancel(IMPORT))
        self.error = WrappingText("", "bad")
        self.error.hide()
        self.import_file = QPushButton(tr("Import a file…"))
        self.import_file.clicked.connect(lambda: ask_for_file(self, self.import_models))
        self.import_folder = QPushButton(tr("Import a folder…"))
        self.import_folder.clicked.connect(lambda: ask_for_folder(self, self.import_models))
        self.close_button = QPushButton(tr("Close"))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.close)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(toned_label(tr("Models"), "subtitle"))
        told = tr(
            "Nothing is fetched unless you ask for it. What you fetch or import lies in {folder}.",
            folder=store_folder(),
        )
        column.addWidget(WrappingText(told, "muted"))
        column.addSpacing(4)
        column.addWidget(self._cards(), 1)
        column.addWidget(self.error)
        column.addWidget(self.import_work)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.import_file, self.import_folder):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addLayout(row)

    def _cards(self) -> Scrolled:
        body = QWidget()
        stack = QVBoxLayout(body)
        stack.setContentsMargins(0, 0, 8, 0)
        stack.setSpacing(8)
        scroll = Scrolled(body)
        # Last: what gets another parent is styled anew, with all that is in it.
        for card in self.cards.values():
            stack.addWidget(card)
        stack.addStretch(1)
        return scroll

    def _connect(self) -> None:
        for name, card in self.cards.items():
            card.fetch_asked.connect(lambda name=name: self._fetch(name))
            card.verify_asked.connect(lambda name=name: self._verify(name))
            card.remove_asked.connect(lambda name=name: self._ask_to_remove(name))
            card.cancel_asked.connect(lambda name=name: self._jobs.cancel(name))
        self._jobs.examined.connect(self._examined)
        self._jobs.progressed.connect(self._progressed)
        self._jobs.finished.connect(self._finished)
        self._jobs.failed.connect(self._failed)
        self._jobs.own_found.connect(self._own_found)
        self._jobs.cancelled.connect(self._cancelled)

    def begin(self) -> None:
        """Open the page, and look at every model that nothing is done to."""
        idle = tuple(card.spec for name, card in self.cards.items() if not self._jobs.is_busy(name))
        self._jobs.ask(_ALL, ExamineModels(idle))
        for key in (*self.cards, IMPORT):
            if (progress := self._jobs.progress(key)) is not None:
                self._progressed(key, progress)
        self.open()
        self.close_button.setFocus()

    # What the user does.

    def _fetch(self, name: str) -> None:
        self.cards[name].show_work(tr("Connecting…"))
        self._jobs.ask(name, FetchModel(self.cards[name].spec))

    def _verify(self, name: str) -> None:
        self._verifying.add(name)
        self.cards[name].show_work(tr("Reading every byte…"))
        self._jobs.ask(name, ExamineModels((self.cards[name].spec,)))

    def _ask_to_remove(self, name: str) -> None:
        entry = self.cards[name].entry
        if entry is not None:
            question = losing_question(removal_in_words(entry), removal_button(entry), self)
            question.accepted.connect(lambda: self._remove(entry))
            question.open()

    def _remove(self, entry: ModelEntry) -> None:
        self.cards[entry.spec.name].show_work(tr("Removing…"))
        self._jobs.ask(entry.spec.name, RemoveModel(entry.spec, even_own=may_be_own(entry)))

    def import_models(self, source: str) -> None:
        """Take in the models of a file or folder."""
        self._import(ImportModels(Path(source)))

    def _import(self, request: ImportModels) -> None:
        self._asked_here = True
        self._show_import(tr("Looking which models these are…"))
        self._jobs.ask(IMPORT, request)

    # What becomes of it.

    def _examined(self, entry: ModelEntry) -> None:
        card = self.cards.get(entry.spec.name)
        if card is not None:
            card.show_entry(entry)

    def _progressed(self, key: str, progress: ModelProgress) -> None:
        if key == IMPORT:
            self._show_import_of(progress)
        elif key in self.cards:
            self.cards[key].show_progress(progress)

    def _show_import_of(self, progress: ModelProgress) -> None:
        label = self.cards[progress.name].spec.label if progress.name in self.cards else progress.name
        if isinstance(progress, Bytes):
            # Every byte is written and then read back: a number of bytes would tell twice what there is.
            share = progress.done / progress.total
            self._show_import(f"{label}: {percent(share)}", share)
        else:
            self._show_import(f"{label}: {trial_in_words(progress)}", progress.share)

    def _own_found(self, key: str, found: OwnFound) -> None:
        asked_here = self._asked_here
        self._end(key)
        if asked_here:
            request = ImportModels(found.own.source, sha256=found.own.sha256)
            over = self if self.isVisible() else self.parentWidget()
            ask_whether_own(over or self, found, lambda spec: self._import(replace(request, spec=spec)))

    def _finished(self, key: str) -> None:
        self._end(key)
        if key in self._verifying:
            self._verifying.discard(key)
            self.cards[key].show_verified()

    def _failed(self, key: str, failed: Failed) -> None:
        self._end(key, failed)
        self._look_again(key)

    def _cancelled(self, key: str) -> None:
        self._end(key)
        self._look_again(key)

    def _look_again(self, key: str) -> None:
        """What was given up may have left bytes that the next fetch goes on from."""
        specs = tuple(card.spec for name, card in self.cards.items() if key in {name, IMPORT})
        if specs and key not in self._verifying:
            # Under a key of its own: its end is not the end of what was given up, whose reason is to stay.
            self._jobs.ask(f"{key} again", ExamineModels(specs))
        self._verifying.discard(key)

    def _end(self, key: str, failed: Failed | None = None) -> None:
        if key in self.cards:
            self.cards[key].end_work(failed)
        elif key == IMPORT:
            self._asked_here = False
            self._set_importing(False)
        if key in {_ALL, IMPORT} and failed:
            self.error.set_text(f"{failed.reason} {failed.hint}".strip())
            self.error.show()

    def _show_import(self, text: str, share: float | None = None) -> None:
        self.error.set_text("")
        self.error.hide()
        self.import_work.show_work(text, share)
        self._set_importing(True)

    def _set_importing(self, importing: bool) -> None:
        self.import_work.setVisible(importing)
        for button in (self.import_file, self.import_folder):
            button.setEnabled(not importing)
