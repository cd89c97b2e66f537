"""The window's actions and the keys that they have at first."""

from dataclasses import dataclass, fields
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop_app.translation import tr


@dataclass(frozen=True, slots=True)
class Actions:
    """What the keyboard can do anywhere in the window."""

    open: QAction
    open_folder: QAction
    open_meeting: QAction
    open_archive: QAction
    record: QAction
    pause: QAction
    captions: QAction
    play: QAction
    back: QAction
    forward: QAction
    previous_turn: QAction
    next_turn: QAction
    loop: QAction
    follow: QAction
    slower: QAction
    faster: QAction
    other_speed: QAction
    quieter: QAction
    louder: QAction
    queue: QAction
    export: QAction
    statistics: QAction
    find: QAction
    replace: QAction
    replace_equal: QAction
    search_library: QAction
    undo: QAction
    redo: QAction
    join: QAction
    delete_turn: QAction
    border_back: QAction
    border_forth: QAction
    inaudible: QAction
    uncertain: QAction
    off_record: QAction
    done_here: QAction
    go_to_done: QAction
    next_doubt: QAction
    new_speaker: QAction
    first_draft: QAction
    hear_turn_again: QAction
    hear_all_again: QAction
    find_speakers: QAction
    write_words: QAction
    rename: QAction
    remove: QAction
    menu: QAction
    palette: QAction
    library: QAction
    speakers: QAction
    next_panel: QAction
    larger: QAction
    smaller: QAction
    usual_size: QAction
    line_width: QAction
    times: QAction
    names_above: QAction
    reading_mode: QAction
    full_screen: QAction
    settings: QAction
    quit: QAction
    give: tuple[QAction, ...]
    split_and_give: tuple[QAction, ...]
    give_from_here: tuple[QAction, ...]
    text_module: tuple[QAction, ...]

    def with_keys(self) -> dict[str, QAction]:
        """Every action that has keys, by its name, in the order of the page of shortcuts."""
        numbered = {
            f"{kind} {number}": action for kind in NUMBERED for number, action in enumerate(getattr(self, kind), 1)
        }
        return {name: getattr(self, name) for name in FIRST_KEYS if name not in numbered} | numbered

    def all(self) -> tuple[QAction, ...]:
        """Every action."""
        found = (getattr(self, field.name) for field in fields(self))
        return tuple(each for one in found for each in (one if isinstance(one, tuple) else (one,)))


