"""One model on the models page: what it is for, whether it is here and right, how to get it, and what can be done."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.core.models.model_descriptions import accuracy, needs, purpose
from desktop_app.core.models.model_spec import ModelSpec
from desktop_app.core.models.runtime_packages import what_is_lacking
from desktop_app.jobs.messages import Bytes, Failed, ModelProgress
from desktop_app.translation import tr
from desktop_app.ui.engines.file_table import FileTable
from desktop_app.ui.engines.model_words import (
    can_fetch,
    can_remove,
    cure_in_words,
    languages_in_words,
    level_of,
    progress_in_words,
    source_in_words,
    state_in_words,
    test_in_words,
    trial_in_words,
    waiting_in_words,
)
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.disclosure import Disclosure
from desktop_app.ui.widgets.progress_row import ProgressRow
from desktop_app.ui.widgets.status_dot import StatusDot
from desktop_app.ui.widgets.toned_label import ElidedLabel, Tone, toned_label
from desktop_app.ui.widgets.wrapping_text import WrappingText
from desktop_app.ui.words.wording import sentence

if TYPE_CHECKING:
    from desktop_app.core.models.inventory import ModelEntry


class ModelCard(Card):
    """Shows the newest entry of its model, and the work that is done to it."""

    fetch_asked = Signal()
    verify_asked = Signal()
    remove_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, spec: ModelSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.entry: ModelEntry | None = None
        self.dot = StatusDot("waiting")
        self.state = ElidedLabel("muted")
        self.state.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.reason = WrappingText("", "bad")
        self.cure = WrappingText("", "body")
        self.languages = WrappingText(languages_in_words(spec), "muted")
        self.languages.setVisible(bool(languages_in_words(spec)))
        worth = " ".join(filter(None, [accuracy(spec), needs(spec), sentence(what_is_lacking(spec))]))
        self.accuracy = WrappingText(worth, "muted")
        self.accuracy.setVisible(bool(worth))
        self.test = WrappingText("", "body")
        self.fault = WrappingText("", "bad")
        self.source = WrappingText(source_in_words(spec), "body")
        self.error = WrappingText("", "bad")
        self.news = WrappingText("", "muted")
        self.work = ProgressRow(spec.label)
        self.work.cancel_clicked.connect(self.cancel_asked)
        self.fetch = self._button(self.fetch_asked)
        self.verify = self._button(self.verify_asked)
        self.verify.setText(tr("Verify"))
        self.verify.setAccessibleName(tr("Verify {model}", model=spec.label))
        self.remove = self._button(self.remove_asked)
        self.details = Disclosure(spec.label)
        self.details.toggled.connect(lambda _: self._show_files())
        self._files = QWidget()
        self._lay_out()
        for passage in (self.error, self.news):
            passage.hide()
        self.show_entry(None)

    def _button(self, clicked: SignalInstance) -> QPushButton:
        button = QPushButton()
        button.setAutoDefault(False)
        button.clicked.connect(clicked)
        return button

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(6)
        heading = QHBoxLayout()
        heading.setSpacing(8)
        heading.addWidget(self.dot)
        heading.addWidget(toned_label(self.spec.label, "strong"))
        heading.addWidget(self.state, 1)
        column.addLayout(heading)
        column.addWidget(_wrapped(sentence(purpose(self.spec)), "muted"))
        for passage in (
            self.languages,
            self.accuracy,
            self.reason,
            self.cure,
            self.test,
            self.fault,
            self.source,
            self.error,
        ):
            column.addWidget(passage)
        column.addWidget(self.news)
        column.addWidget(self.work)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(_wrapped(f"{self.spec.attribution.removesuffix('.')}. {self.spec.licence}.", "small"), 1)
        for button in (self.remove, self.verify, self.fetch):
            foot.addWidget(button)
        column.addLayout(foot)
        column.addWidget(self.details, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._files)

    def show_entry(self, entry: ModelEntry | None) -> None:
        """Show how the model is; None while nobody has looked yet."""
        self.entry = entry
        self.dot.show_level("waiting" if entry is None else level_of(entry))
        self.state.setText(tr("checking…") if entry is None else state_in_words(entry))
        _say(self.reason, sentence(entry.reason) if entry and entry.reason else "")
        _say(self.cure, cure_in_words(entry) if entry else "")
        failed = bool(entry and entry.test and entry.test.fault)
        _say(self.test, test_in_words(entry) if entry and not failed else "")
        _say(self.fault, test_in_words(entry) if entry and failed else "")
        getting = f"{source_in_words(self.spec)} {waiting_in_words(entry)}" if entry and can_fetch(entry) else ""
        _say(self.source, getting.strip())
        files = FileTable(entry.files if entry else (), self)
        self._column.replaceWidget(self._files, files)
        self._files.hide()
        self._files.deleteLater()
        self._files = files
        self._show_files()
        stops = (self.work.cancel, self.remove, self.verify, self.fetch, self.details, *files.stops)
        for one, other in pairwise(stops):
            self.setTabOrder(one, other)
        self._offer()

    def _show_files(self) -> None:
        there = bool(self.entry and self.entry.files)
        self.details.setVisible(there)
        self._files.setVisible(there and self.details.isChecked())

    def show_progress(self, progress: ModelProgress) -> None:
        """How far it is with what is done to the model."""
        if isinstance(progress, Bytes):
            self.show_work(progress_in_words(progress), progress.done / progress.total)
        else:
            self.show_work(trial_in_words(progress), progress.share)

    def show_work(self, text: str, share: float | None = None) -> None:
        """Something is done to the model. share: of the work that is done, 0 to 1, None where that is not known."""
        had_focus = any(button.hasFocus() for button in (self.fetch, self.verify, self.remove))
        self.work.show_work(text, share)
        _say(self.error, "")
        _say(self.news, "")
        if had_focus:
            self.work.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self._offer()

    def end_work(self, failed: Failed | None = None) -> None:
        """It is over. failed: why it did not work."""
        had_focus = self.work.cancel.hasFocus()
        self.work.hide()
        _say(self.error, f"{failed.reason} {failed.hint}".strip() if failed else "")
        self._offer()
        if had_focus:
            offered = (self.fetch, self.verify, self.remove)
            next((each for each in offered if each.isVisibleTo(self)), self).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_verified(self) -> None:
        """Every byte was read because somebody asked for it."""
        right = self.entry is not None and self.entry.state == "right"
        _say(self.news, tr("Every byte was read just now, and is right.") if right else "")

    def _offer(self) -> None:
        """Offer what can be done now."""
        entry = None if self.work.isVisibleTo(self) else self.entry
        self.fetch.setVisible(bool(entry and can_fetch(entry)))
        self._offer_fetch(goes_on=bool(entry and entry.partial_bytes))
        self.verify.setVisible(bool(entry and entry.state != "not installed"))
        self.remove.setVisible(bool(entry and can_remove(entry)))
        self._offer_remove(is_part=entry is not None and entry.state == "not installed")

    def _offer_fetch(self, *, goes_on: bool) -> None:
        text, name = (tr("Continue"), tr("Go on fetching {model}")) if goes_on else (tr("Fetch"), tr("Fetch {model}"))
        self.fetch.setText(text)
        self.fetch.setAccessibleName(name.format(model=self.spec.label))

    def _offer_remove(self, *, is_part: bool) -> None:
        text, name = (
            (tr("Discard…"), tr("Discard what was fetched of {model}"))
            if is_part
            else (tr("Remove…"), tr("Remove {model}"))
        )
        self.remove.setText(text)
        self.remove.setAccessibleName(name.format(model=self.spec.label))


def _wrapped(text: str, tone: Tone) -> QLabel:
    """Words without a path among them."""
    label = toned_label(text, tone)
    label.setWordWrap(True)
    return label


def _say(passage: WrappingText, text: str) -> None:
    passage.set_text(text)
    passage.setVisible(bool(text))
