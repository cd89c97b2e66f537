"""In what a setting is chosen or typed: one widget for each type that a setting can have."""

import os
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from desktop_app.core.store.declaration import Declaration
from desktop_app.translation import tr
from desktop_app.ui.widgets.choice_box import ChoiceBox

_LINES_PX = 88
_INSET_PX = 8


class SettingField(Protocol):
    """A widget that holds a setting's value. edited: somebody has changed it."""

    edited: Signal

    def value(self) -> object:
        """What is chosen or typed, as one of the setting's type."""

    def field(self) -> QWidget:
        """What has the keyboard when something is chosen or typed."""


def field_for(setting: Declaration, value: object) -> "Field":
    """The field for a setting of this type, holding this value."""
    if setting.choices:
        return ChoiceField(setting, value)
    if setting.kind is bool:
        return CheckField(setting, value)
    if setting.kind is int:
        return NumberField(setting, value)
    return LinesField(setting, value) if setting.kind == tuple[str, ...] else LineField(setting, value)


class ChoiceField(ChoiceBox):
    """One of a few."""

    edited = Signal()

    def __init__(self, setting: Declaration, value: object) -> None:
        super().__init__()
        self._choices = setting.choices
        self.addItems([setting.about.choices.get(each, str(each)) for each in self._choices])
        self.setCurrentIndex(self._choices.index(value))
        self.currentIndexChanged.connect(self.edited)

    def value(self) -> object:
        """See SettingField."""
        return self._choices[self.currentIndex()]

    def field(self) -> QWidget:
        """See SettingField."""
        return self


class CheckField(QCheckBox):
    """Yes or no; it has its own label."""

    edited = Signal()

    def __init__(self, _setting: Declaration, value: object) -> None:
        super().__init__()
        self.setChecked(bool(value))
        self.toggled.connect(self.edited)

    def value(self) -> object:
        """See SettingField."""
        return self.isChecked()

    def field(self) -> QWidget:
        """See SettingField."""
        return self


class NumberField(QSpinBox):
    """A whole number within its bounds."""

    edited = Signal()

    def __init__(self, setting: Declaration, value: object) -> None:
        super().__init__()
        bounds = setting.about.bounds
        self.setRange(bounds[0], bounds[-1])
        self.setSingleStep(bounds.step)
        self.setValue(int(str(value)))
        self.lineEdit().setTextMargins(_INSET_PX, 0, 0, 0)
        self.valueChanged.connect(self.edited)

    def setAccessibleName(self, name: str) -> None:
        """The line within it has the same: that is where a reader is."""
        super().setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page that is scrolled."""
        event.ignore()

    def field(self) -> QWidget:
        """See SettingField."""
        return self


class LinesField(QPlainTextEdit):
    """Some texts, one per line; empty lines and what is there twice do not count."""

    edited = Signal()

    def __init__(self, setting: Declaration, value: object) -> None:
        super().__init__("\n".join(value) if isinstance(value, tuple) else "")
        self.setPlaceholderText(setting.about.example)
        self.setTabChangesFocus(True)
        self.setFixedHeight(_LINES_PX)
        self.textChanged.connect(self.edited)

    def value(self) -> object:
        """See SettingField."""
        lines = (line.strip() for line in self.toPlainText().splitlines())
        return tuple(dict.fromkeys(line for line in lines if line))

    def field(self) -> QWidget:
        """See SettingField."""
        return self


class LineField(QWidget):
    """A text: a path has a button that looks for it, a secret cannot be read, and what the environment has is its."""

    edited = Signal()

    def __init__(self, setting: Declaration, value: object) -> None:
        super().__init__()
        self._about = setting.about
        self.line = QLineEdit()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        self.line.setPlaceholderText(self._about.example)
        if self._about.secret:
            self.line.setEchoMode(QLineEdit.EchoMode.Password)
        if self._about.path is not None:
            row.addWidget(self._browse_button())
        self._given_outside = bool(self._about.variable and os.environ.get(self._about.variable))
        self._value = str(value)
        if self._given_outside:
            self.line.setPlaceholderText(tr("Taken from {variable}", variable=self._about.variable))
            self.line.setEnabled(False)
        else:
            self.line.setText(self._value)
        self.line.textEdited.connect(self.edited)
        self.setFocusProxy(self.line)

    def value(self) -> object:
        """See SettingField."""
        return self._value if self._given_outside else self.line.text().strip()

    def field(self) -> QWidget:
        """See SettingField."""
        return self.line

    def _browse_button(self) -> QPushButton:
        button = QPushButton(tr("Choose…"))
        button.setAutoDefault(False)
        button.setAccessibleName(tr("Choose: {setting}", setting=self._about.label))
        button.clicked.connect(self._browse)
        return button

    def _browse(self) -> None:
        asked = QFileDialog.getExistingDirectory if self._about.path == "folder" else _existing_file
        if path := asked(self.window(), self._about.label, self.line.text() or self.line.placeholderText()):
            self.line.setText(path)
            self.edited.emit()


def _existing_file(parent: QWidget, title: str, near: str) -> str:
    return QFileDialog.getOpenFileName(parent, title, near)[0]


Field = ChoiceField | CheckField | NumberField | LinesField | LineField
