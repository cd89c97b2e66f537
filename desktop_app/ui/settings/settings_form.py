"""All settings below each other, by their parts: label, field, and a sentence where one helps."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from desktop_app.core.store.declaration import Declaration
from desktop_app.core.store.setting_declarations import about_part, parts, setting_value
from desktop_app.core.store.setting_field import About
from desktop_app.core.store.settings import Settings
from desktop_app.ui.settings.mnemonics import with_mnemonics
from desktop_app.ui.settings.setting_fields import ChoiceField, LineField, LinesField, field_for
from desktop_app.ui.widgets.accessible_text import name_for_readers
from desktop_app.ui.widgets.toned_label import toned_label
from desktop_app.ui.widgets.wrapping_text import WrappingText

_BETWEEN_PARTS_PX = 8


class SettingsForm(QWidget):
    """Made from the declarations alone. fields: by the settings' keys."""

    edited = Signal()

    def __init__(self, settings: Settings, examples: Mapping[str, str]) -> None:
        super().__init__()
        self._settings = settings
        self.fields = {
            each.key: field_for(each, setting_value(settings, each.key)) for part in parts().values() for each in part
        }
        for field in self.fields.values():
            field.setParent(self)
        for key, example in examples.items():
            self.fields[key].field().setPlaceholderText(example)  # type: ignore[attr-defined]  # it is a line
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        declared_all = [each for declared in parts().values() for each in declared]
        labels = with_mnemonics([each.about.label for each in declared_all])
        self._labels = {each.key: label for each, label in zip(declared_all, labels, strict=True)}
        for part, declared in parts().items():
            self._add_part(part, declared)
        for part in parts():
            self._rest_idle(part)

    def values(self) -> dict[str, object]:
        """What is chosen, by the settings' keys."""
        return {key: field.value() for key, field in self.fields.items()}

    def _add_part(self, part: str, declared: tuple[Declaration, ...]) -> None:
        if self._grid.rowCount() > 1:
            self._grid.setRowMinimumHeight(self._grid.rowCount(), _BETWEEN_PARTS_PX)
        self._grid.addWidget(toned_label(about_part(part).label, "heading"), self._grid.rowCount(), 0, 1, 2)
        for each in declared:
            field = self.fields[each.key]
            if isinstance(field, QCheckBox):
                self._add_check(field, self._labels[each.key], each.about)
            else:
                self._add_labelled(field, self._labels[each.key], each.about, about_part(part).label)
            field.edited.connect(self.edited)
            field.edited.connect(lambda: self._rest_idle(part))

    def _add_check(self, field: QCheckBox, text: str, about: About) -> None:
        row = self._grid.rowCount()
        field.setText(text)
        self._grid.addWidget(field, row, 0, 1, 2)
        if about.help:
            self._grid.addWidget(WrappingText(about.help, "muted"), row + 1, 0, 1, 2)

    def _add_labelled(self, field: ChoiceField | LinesField | LineField, text: str, about: About, part: str) -> None:
        row = self._grid.rowCount()
        # Before the label, which Qt would take for the name.
        name_for_readers(field.field(), f"{part}: {about.label}")
        label = QLabel(text)
        label.setProperty("tone", "plain")
        label.setBuddy(field.field())
        top = Qt.AlignmentFlag.AlignTop if isinstance(field, LinesField) else Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(label, row, 0, top)
        self._grid.addWidget(field, row, 1)
        if about.help:
            self._grid.addWidget(WrappingText(about.help, "muted"), row + 1, 1)

    def _rest_idle(self, part: str) -> None:
        """Let nobody choose what says nothing beside the other choices."""
        declared = parts()[part]
        chosen = {str(self.fields[each.key].value()) for each in declared if isinstance(each.usual, str)}
        for each in declared:
            if each.about.idle_with:
                self.fields[each.key].setEnabled(chosen.isdisjoint(each.about.idle_with))
