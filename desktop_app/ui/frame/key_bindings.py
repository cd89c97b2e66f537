"""Which keys the window's actions have: those of the user, or the first ones."""

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtGui import QKeySequence

from desktop_app.translation import tr
from desktop_app.ui.frame.actions import FIRST_KEYS, Actions

_BETWEEN = " | "
_PORTABLE, _NATIVE = QKeySequence.SequenceFormat.PortableText, QKeySequence.SequenceFormat.NativeText
_WITH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_OF_TEXTS = {
    "Ctrl+C": tr("{key} copies in every text."),
    "Ctrl+X": tr("{key} cuts in every text."),
    "Ctrl+V": tr("{key} pastes in every text."),
    "Ctrl+A": tr("{key} selects everything in every text."),
}


class KeyBindings(QObject):
    """Every action has as many keys as it had at first; one of them may be none. Only what is another than at first is
    remembered."""

    changed = Signal()

    def __init__(self, actions: Actions, settings: QSettings) -> None:
        super().__init__()
        self._actions = actions.with_keys()
        self._settings = settings
        self._keys = {name: self._remembered(name) for name in self._actions}
        self._held: QKeySequence | None = None
        self._apply()

    def keys(self, name: str) -> tuple[QKeySequence, ...]:
        """An action's keys."""
        return self._keys[name]

    def text(self, name: str) -> str:
        """An action's first key, as it stands on the keyboard; '' without one."""
        return next((key.toString(_NATIVE) for key in self._keys[name] if not key.isEmpty()), "")

    def obstacle(self, name: str, place: int, key: QKeySequence) -> str:
        """Why this cannot be an action's key, in a sentence; '' where it can."""
        said = key.toString(_NATIVE)
        if _is_typed(key):
            return tr("{key} is needed for typing and moving: take Ctrl or Alt with it, or a function key.", key=said)
        if (does := _OF_TEXTS.get(key.toString(_PORTABLE))) is not None:
            return does.format(key=said)
        for other, keys in self._keys.items():
            for number, taken in enumerate(keys):
                if taken == key and not key.isEmpty() and (other, number) != (name, place):
                    return tr("{key} is the key of “{action}”.", key=said, action=self._actions[other].text())
        return ""

    def bind(self, name: str, place: int, key: QKeySequence) -> None:
        """Give an action another key."""
        keys = list(self._keys[name])
        keys[place] = key
        self._keys[name] = tuple(keys)
        self._remember(name)
        self._apply()

    def reset(self) -> None:
        """Give every action its first keys again."""
        for name in self._actions:
            self._settings.remove(_setting(name))
            self._keys[name] = _first(name)
        self._apply()

    def hold(self, key: QKeySequence | None) -> None:
        """This key is no shortcut, as another looks at how long it is held; None: there is no such key."""
        if key != self._held:
            self._held = key
            self._apply()

    def _apply(self) -> None:
        for name, action in self._actions.items():
            action.setShortcuts([key for key in self._keys[name] if not key.isEmpty() and key != self._held])
        self.changed.emit()

    def _remembered(self, name: str) -> tuple[QKeySequence, ...]:
        kept = self._settings.value(_setting(name))
        first = _first(name)
        if not isinstance(kept, str):
            return first
        keys = tuple(QKeySequence.fromString(key, _PORTABLE) for key in kept.split(_BETWEEN))
        return (*keys, *[QKeySequence()] * len(first))[: len(first)]

    def _remember(self, name: str) -> None:
        if self._keys[name] == _first(name):
            self._settings.remove(_setting(name))
        else:
            kept = _BETWEEN.join(key.toString(_PORTABLE) for key in self._keys[name])
            self._settings.setValue(_setting(name), kept)


def _setting(name: str) -> str:
    return f"keys/{name}"


def _first(name: str) -> tuple[QKeySequence, ...]:
    return tuple(QKeySequence(key) for key in FIRST_KEYS[name])


def _is_typed(key: QKeySequence) -> bool:
    """Whether texts, fields and buttons need it: letters, Enter, Tab, arrows and their like."""
    if key.isEmpty():
        return False
    pressed = key[0]  # type: ignore[index]
    return not pressed.keyboardModifiers() & _WITH and pressed.key() < Qt.Key.Key_F1
