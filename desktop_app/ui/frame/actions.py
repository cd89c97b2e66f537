"""The window's actions and their keys; the page of shortcuts is made from them."""

from dataclasses import dataclass

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

    def all(self) -> tuple[QAction, ...]:
        """Every action that has keys, in the order of the page of shortcuts."""
        return (
            self.open,
            self.record,
            self.pause,
            self.captions,
            self.export,
            self.find,
            self.search_library,
            self.undo,
            self.redo,
            self.rename,
            self.menu,
            self.library,
            self.speakers,
            self.next_panel,
            self.quit,
        )


# Keys that belong to a widget, not to the window.
WIDGET_KEYS = (
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
    """The actions, added to the window; nothing is connected yet."""
    made = Actions(
        open=_action(window, "Open recordings", "Ctrl+O"),
        record=_action(window, "Record, or stop recording", "Ctrl+R"),
        pause=_action(window, "Pause the recording, or go on", "F9"),
        captions=_action(window, "Captions window", "Ctrl+Shift+R"),
        export=_action(window, "Export the transcript", "Ctrl+E"),
        find=_action(window, "Search text and speakers", "Ctrl+F"),
        search_library=_action(window, "Search all recordings", "Ctrl+Shift+F"),
        undo=_action(window, "Undo", "Ctrl+Z"),
        redo=_action(window, "Redo", "Ctrl+Shift+Z"),
        rename=_action(window, "Rename a speaker", "F2"),
        remove=QAction("Remove the recording from the list", window),
        menu=_action(window, "Open the menu", "F10"),
        library=_action(window, "Show the library", "Ctrl+Shift+L", checkable=True),
        speakers=_action(window, "Show the speakers", "Ctrl+Shift+P", checkable=True),
        next_panel=_action(window, "Go to the next panel", "F6"),
        quit=_action(window, "Quit", "Ctrl+Q"),
    )
    window.addActions(list(made.all()))
    return made


def _action(window: QWidget, text: str, keys: str, *, checkable: bool = False) -> QAction:
    action = QAction(text, window)
    action.setShortcut(QKeySequence(keys))
    action.setCheckable(checkable)
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    return action
