"""Buttons and fields name the keys that do the same, as they are now."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.frame.key_bindings import KeyBindings


class KeyTips:
    """Adds the key of an action to what a widget says when it is pointed at."""

    def __init__(self, bindings: KeyBindings) -> None:
        self._bindings = bindings
        self._sentences: list[tuple[QWidget, str, str]] = []
        bindings.changed.connect(self._tell)

    def add(self, widgets: Iterable[tuple[QWidget, str]]) -> None:
        """From now on name the keys of these: each with the name of its action."""
        self._sentences += [(widget, widget.toolTip(), name) for widget, name in widgets]
        self._tell()

    def _tell(self) -> None:
        for widget, sentence, name in self._sentences:
            key = self._bindings.text(name)
            widget.setToolTip(f"{sentence} ({key})" if key else sentence)
