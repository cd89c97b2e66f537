"""The engine settings: which engines, where, and whether another computer may help."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.core.embedding.remote_address import address_of, checked_url
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.store.errors import SettingsError
from desktop_app.core.store.settings import EmbeddingSource, Settings
from desktop_app.core.store.settings_file import change_settings, load_settings, setting_value, settings_file
from desktop_app.ui.engines.engine_choices import EngineChoices
from desktop_app.ui.engines.engine_words import sentence
from desktop_app.ui.engines.remote_form import RemoteForm
from desktop_app.ui.widgets.scrolled import FittingDialog, Scrolled, button_row
from desktop_app.ui.widgets.toned_label import toned_label
from desktop_app.ui.widgets.wrapping_text import WrappingText

_WIDTH_PX = 512
_VOCABULARY_PX = 88


class EngineSettingsDialog(FittingDialog):
    """Changes the user's settings file; stays open, with the reason, where that cannot be."""

    saved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Engine settings")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.error = WrappingText("", "bad", self)
        self._settings = self._load()
        self.choices = EngineChoices(self._settings)
        self.vocabulary = QPlainTextEdit("\n".join(self._settings.asr.vocabulary))
        self.vocabulary.setAccessibleName("Vocabulary, one name or term per line")
        self.vocabulary.setPlaceholderText("Kragsand\nGesa Brodersen")
        self.vocabulary.setTabChangesFocus(True)
        self.vocabulary.setFixedHeight(_VOCABULARY_PX)
        self.remote = RemoteForm(self._settings.remote)
        self.remote.edited.connect(self._forget_error)
        self.save = QPushButton("Save")
        self.save.setProperty("role", "primary")
        self.save.setDefault(True)
        self.save.setEnabled(not self.error.text())
        self.save.clicked.connect(self._save)
        self.cancel = QPushButton("Cancel")
        self.cancel.clicked.connect(self.reject)
        self._lay_out()

    def _load(self) -> Settings:
        """The settings as they are; the usual ones, with the reason told, where they cannot be read."""
        try:
            settings = load_settings()
        except SettingsError as error:
            self._show_error(f"The settings cannot be used: {error}. Mend that file, or delete it.")
            return Settings()
        self._show_error("")
        return settings

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(Scrolled(self._body(), _WIDTH_PX), 1)
        column.addWidget(self.error)
        column.addLayout(button_row(self.cancel, self.save))

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(toned_label("Engines", "heading"))
        column.addWidget(self.choices)
        column.addSpacing(12)
        vocabulary = QLabel("&Vocabulary")
        vocabulary.setProperty("tone", "heading")
        vocabulary.setBuddy(self.vocabulary)
        column.addWidget(vocabulary)
        column.addWidget(self.vocabulary)
        column.addWidget(toned_label("Names and terms, one per line. Parakeet prefers them.", "muted"))
        column.addSpacing(12)
        column.addWidget(toned_label("Remote diarizer", "heading"))
        column.addWidget(self.remote)
        column.addSpacing(12)
        column.addStretch(1)
        column.addWidget(WrappingText(f"Kept in {settings_file()}", "small"))
        return body

    def values(self) -> dict[str, object]:
        """Everything that is given, by the settings' keys."""
        lines = (line.strip() for line in self.vocabulary.toPlainText().splitlines())
        vocabulary = tuple(dict.fromkeys(line for line in lines if line))
        return {**self.choices.values(), "asr.vocabulary": vocabulary, **self.remote.values()}

    def _save(self) -> None:
        given = self.values()
        changes = {key: value for key, value in given.items() if value != setting_value(self._settings, key)}
        remote = self.remote.remote()
        try:
            if given["embedding.source"] == EmbeddingSource.REMOTE or remote.allowed:
                address_of(remote)
            elif remote.url and "remote.url" in changes:
                checked_url(remote.url)
            if changes:
                change_settings(changes)
        except ModelUnavailable as failure:
            self._show_error(f"{sentence(f'{failure.model}: {failure.reason}')} {failure.hint}")
        except SettingsError as error:
            self._show_error(f"{sentence(str(error))} Nothing is changed.")
        else:
            if changes:
                self.saved.emit()
            self.accept()

    def _forget_error(self) -> None:
        """What was refused is being corrected; settings that cannot be read are not."""
        if self.save.isEnabled():
            self._show_error("")

    def _show_error(self, text: str) -> None:
        self.error.set_text(text)
        self.error.setVisible(bool(text))
