"""Everything that the window can be told to do, as one list, and what of it a few typed words mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from desktop_app.core.editing.text_folding import folded
from desktop_app.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QAction

    from desktop_app.ui.frame.actions import Actions

_NATIVE = QKeySequence.SequenceFormat.NativeText


@dataclass(frozen=True, slots=True)
class Command:
    """An action as it is looked for. text: what it does, behind the name of the menu it stands in, if it needs that."""

    text: str
    action: QAction

    @property
    def key(self) -> str:
        """Its first key; '' without one."""
        return self.action.shortcut().toString(_NATIVE)

    @property
    def said(self) -> str:
        """What a screen reader is told."""
        state = tr("on", "a command") if self.action.isChecked() else ""
        absent = "" if self.action.isEnabled() else tr("not available now")
        return ", ".join(filter(None, (self.text, self.key, state, absent)))


def commands(actions: Actions, menu: QMenu) -> list[Command]:
    """All actions of the window, then what else is in its menu; not the one that leads here."""
    known = [action for action in actions.all() if action.text()]
    found = [Command(action.text(), action) for action in known if action is not actions.palette]
    return found + [command for command in _leaves(menu, "") if command.action not in known]


def _leaves(menu: QMenu, title: str) -> Iterator[Command]:
    for action in menu.actions():
        below: object = action.menu()
        if isinstance(below, QMenu):
            yield from _leaves(below, f"{action.text()}: ")
        elif action.text() and not action.isSeparator():
            yield Command(f"{title}{action.text()}", action)


def matching(found: Sequence[Command], typed: str) -> list[Command]:
    """Those that have all of the typed words, in any order, the best first: it begins with them as they are typed;
    each of them begins a word; each is somewhere. What can be done now comes before what cannot."""
    query = folded(typed).split()
    ranks = [(_rank(command, query), not command.action.isEnabled()) for command in found]
    places = sorted(range(len(found)), key=lambda place: (*ranks[place], place))
    return [found[place] for place in places if ranks[place][0] < _NOT_AT_ALL]


_NOT_AT_ALL = 4


def _rank(command: Command, query: Sequence[str]) -> int:
    if not query:
        return 0
    text = f"{folded(command.text)} {folded(command.key)}"
    begun = " " + text.replace('"', " ")
    if text.startswith(" ".join(query)):
        return 1
    if all(f" {word}" in begun for word in query):
        return 2
    return 3 if all(word in text for word in query) else _NOT_AT_ALL
