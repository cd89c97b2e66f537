"""What can be chosen about an export: the options of the format in view, and what of the transcript goes out."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.export.adaptation.adaptation import Adaptation
from desktop_app.core.export.export_format import ExportFormat
from desktop_app.translation import tr
from desktop_app.ui.export.pseudonym_row import PseudonymRow
from desktop_app.ui.settings.declared_form import DeclaredForm, FormPart
from desktop_app.ui.settings.setting_fields import LinesField
from desktop_app.ui.widgets.choice_box import ChoiceBox

_OF_ALL = "export"
_BOX_LETTERS = 12


class ExportChoices(QWidget):
    """Options of every format, one format's in view; below them those of all (`of_all`). edited: one has changed."""

    edited = Signal()

    def __init__(self, formats: Sequence[ExportFormat], pseudonyms: PseudonymRow) -> None:
        super().__init__()
        self.pseudonyms = pseudonyms
        pseudonyms.read.connect(self.take_pseudonyms)
        pseudonyms.wanted.connect(lambda path: pseudonyms.keep_in(path, self.adaptation().pseudonyms))
        self._formats = {each.extension: each for each in formats}
        self._own = QVBoxLayout()
        self._forms: dict[str, DeclaredForm] = {}
        self._below = QVBoxLayout()
        self.of_all: DeclaredForm | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._own)
        column.addLayout(self._below)
        column.addWidget(self.pseudonyms)
        column.addStretch(1)

    def take(self, chosen: Iterable[ExportFormat], adaptation: Adaptation) -> None:
        """Show these options, and the usual ones of all other formats."""
        taken = {each.extension: each for each in chosen}
        for form in self._forms.values():
            self._own.removeWidget(form)
            form.hide()
            form.deleteLater()
        self._forms = {ending: self._form_of(taken.get(ending, each)) for ending, each in self._formats.items()}
        if self.of_all is not None:
            self._below.removeWidget(self.of_all)
            self.of_all.hide()
            self.of_all.deleteLater()
        declared = Adaptation.declarations()
        values = {f"{_OF_ALL}.{name}": value for name, value in asdict(adaptation).items()}
        self.of_all = DeclaredForm([FormPart(tr("What goes out"), declared)], values)
        _make_narrow(self.of_all)
        self.of_all.edited.connect(self.edited)
        self._below.addWidget(self.of_all)

    def look_at(self, extension: str) -> None:
        """Have the options of this format in view."""
        for each, form in self._forms.items():
            form.setVisible(each == extension and bool(form.fields))

    def format_of(self, extension: str) -> ExportFormat:
        """A format with the options that are chosen."""
        values = self._forms[extension].values()
        return self._formats[extension].with_options({key.rpartition(".")[2]: value for key, value in values.items()})

    def adaptation(self) -> Adaptation:
        """What of the transcript goes out."""
        typed = self.of_all.values() if self.of_all is not None else {}
        values = {key.rpartition(".")[2]: value for key, value in typed.items()}
        return Adaptation().with_values(values)

    def take_pseudonyms(self, lines: tuple[str, ...]) -> None:
        """Have this table, as it is typed."""
        field = self.of_all.fields[f"{_OF_ALL}.pseudonyms"] if self.of_all is not None else None
        if isinstance(field, LinesField):
            field.setPlainText("\n".join(lines))

    def _form_of(self, form: ExportFormat) -> DeclaredForm:
        declared = form.declarations()
        values = {each.key: getattr(form.options, each.name) for each in declared}
        made = DeclaredForm([FormPart(form.label if declared else "", declared)], values)
        made.edited.connect(self.edited)
        made.hide()
        _make_narrow(made)
        self._own.addWidget(made)
        return made


def _make_narrow(form: DeclaredForm) -> None:
    """Beside the list of formats there is little room."""
    for box in form.findChildren(ChoiceBox):
        box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_BOX_LETTERS)
