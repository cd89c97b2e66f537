"""What can be chosen about an export: the options of the format in view, and what of the transcript goes out."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.core.export.adaptation.adaptation import Adaptation
from desktop_app.core.export.export_format import ExportFormat
from desktop_app.core.store.declaration import declared_in
from desktop_app.translation import tr
from desktop_app.ui.settings.declared_form import DeclaredForm, FormPart

_OF_ALL = "export"


class ExportChoices(QWidget):
    """The options of every format, one format's in view; below them those of all. edited: somebody has changed one."""

    edited = Signal()

    def __init__(self, formats: Sequence[ExportFormat]) -> None:
        super().__init__()
        self._formats = {each.extension: each for each in formats}
        self._own = QStackedWidget()
        self._forms: dict[str, DeclaredForm] = {}
        self._of_all = QVBoxLayout()
        self._adaptation: DeclaredForm | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._own)
        column.addLayout(self._of_all)
        column.addStretch(1)

    def take(self, chosen: Iterable[ExportFormat], adaptation: Adaptation) -> None:
        """Show these options, and the usual ones of all other formats."""
        taken = {each.extension: each for each in chosen}
        for form in self._forms.values():
            self._own.removeWidget(form)
            form.deleteLater()
        self._forms = {ending: self._form_of(taken.get(ending, each)) for ending, each in self._formats.items()}
        if self._adaptation is not None:
            self._of_all.removeWidget(self._adaptation)
            self._adaptation.hide()
            self._adaptation.deleteLater()
        declared = declared_in(Adaptation(), _OF_ALL)
        values = {f"{_OF_ALL}.{name}": value for name, value in asdict(adaptation).items()}
        self._adaptation = DeclaredForm([FormPart(tr("What goes out"), declared)], values)
        self._adaptation.edited.connect(self.edited)
        self._of_all.addWidget(self._adaptation)

    def look_at(self, extension: str) -> None:
        """Have the options of this format in view."""
        form = self._forms[extension]
        self._own.setCurrentWidget(form)
        for each in self._forms.values():
            each.setVisible(each is form)

    def format_of(self, extension: str) -> ExportFormat:
        """A format with the options that are chosen."""
        values = self._forms[extension].values()
        return self._formats[extension].with_options({key.rpartition(".")[2]: value for key, value in values.items()})

    def adaptation(self) -> Adaptation:
        """What of the transcript goes out."""
        typed = self._adaptation.values() if self._adaptation is not None else {}
        values = {key.rpartition(".")[2]: value for key, value in typed.items()}
        return replace(Adaptation(), **values)  # type: ignore[arg-type]  # each value is of its field's type

    def _form_of(self, form: ExportFormat) -> DeclaredForm:
        declared = form.declarations()
        values = {each.key: getattr(form.options, each.name) for each in declared}
        heading = tr("Options of {format}", format=form.label) if declared else ""
        made = DeclaredForm([FormPart(heading, declared)], values)
        made.edited.connect(self.edited)
        self._own.addWidget(made)
        return made
