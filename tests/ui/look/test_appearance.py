"""Light, dark, or what the system says."""

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.look.appearance import Appearance, Choice
from desktop_app.ui.look.theme import DARK, LIGHT, current_theme


def test_a_choice_dresses_the_application(appearance: Appearance) -> None:
    appearance.choose(Choice.DARK)
    assert current_theme() is DARK
    appearance.choose(Choice.LIGHT)
    assert current_theme() is LIGHT


def test_a_choice_is_remembered(qapp: QApplication, appearance: Appearance, settings: QSettings) -> None:
    appearance.choose(Choice.DARK)
    assert Appearance(qapp, settings).choice is Choice.DARK


def test_a_setting_nobody_knows_means_the_system(
    qapp: QApplication, appearance: Appearance, settings: QSettings
) -> None:
    settings.setValue("window/theme", "sepia")
    assert Appearance(qapp, settings).choice is Choice.SYSTEM


def test_the_system_is_followed_while_it_is_the_choice(qapp: QApplication, appearance: Appearance) -> None:
    system = qapp.styleHints().colorSchemeChanged
    system.emit(Qt.ColorScheme.Dark)
    assert current_theme() is DARK
    appearance.choose(Choice.LIGHT)
    system.emit(Qt.ColorScheme.Dark)
    assert current_theme() is LIGHT


def test_the_menu_chooses_the_theme(window: MainWindow, appearance: Appearance) -> None:
    themes = next(action.menu() for action in window.bar.view.actions() if action.text() == "Theme")
    next(action for action in themes.actions() if action.text() == "Dark").trigger()
    assert appearance.choice is Choice.DARK
    assert current_theme() is DARK
