"""The window's menu: what is in it, in its order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from desktop_app.translation import tr
from desktop_app.ui.library.keep_voices import KeepVoices

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

    from desktop_app.ui.frame.main_window import MainWindow


def fill_main_menu(window: MainWindow, settings: QSettings) -> None:
    """Put everything into the menu, around how the window looks, which is there already; parts that have a menu of
    their own connect the keys in it."""
    _fill_above_view(window)
    _fill_view(window)
    _fill_below_view(window, settings)
    window.menu.setToolTipsVisible(True)


def _fill_above_view(window: MainWindow) -> None:
    menu, actions, view = window.menu, window.actions_, window.bar.view.menuAction()
    recordings = QMenu(tr("Recordings", "a menu"), menu)
    opening = (actions.open_folder, actions.open_meeting, actions.open_archive)
    recordings.addActions([*opening, actions.queue, actions.remove])
    correcting = QMenu(tr("Correct", "a menu"), menu)
    window.editing.wire_keys(actions, correcting)
    playing = QMenu(tr("Playing"), menu)
    window.playing.wire_keys(actions, window.keys, playing)
    menu.insertMenu(view, recordings)
    menu.insertActions(view, [actions.export, actions.statistics, actions.undo, actions.redo, actions.rename])
    menu.insertMenu(view, correcting)
    menu.insertMenu(view, playing)
    menu.insertSeparator(view)


def _fill_view(window: MainWindow) -> None:
    actions, view = window.actions_, window.bar.view
    window.reading.wire_keys(actions)
    window.viewing.wire_keys(actions, window.reading, view)
    view.addSeparator()
    view.addActions([actions.library, actions.speakers])


def _fill_below_view(window: MainWindow, settings: QSettings) -> None:
    menu, actions = window.menu, window.actions_
    window.live_views.add_to(
        menu, record=actions.record, pause=actions.pause, captions=actions.captions, play=actions.play
    )
    _fill_voices(menu.addMenu(tr("Voices")), window, settings)
    menu.addSeparator()
    _fill_engines(menu.addMenu(tr("Engines and models")), window)
    menu.addAction(actions.settings)
    _fill_help(menu.addMenu(tr("Help")), window)
    menu.addAction(actions.quit)


def _fill_voices(menu: QMenu, window: MainWindow, settings: QSettings) -> None:
    menu.addAction(KeepVoices(window.session, settings, menu))
    window.recognising.add_to(menu)
    menu.setToolTipsVisible(True)


def _fill_engines(menu: QMenu, window: MainWindow) -> None:
    menu.addAction(tr("Engines…"), window.engine_views.show_page)
    menu.addAction(tr("Models…"), window.engine_views.show_models)


def _fill_help(menu: QMenu, window: MainWindow) -> None:
    menu.addAction(window.actions_.palette)
    menu.addAction(tr("First steps"), window.tour.begin)
    menu.addAction(tr("Keyboard shortcuts"), window.pages.show_shortcuts)
    menu.addAction(tr("Copy diagnostics"), window.engine_views.copy_diagnostics)
    menu.addAction(tr("About Diarist"), window.pages.show_about)
