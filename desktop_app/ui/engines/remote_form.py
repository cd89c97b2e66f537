"""The remote diarizer in the settings: where it is, what it asks for, and whether it may be sent anything."""

import os

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QWidget

from desktop_app.core.store.settings import RemoteSettings
from desktop_app.core.store.settings_file import TOKEN_VARIABLE
from desktop_app.ui.widgets.wrapping_text import WrappingText

_SENT = (
    "It is then sent the sound of what people say, in pieces of some seconds, to tell the speakers apart: no name of "
    "a recording and no text."
)


class RemoteForm(QWidget):
    """Address, token and leave."""

    edited = Signal()

    def __init__(self, remote: RemoteSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remote = remote
        self.url = QLineEdit(remote.url)
        self.url.setAccessibleName("Address of the remote diarizer")
        self.url.setPlaceholderText("https://diarizer.example:8080")
        self.token = QLineEdit()
        self.token.setAccessibleName("Token of the remote diarizer")
        self.token.setEchoMode(QLineEdit.EchoMode.Password)
        self.is_given_outside = bool(os.environ.get(TOKEN_VARIABLE))
        if self.is_given_outside:
            self.token.setPlaceholderText(f"Taken from {TOKEN_VARIABLE}")
            self.token.setEnabled(False)
        else:
            self.token.setText(remote.token)
            self.token.setPlaceholderText("None")
        self.allowed = QCheckBox("&Let it be sent voices")
        self.allowed.setChecked(remote.allowed)
        for field in (self.url, self.token):
            field.textEdited.connect(self.edited)
        self.allowed.toggled.connect(self.edited)
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (text, field) in enumerate((("&Address", self.url), ("T&oken", self.token))):
            label = QLabel(text)
            label.setProperty("tone", "plain")
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(self.allowed, 2, 0, 1, 2)
        grid.addWidget(WrappingText(_SENT, "muted"), 3, 0, 1, 2)

    def remote(self) -> RemoteSettings:
        """What is given, as the engines would take it."""
        token = self._remote.token if self.is_given_outside else self.token.text().strip()
        return RemoteSettings(self.url.text().strip(), self.allowed.isChecked(), token, self._remote.ca_file)

    def values(self) -> dict[str, object]:
        """What is given, by the settings' keys; without a token from outside, which is not the file's."""
        remote = self.remote()
        given: dict[str, object] = {"remote.url": remote.url, "remote.allowed": remote.allowed}
        return given if self.is_given_outside else {**given, "remote.token": remote.token}
