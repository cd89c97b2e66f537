"""Everything in the window that is about the engines, wired: chip, banner, pages, settings, models."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from desktop_app.core.faults.crash_watch import note
from desktop_app.core.pipeline.diagnostics import diagnostics, engines_in_words
from desktop_app.core.pipeline.last_job import last_job
from desktop_app.core.pipeline.stages import Stage
from desktop_app.core.store.errors import SettingsError
from desktop_app.core.store.settings_file import load_settings
from desktop_app.jobs.messages import StatusReport
from desktop_app.translation import tr
from desktop_app.ui.engines.engine_page import EnginePage
from desktop_app.ui.engines.engine_words import (
    CHECKING,
    NEEDS_ATTENTION,
    Verdict,
    banner,
    job_verdict,
    languages,
    languages_understood,
    preparing,
    understood,
    verdict,
)
from desktop_app.ui.words.privacy import voices_go_to

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.core.transcript.values import Transcript
    from desktop_app.jobs.messages import Failed, Progress
    from desktop_app.jobs.service import TranscriptionService
    from desktop_app.ui.engines.engine_chip import EngineChip
    from desktop_app.ui.engines.models_page import ModelsPage
    from desktop_app.ui.state.session import Session
    from desktop_app.ui.widgets.banner import Banner

_OF_ENGINES = {"embedding", "asr", "remote"}
_FOLDER = "library.folder"
_LANGUAGE = "asr.language"


class EngineViews(QObject):
    """Shows what the service says of the engines, and asks it to look again where something has changed."""

    promised = Signal(str)
    """The host that voices may be sent to, '' where nothing is."""
    folder_changed = Signal()
    """New projects are made elsewhere."""
    settings_changed = Signal(object)
    """The keys of what was changed: frozenset[str]."""
    language_chosen = Signal(str)
    """Which language is spoken in new recordings, as the settings say: a BCP 47 tag, or AUTO."""
    language_told = Signal(str)
    """Which languages can be written down, '' where it is not one alone."""
    told = Signal(str)
    """What was done, in a sentence."""
    understood = Signal(str, str)
    """Which languages can be written down, a sentence, and their names where it only counts them; '' where nobody
    knows."""

    def __init__(
        self, service: TranscriptionService, session: Session, chip: EngineChip, banner: Banner, window: QWidget
    ) -> None:
        super().__init__(window)
        self._service = service
        self._session = session
        self._window = window
        self._chip = chip
        self._banner = banner
        self.report = StatusReport(())
        self.page = EnginePage(window)
        service.engines_reported.connect(self._show_report)
        service.progressed.connect(self._show_preparing)
        service.job_started.connect(self.refresh_promise)
        service.models.changed.connect(self._check)
        service.check_failed.connect(self._show_failure)
        self.page.check_clicked.connect(self._check)
        self.page.models_clicked.connect(self.show_models)
        self.page.settings_clicked.connect(self.show_settings)
        for shown in (chip.clicked, banner.details_clicked):
            shown.connect(self.show_page)

    @cached_property
    def models(self) -> ModelsPage:
        """The models page, made when it is first wanted: the window must show before."""
        from desktop_app.ui.engines.models_page import ModelsPage

        return ModelsPage(self._service.models, self._window)

    def show_page(self) -> None:
        """Open the engine page."""
        self.refresh_promise()
        self.page.open()

    def show_models(self) -> None:
        """Open the models page."""
        self.models.begin()

    def show_settings(self) -> None:
        """Let the user choose what is chosen for good."""
        from desktop_app.ui.settings.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self.page if self.page.isVisible() else self._window)
        dialog.saved.connect(self._take_up)
        dialog.open()

    def _take_up(self, keys: frozenset[str]) -> None:
        self.refresh_promise()
        if any(key.partition(".")[0] in _OF_ENGINES for key in keys):
            self._check()
        self.settings_changed.emit(keys)
        if _FOLDER in keys:
            self.folder_changed.emit()
        if _LANGUAGE in keys:
            self.tell_language()

    def tell_language(self) -> None:
        """Say which language the settings have for new recordings; nothing where they cannot be read."""
        with suppress(SettingsError):
            self.language_chosen.emit(load_settings().asr.language)

    def copy_diagnostics(self) -> None:
        """Put on the clipboard what somebody who helps needs to know."""
        report = self.report
        QGuiApplication.clipboard().setText(diagnostics(report.engines, report.links, report.needed, last_job()))
        self.told.emit(tr("The diagnostics are on the clipboard: no names, no paths, no text."))

    def show_transcript(self, transcript: Transcript | None) -> None:
        """Another transcript is in view."""
        self._chip.show_job(job_verdict(transcript.embedding) if transcript else None)

    def refresh_promise(self) -> None:
        """Look again what may leave the computer: the settings can be changed from outside."""
        host = voices_go_to()
        self.page.show_promise(host)
        self.promised.emit(host)

    def _check(self) -> None:
        self.page.show_checking()
        if not self._session.working():  # else it waits for the job, and the chip goes on saying what does it
            self._chip.show_verdict(CHECKING)
        self._service.check_engines()

    def _show_report(self, report: StatusReport) -> None:
        self.report = report
        note("engines", engines_in_words(report.engines))
        language = languages(report.engines)
        self._chip.show_verdict(verdict(report.engines), language=language)
        self._banner.show_sentence(banner(report.engines))
        self.page.show_report(report)
        self.refresh_promise()
        self.language_told.emit(language)
        self.understood.emit(understood(report.engines), languages_understood(report.engines))

    def _show_preparing(self, _job_id: int, progress: Progress) -> None:
        if progress.stage is Stage.PREPARING and self._chip.engines.level == "waiting":
            self._chip.show_verdict(preparing(progress.fraction))

    def _show_failure(self, failed: Failed) -> None:
        self._chip.show_verdict(Verdict("bad", NEEDS_ATTENTION, failed.reason))
        self._banner.show_sentence(f"{failed.reason} {failed.hint}".strip())
        self.page.show_failure(failed)
        self.refresh_promise()
