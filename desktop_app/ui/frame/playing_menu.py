"""What of playing is in the menu: its keys, how far it goes back after a pause, whether a key is held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtGui import QAction, QActionGroup

from desktop_app.translation import plural, tr
from desktop_app.ui.player.player_memory import STEPS_BACK_MS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from desktop_app.ui.frame.actions import Actions
    from desktop_app.ui.frame.hold_to_play import HoldToPlay
    from desktop_app.ui.frame.key_bindings import KeyBindings
    from desktop_app.ui.player.player_views import PlayerViews


class PlayingMenu:
    """Fills a menu of its own."""

    def __init__(self, menu: QMenu, actions: Actions, views: PlayerViews, hold: HoldToPlay, keys: KeyBindings) -> None:
        self._views = views
        self._keys = keys
        for action in (actions.play, actions.back, actions.forward, actions.previous_turn, actions.next_turn):
            menu.addAction(action)
        menu.addSeparator()
        for action in (actions.loop, actions.follow, actions.slower, actions.faster, actions.other_speed):
            menu.addAction(action)
        menu.addSeparator()
        self._add_steps(menu.addMenu(tr("Go back after a pause")))
        self._hold = QAction(menu, checkable=True)
        self._hold.setToolTip(tr("It plays while the key is down: for foot pedals"))
        self._hold.toggled.connect(lambda wanted: self._choose_hold(hold, wanted))
        menu.addAction(self._hold)
        menu.setToolTipsVisible(True)
        keys.changed.connect(self._name_key)
        self._name_key()
        self._hold.setChecked(views.memory.hold)

    def _add_steps(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for step_ms in STEPS_BACK_MS:
            action = QAction(_label(step_ms), group, checkable=True, checked=step_ms == self._views.memory.step_back_ms)
            action.triggered.connect(lambda _=False, step_ms=step_ms: self._views.set_step_back(step_ms))
            menu.addAction(action)

    def _choose_hold(self, hold: HoldToPlay, wanted: bool) -> None:
        self._views.memory.hold = wanted
        hold.want(wanted)

    def _name_key(self) -> None:
        key = self._keys.text("play")
        self._hold.setText(tr("Hold {key} to play", key=key) if key else tr("Hold the key to play"))
        self._hold.setEnabled(bool(key))


def _label(step_ms: int) -> str:
    if not step_ms:
        return tr("Not at all")
    if step_ms % 1000:
        return tr("{seconds} seconds", seconds=QLocale().toString(step_ms / 1000, "g", 3))
    return plural("{n} seconds", "{n} second", step_ms // 1000)
