"""The window's actions and the keys that they have at first."""

from dataclasses import dataclass, fields

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Actions:
    """What the keyboard can do anywhere in the window."""

    open: QAction
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
    export: QAction
    find: QAction
    search_library: QAction
    undo: QAction
    redo: QAction
    rename: QAction
    remove: QAction
    menu: QAction
    library: QAction
    speakers: QAction
    next_panel: QAction
    quit: QAction

    def with_keys(self) -> dict[str, QAction]:
        """Every action that has keys, by its name, in the order of the page of shortcuts."""
        return {name: getattr(self, name) for name in FIRST_KEYS}

    def all(self) -> tuple[QAction, ...]:
        """Every action."""
        return tuple(getattr(self, field.name) for field in fields(self))


FIRST_KEYS: dict[str, tuple[str, ...]] = {
    "open": ("Ctrl+O",),
    "record": ("Ctrl+R",),
    "pause": ("F9",),
    "captions": ("Ctrl+Shift+R",),
    "play": ("F4", "Ctrl+Space"),
    "back": ("F3",),
    "forward": ("F5",),
    "previous_turn": ("Shift+F3",),
    "next_turn": ("Shift+F5",),
    "loop": ("Ctrl+L",),
    "follow": ("Ctrl+J",),
    "slower": ("Ctrl+,",),
    "faster": ("Ctrl+.",),
    "other_speed": ("F7",),
    "quieter": ("Alt+Down",),
    "louder": ("Alt+Up",),
    "export": ("Ctrl+E",),
    "find": ("Ctrl+F",),
    "search_library": ("Ctrl+Shift+F",),
    "undo": ("Ctrl+Z",),
    "redo": ("Ctrl+Shift+Z",),
    "rename": ("F2",),
    "menu": ("F10",),
    "library": ("Ctrl+Shift+L",),
    "speakers": ("Ctrl+Shift+P",),
    "next_panel": ("F6",),
    "quit": ("Ctrl+Q",),
}

# Keys that belong to a widget, not to the window.
WIDGET_KEYS = (
    ("Play or pause, outside of texts and buttons", "Space"),
    ("Play from the word at the caret, in the text", "Enter"),
    ("Play from a word, in the text", "Click"),
    ("Play one turn, in the text", "Ctrl+Click"),
    ("Next match, in the search field", "Enter"),
    ("Previous match, in the search field", "Shift+Enter"),
    ("Leave the search", "Esc"),
    ("Cancel the chosen recording, or remove it, in the list", "Del"),
    ("Larger or smaller letters, in the captions window", "Ctrl++ or Ctrl+-"),
    ("Full screen, in the captions window", "F11"),
    ("Leave full screen, in the captions window", "Esc"),
    ("Black on white, in the captions window", "Ctrl+I"),
    ("Without a frame, in the captions window", "Ctrl+B"),
)


def make_actions(window: QWidget) -> Actions:
    """The actions with their first keys, added to the window; nothing is connected yet."""
    made = Actions(
        open=QAction("Open recordings", window),
        record=QAction("Record, or stop recording", window),
        pause=QAction("Pause the recording, or go on", window),
        captions=QAction("Captions window", window),
        play=QAction("Play or pause", window),
        back=QAction("Back 5 seconds", window),
        forward=QAction("Forward 5 seconds", window),
        previous_turn=QAction("Previous turn", window),
        next_turn=QAction("Next turn", window),
        loop=QAction("Loop this turn, or what is chosen", window),
        follow=QAction("Back to the voice", window),
        slower=QAction("Slower", window),
        faster=QAction("Faster", window),
        other_speed=QAction("Between 1× and the last other speed", window),
        quieter=QAction("Quieter", window),
        louder=QAction("Louder", window),
        export=QAction("Export the transcript", window),
        find=QAction("Search text and speakers", window),
        search_library=QAction("Search all recordings", window),
        undo=QAction("Undo", window),
        redo=QAction("Redo", window),
        rename=QAction("Rename a speaker", window),
        remove=QAction("Remove the recording", window),
        menu=QAction("Open the menu", window),
        library=QAction("Show the library", window, checkable=True),
        speakers=QAction("Show the speakers", window, checkable=True),
        next_panel=QAction("Go to the next panel", window),
        quit=QAction("Quit", window),
    )
    for name, action in made.with_keys().items():
        action.setShortcuts([QKeySequence(key) for key in FIRST_KEYS[name]])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    window.addActions(list(made.all()))
    return made
