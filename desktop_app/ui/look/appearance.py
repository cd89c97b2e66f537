"""Light or dark: the user's choice, or what the system says."""

from enum import StrEnum

from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtWidgets import QApplication

from desktop_app.translation import tr
from desktop_app.ui.look.stylesheet import stylesheet
from desktop_app.ui.look.theme import BODY_PX, DARK, LIGHT, Theme, font, palette

_KEY = "window/theme"


class Choice(StrEnum):
    """What the user can choose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"

    @property
    def label(self) -> str:
        """What the menu calls it."""
        return _LABELS[self]


_LABELS = {
    Choice.SYSTEM: tr("System"),
    Choice.LIGHT: tr("Light"),
    Choice.DARK: tr("Dark"),
}


class Appearance(QObject):
    """Dresses the application, and again whenever the choice or the system's scheme changes."""

    def __init__(self, app: QApplication, settings: QSettings) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self.choice = _remembered(settings)
        app.setStyle("Fusion")
        app.setFont(font(BODY_PX))
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._apply()

    def choose(self, choice: Choice) -> None:
        """Take this choice and remember it."""
        self.choice = choice
        self._settings.setValue(_KEY, choice.value)
        self._apply()

    def _follow_system(self, scheme: Qt.ColorScheme) -> None:
        if self.choice is Choice.SYSTEM:
            self._dress(_theme(scheme))

    def _apply(self) -> None:
        # Tells the platform too, which draws the window's frame and the native dialogs.
        self._app.styleHints().setColorScheme(_SCHEMES[self.choice])
        scheme = self._app.styleHints().colorScheme() if self.choice is Choice.SYSTEM else _SCHEMES[self.choice]
        self._dress(_theme(scheme))

    def _dress(self, theme: Theme) -> None:
        self._app.setPalette(palette(theme))
        self._app.setStyleSheet(stylesheet(theme))


_SCHEMES = {
    Choice.SYSTEM: Qt.ColorScheme.Unknown,
    Choice.LIGHT: Qt.ColorScheme.Light,
    Choice.DARK: Qt.ColorScheme.Dark,
}


def _theme(scheme: Qt.ColorScheme) -> Theme:
    return DARK if scheme is Qt.ColorScheme.Dark else LIGHT


def _remembered(settings: QSettings) -> Choice:
    value = str(settings.value(_KEY, Choice.SYSTEM.value))
    return Choice(value) if value in {choice.value for choice in Choice} else Choice.SYSTEM
