"""What can be chosen, as it was declared, in parts below each other: label, field, and a sentence where one helps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from desktop_app.core.store.declaration import Declaration
from desktop_app.core.store.setting_field import About
from desktop_app.ui.settings.mnemonics import with_mnemonics
from desktop_app.ui.settings.setting_fields import Field, LinesField, field_for
from desktop_app.ui.widgets.accessible_text import name_for_readers
from desktop_app.ui.widgets.toned_label import toned_label
from desktop_app.ui.widgets.wrapping_text import WrappingText

_BETWEEN_PARTS_PX = 8


@dataclass(frozen=True, slots=True)
class FormPart:
    """Choices under a heading."""

    heading: str
    declared: tuple[Declaration, ...]


class DeclaredForm(QWidget):
    """Made from the declarations alone. fields: by the choices' keys. edited: somebody has changed one."""

    edited = Signal()

    def __init__(self, parts: Sequence[FormPart], values: Mapping[str, object]) -> None:
        """values: by the choices' keys, all of them."""
        super().__init__()
        declared_all = [each for part in parts for each in part.declared]
        self.fields = {each.key: field_for(each, values[each.key]) for each in declared_all}
        for field in self.fields.values():
            field.setParent(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        labels = with_mnemonics([each.about.label for each in declared_all])
        self._labels = {each.key: label for each, label in zip(declared_all, labels, strict=True)}
        for part in parts:
            self._add_part(part)
            self._rest_idle(part)

    def values(self) -> dict[str, object]:
        """What is chosen, by the choices' keys."""
        return {key: field.value() for key, field in self.fields.items()}

    def _add_part(self, part: FormPart) -> None:
        if self._grid.rowCount() > 1:
            self._grid.setRowMinimumHeight(self._grid.rowCount(), _BETWEEN_PARTS_PX)
        if part.heading:
            self._grid.addWidget(toned_label(part.heading, "heading"), self._grid.rowCount(), 0, 1, 2)
        for each in part.declared:
            field = self.fields[each.key]
            if isinstance(field, QCheckBox):
                self._add_check(field, self._labels[each.key], each.about)
            else:
                self._add_labelled(field, self._labels[each.key], each.about, part.heading)
            field.edited.connect(self.edited)
            field.edited.connect(lambda: self._rest_idle(part))

    def _add_check(self, field: QCheckBox, text: str, about: About) -> None:
        row = self._grid.rowCount()
        field.setText(text)
        self._grid.addWidget(field, row, 0, 1, 2)
        if about.help:
            self._grid.addWidget(WrappingText(about.help, "muted"), row + 1, 0, 1, 2)

    def _add_labelled(self, field: Field, text: str, about: About, heading: str) -> None:
        row = self._grid.rowCount()
        # Before the label, which Qt would take for the name.
        name_for_readers(field.field(), f"{heading}: {about.label}" if heading else about.label)
        label = QLabel(text)
        label.setProperty("tone", "plain")
        label.setBuddy(field.field())
        top = Qt.AlignmentFlag.AlignTop if isinstance(field, LinesField) else Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(label, row, 0, top)
        self._grid.addWidget(field, row, 1)
        if about.help:
            self._grid.addWidget(WrappingText(about.help, "muted"), row + 1, 1)

    def _rest_idle(self, part: FormPart) -> None:
        """Let nobody choose what says nothing beside the other choices."""
        chosen = {str(self.fields[each.key].value()) for each in part.declared if isinstance(each.usual, str)}
        for each in part.declared:
            if each.about.idle_with:
                self.fields[each.key].setEnabled(chosen.isdisjoint(each.about.idle_with))