class Declared:
    """What an action is called, and the keys that it has at first."""

    def __init__(self, text: str, *keys: str, checkable: bool = False) -> None:
        self.text = text
        self.keys = keys
        self._checkable = checkable

    def made(self, window: QWidget) -> QAction:
        """The action, with these keys."""
        action = QAction(self.text, window, checkable=self._checkable)
        action.setShortcuts([QKeySequence(key) for key in self.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        return action


DECLARED = {
    "open": Declared(tr("Open recordings"), "Ctrl+O"),
    "open_folder": Declared(tr("Open folder…"), "Ctrl+Shift+B"),
    "open_meeting": Declared(tr("Open as one meeting…"), "Ctrl+Shift+M"),
    "open_archive": Declared(tr("Open an archive…"), "Ctrl+Shift+K"),
    "record": Declared(tr("Record, or stop recording"), "Ctrl+R"),
    "pause": Declared(tr("Pause the recording, or go on"), "F9"),
    "captions": Declared(tr("Captions window"), "Ctrl+Shift+R"),
    "play": Declared(tr("Play or pause"), "F4", "Ctrl+Space"),
    "back": Declared(tr("Back 5 seconds"), "F3"),
    "forward": Declared(tr("Forward 5 seconds"), "F5"),
    "previous_turn": Declared(tr("Previous turn"), "Shift+F3"),
    "next_turn": Declared(tr("Next turn"), "Shift+F5"),
    "loop": Declared(tr("Loop this turn, or what is chosen"), "Ctrl+L"),
    "follow": Declared(tr("Back to the voice"), "Ctrl+J"),
    "slower": Declared(tr("Slower"), "Ctrl+,"),
    "faster": Declared(tr("Faster"), "Ctrl+."),
    "other_speed": Declared(tr("Between 1× and the last other speed"), "F7"),
    "quieter": Declared(tr("Quieter"), "Alt+Down"),
    "louder": Declared(tr("Louder"), "Alt+Up"),
    "queue": Declared(tr("Queue…"), "Ctrl+Shift+J"),
    "export": Declared(tr("Export the transcript"), "Ctrl+E"),
    "statistics": Declared(tr("Statistics"), "Ctrl+Shift+S"),
    "find": Declared(tr("Search text and speakers"), "Ctrl+F"),
    "replace": Declared(tr("Find and replace"), "Ctrl+H"),
    "replace_equal": Declared(tr("Replace a word wherever it stands"), "Ctrl+Shift+H"),
    "search_library": Declared(tr("Search all recordings"), "Ctrl+Shift+F"),
    "undo": Declared(tr("Undo"), "Ctrl+Z"),
    "redo": Declared(tr("Redo"), "Ctrl+Shift+Z"),
    "join": Declared(tr("Join turns"), "Ctrl+M"),
    "delete_turn": Declared(tr("Delete the turn"), "Ctrl+D"),
    "border_back": Declared(tr("Take a word from the turn before"), "Alt+Left"),
    "border_forth": Declared(tr("Give a word to the turn before"), "Alt+Right"),
    "inaudible": Declared(tr("Mark as inaudible"), "Ctrl+I"),
    "uncertain": Declared(tr("Mark as uncertain"), "Ctrl+U"),
    "off_record": Declared(tr("Off the record"), "Ctrl+Shift+O"),
    "done_here": Declared(tr("Done up to here"), "Ctrl+Shift+D"),
    "go_to_done": Declared(tr("Go where I was done"), "Ctrl+Shift+G"),
    "next_doubt": Declared(tr("Next doubtful passage"), "F8"),
    "new_speaker": Declared(tr("Give to a new speaker"), "Alt+0"),
    "first_draft": Declared(tr("Show first draft"), "Ctrl+T", checkable=True),
    "hear_turn_again": Declared(tr("Transcribe this turn again…"), "Ctrl+Alt+T"),
    "hear_all_again": Declared(tr("Transcribe all again…"), "Ctrl+Shift+A"),
    "find_speakers": Declared(tr("Find the speakers…"), "Ctrl+Alt+P"),
    "write_words": Declared(tr("Write the words"), "Ctrl+Alt+W"),
    "rename": Declared(tr("Rename a speaker"), "F2"),
    "remove": Declared(tr("Remove the recording")),
    "menu": Declared(tr("Open the menu"), "F10"),
    "palette": Declared(tr("Find a command"), "Ctrl+K"),
    "library": Declared(tr("Show the library"), "Ctrl+Shift+L", checkable=True),
    "speakers": Declared(tr("Show the speakers"), "Ctrl+Shift+P", checkable=True),
    "next_panel": Declared(tr("Go to the next panel"), "F6"),
    "larger": Declared(tr("Larger text"), "Ctrl++", "Ctrl+="),
    "smaller": Declared(tr("Smaller text"), "Ctrl+-"),
    "usual_size": Declared(tr("Text of the usual size"), "Ctrl+0"),
    "line_width": Declared(tr("Longer or shorter lines"), "Ctrl+Shift+W"),
    "times": Declared(tr("Show times"), "Ctrl+Shift+T", checkable=True),
    "names_above": Declared(tr("Names above the text"), "Ctrl+Shift+N", checkable=True),
    "reading_mode": Declared(tr("Reading mode"), "F12", checkable=True),
    "full_screen": Declared(tr("Full screen"), "F11", checkable=True),
    "settings": Declared(tr("Settings…"), "Ctrl+Alt+S"),
    "quit": Declared(tr("Quit"), "Ctrl+Q"),
}
"""Every action but the numbered ones, by its name."""
NUMBERED = {
    "give": ("Alt+{}", tr("Give to speaker {number}")),
    "split_and_give": ("Ctrl+{}", tr("Split, and give the second part to speaker {number}")),
    "give_from_here": ("Alt+Shift+{}", tr("Give from here on to speaker {number}")),
    "text_module": ("Ctrl+Alt+{}", tr("Insert text module {number}")),
}
"""Actions for each of the first nine speakers, or texts: their keys, and what they are called."""
FIRST_KEYS: dict[str, tuple[str, ...]] = {name: each.keys for name, each in DECLARED.items() if each.keys} | {
    f"{kind} {number}": (key.format(number),) for kind, (key, _) in NUMBERED.items() for number in range(1, 10)
}
"""Of every action that has keys, in the order of the page of shortcuts."""


def make_actions(window: QWidget) -> Actions:
    """The actions with their first keys, added to the window; nothing is connected yet."""
    made: dict[str, Any] = {name: each.made(window) for name, each in DECLARED.items()}
    made |= {
        kind: tuple(Declared(text.format(number=n), key.format(n)).made(window) for n in range(1, 10))
        for kind, (key, text) in NUMBERED.items()
    }
    actions = Actions(**made)
    window.addActions(list(actions.all()))
    return actions
