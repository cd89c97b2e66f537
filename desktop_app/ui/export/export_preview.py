"""A look at what will be written: the real output, of the first turns; of documents, what they print."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QTextBrowser

from desktop_app.core.export.adaptation.adaptation import Adaptation
from desktop_app.core.export.adaptation.adapted import adapted_and_names_left
from desktop_app.core.export.export_format import ExportFormat
from desktop_app.core.export.printed import PrintedOptions
from desktop_app.core.store.errors import SettingsError
from desktop_app.core.transcript.values import Transcript
from desktop_app.translation import tr
from desktop_app.ui.export.page_preview import page_preview
from desktop_app.ui.state.background import Task

_TURNS = 40
_CALM_MS = 150
_MOST_LETTERS = 40_000


class ExportPreview(QTextBrowser):
    """Follows what is chosen, a moment later, and never makes the window wait.

    names_left: see adapted_and_names_left.
    """

    names_left = Signal(str)

    def __init__(self, transcript: Transcript) -> None:
        super().__init__()
        self.setObjectName("preview")
        self.setAccessibleName(tr("Preview"))
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self._transcript = transcript
        self._asked: Callable[[], tuple[str, str]] = lambda: ("", "")
        self._newest: Task | None = None
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._calm.timeout.connect(self._begin)

    def show_of(self, form: ExportFormat, adaptation: Adaptation) -> None:
        """Show this next."""
        transcript = self._transcript
        self._asked = lambda: preview_of(transcript, form, adaptation)
        self._calm.start()

    def sizeHint(self) -> QSize:
        """A few lines; more where there is room."""
        return QSize(320, 180)

    def _begin(self) -> None:
        self._newest = Task(self._asked, (SettingsError, ValueError), self)
        self._newest.succeeded.connect(self._show)
        self._newest.failed.connect(self._refuse)
        self._newest.start()

    def _show(self, task: Task, found: tuple[str, str]) -> None:
        if task is self._newest:
            text, names = found
            self.names_left.emit(names)
            if text.lstrip().lower().startswith("<!doctype html"):
                self.setHtml(text)
            else:
                self.setPlainText(text)
        task.deleteLater()

    def _refuse(self, task: Task, error: Exception) -> None:
        if task is self._newest:
            self.setPlainText(str(error))
        task.deleteLater()


def preview_of(transcript: Transcript, form: ExportFormat, adaptation: Adaptation) -> tuple[str, str]:
    """The beginning of what would be written, or a sentence where that is no text; and the names that are left in it
    all. Errors as ExportFormat.contents."""
    out, names = adapted_and_names_left(transcript, adaptation, is_read=form.is_read)
    return _beginning(out, form), names


def _beginning(out: Transcript, form: ExportFormat) -> str:
    first = replace(out, turns=out.turns[:_TURNS])
    if isinstance(form.options, PrintedOptions):
        return page_preview(first, form.options)
    rendered = form.contents(first)
    try:
        text = rendered.decode("utf-8")
    except UnicodeDecodeError:
        return tr(
            "{format}, {size} KB for these turns. How it looks is up to the program that opens it.",
            format=form.label,
            size=max(1, len(rendered) // 1000),
        )
    rest = "\n…" if len(out.turns) > _TURNS or len(text) > _MOST_LETTERS else ""
    return text[:_MOST_LETTERS] + rest
