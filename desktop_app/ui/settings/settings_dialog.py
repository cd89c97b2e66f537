"""The settings: shown, checked and saved."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_app.core.embedding.remote_address import address_of, checked_url
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.project.places import projects_folder
from desktop_app.core.store.errors import SettingsError
from desktop_app.core.store.setting_declarations import setting_value
from desktop_app.core.store.settings import EmbeddingSource, RemoteSettings, Settings
from desktop_app.core.store.settings_file import change_settings, load_settings
from desktop_app.core.store.settings_path import settings_file
from desktop_app.translation import tr
from desktop_app.ui.settings.settings_form import SettingsForm
from desktop_app.ui.widgets.scrolled import FittingDialog, Scrolled, button_row
from desktop_app.ui.widgets.wrapping_text import WrappingText
from desktop_app.ui.words.wording import sentence

_WIDTH_PX = 560
_FOLDER = "library.folder"
_WATCHED = "queue.watch"


class SettingsDialog(FittingDialog):
    """Changes the user's settings file; stays open, with the reason, where that cannot be."""

    saved = Signal(object)
    """The keys of what was changed: frozenset[str]."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.error = WrappingText("", "bad", self)
        self._settings = self._load()
        self.form = SettingsForm(self._settings, {_FOLDER: str(projects_folder(Settings()))})
        self.form.edited.connect(self._forget_error)
        self.save = QPushButton(tr("Save"))
        self.save.setProperty("role", "primary")
        self.save.setDefault(True)
        self.save.setEnabled(not self.error.text())
        self.save.clicked.connect(self._save)
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(Scrolled(self.form, _WIDTH_PX), 1)
        column.addWidget(WrappingText(tr("Kept in {file}", file=settings_file()), "small"))
        column.addWidget(self.error)
        column.addLayout(button_row(self.cancel, self.save))

    def _load(self) -> Settings:
        """The settings as they are; the usual ones, with the reason told, where they cannot be read."""
        try:
            settings = load_settings()
        except SettingsError as error:
            self._show_error(tr("The settings cannot be used: {error}. Mend that file, or delete it.", error=error))
            return Settings()
        self._show_error("")
        return settings

    def _save(self) -> None:
        changes = {
            key: value for key, value in self.form.values().items() if value != setting_value(self._settings, key)
        }
        try:
            self._check(changes)
            if changes:
                change_settings(changes)
        except ModelUnavailable as failure:
            self._show_error(f"{sentence(f'{failure.model}: {failure.reason}')} {failure.hint}")
        except SettingsError as error:
            self._show_error(tr("{reason} Nothing is changed.", reason=sentence(str(error))))
        else:
            if changes:
                self.saved.emit(frozenset(changes))
            self.accept()

    def _check(self, changes: dict[str, object]) -> None:
        """What could not work is refused before it is saved: ModelUnavailable or SettingsError."""
        given = self.form.values()
        names = {key.removeprefix("remote."): value for key, value in given.items() if key.startswith("remote.")}
        remote = RemoteSettings(**names)  # type: ignore[arg-type]  # each value is of its field's type
        if given["embedding.source"] == EmbeddingSource.REMOTE or remote.allowed:
            address_of(remote)
        elif remote.url and "remote.url" in changes:
            checked_url(remote.url)
        if (folder := str(changes.get(_FOLDER, ""))) and not Path(folder).is_absolute():
            raise SettingsError(
                tr("the folder of new projects must be a whole path, and {folder} is none", folder=folder)
            )

        if (watched := str(changes.get(_WATCHED, ""))) and not Path(watched).is_absolute():
            raise SettingsError(tr("the watched folder must be a whole path, and {folder} is none", folder=watched))

    def _forget_error(self) -> None:
        """What was refused is being corrected; settings that cannot be read are not."""
        if self.save.isEnabled():
            self._show_error("")

    def _show_error(self, text: str) -> None:
        self.error.set_text(text)
        self.error.setVisible(bool(text))
