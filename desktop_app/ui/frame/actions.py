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
    "statistics": ("Ctrl+Shift+S",),
    "find": ("Ctrl+F",),
    "replace": ("Ctrl+H",),
    "replace_equal": ("Ctrl+Shift+H",),
    "search_library": ("Ctrl+Shift+F",),
    "undo": ("Ctrl+Z",),
    "redo": ("Ctrl+Shift+Z",),
    "join": ("Ctrl+M",),
    "delete_turn": ("Ctrl+D",),
    "border_back": ("Alt+Left",),
    "border_forth": ("Alt+Right",),
    "inaudible": ("Ctrl+I",),
    "uncertain": ("Ctrl+U",),
    "off_record": ("Ctrl+Shift+O",),
    "done_here": ("Ctrl+Shift+D",),
    "go_to_done": ("Ctrl+Shift+G",),
    "next_doubt": ("F8",),
    "new_speaker": ("Alt+0",),
    "first_draft": ("Ctrl+T",),
    "hear_turn_again": ("Ctrl+Alt+T",),
    "hear_all_again": ("Ctrl+Shift+A",),
    "rename": ("F2",),
    "menu": ("F10",),
    "palette": ("Ctrl+K",),
    "library": ("Ctrl+Shift+L",),
    "speakers": ("Ctrl+Shift+P",),
    "next_panel": ("F6",),
    "larger": ("Ctrl++", "Ctrl+="),
    "smaller": ("Ctrl+-",),
    "usual_size": ("Ctrl+0",),
    "line_width": ("Ctrl+Shift+W",),
    "times": ("Ctrl+Shift+T",),
    "names_above": ("Ctrl+Shift+N",),
    "reading_mode": ("F12",),
    "full_screen": ("F11",),
    "quit": ("Ctrl+Q",),
}
NUMBERED = {
    "give": ("Alt+{}", "Give to speaker {}"),
    "split_and_give": ("Ctrl+{}", "Split, and give the second part to speaker {}"),
    "give_from_here": ("Alt+Shift+{}", "Give from here on to speaker {}"),
    "text_module": ("Ctrl+Alt+{}", "Insert text module {}"),
}
"""Actions for each of the first nine speakers, or texts: their keys, and what they are called."""
FIRST_KEYS |= {
    f"{kind} {number}": (key.format(number),) for kind, (key, _) in NUMBERED.items() for number in range(1, 10)
}

# Keys that belong to a widget, not to the window.
WIDGET_KEYS = (
    ("Play or pause, outside of texts and buttons", "Space"),
    ("Split the turn at the caret, in the text", "Enter"),
    ("Join with the turn before, at the beginning of one", "Backspace"),
    ("Join with the next turn, at the end of one", "Del"),
    ("Play from the word at the caret, in the text", "Ctrl+Enter"),
    ("Play from a word, in the text", "Click"),
    ("Play one turn, in the text", "Ctrl+Click"),
    ("Next match, in the search field", "Enter"),
    ("Previous match, in the search field", "Shift+Enter"),
    ("Leave the search", "Esc"),
    ("Replace and go on, above the text", "Enter"),
    ("Replace all, above the text", "Ctrl+Enter"),
    ("Previous or next match, above the text", "Up or Down"),
    ("Leave replacing", "Esc"),
    ("Leave the reading mode, or the full screen", "Esc"),
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
        statistics=QAction("Statistics", window),
        find=QAction("Search text and speakers", window),
        replace=QAction("Find and replace", window),
        replace_equal=QAction("Replace a word wherever it stands", window),
        search_library=QAction("Search all recordings", window),
        undo=QAction("Undo", window),
        redo=QAction("Redo", window),
        join=QAction("Join turns", window),
        delete_turn=QAction("Delete the turn", window),
        border_back=QAction("Take a word from the turn before", window),
        border_forth=QAction("Give a word to the turn before", window),
        inaudible=QAction("Mark as inaudible", window),
        uncertain=QAction("Mark as uncertain", window),
        off_record=QAction("Off the record", window),
        done_here=QAction("Done up to here", window),
        go_to_done=QAction("Go where I was done", window),
        next_doubt=QAction("Next doubtful passage", window),
        new_speaker=QAction("Give to a new speaker", window),
        first_draft=QAction("Show first draft", window, checkable=True),
        hear_turn_again=QAction("Transcribe this turn again…", window),
        hear_all_again=QAction("Transcribe all again…", window),
        rename=QAction("Rename a speaker", window),
        remove=QAction("Remove the recording", window),
        menu=QAction("Open the menu", window),
        palette=QAction("Find a command", window),
        library=QAction("Show the library", window, checkable=True),
        speakers=QAction("Show the speakers", window, checkable=True),
        next_panel=QAction("Go to the next panel", window),
        larger=QAction("Larger text", window),
        smaller=QAction("Smaller text", window),
        usual_size=QAction("Text of the usual size", window),
        line_width=QAction("Longer or shorter lines", window),
        times=QAction("Show times", window, checkable=True),
        names_above=QAction("Names above the text", window, checkable=True),
        reading_mode=QAction("Reading mode", window, checkable=True),
        full_screen=QAction("Full screen", window, checkable=True),
        quit=QAction("Quit", window),
        **{kind: tuple(QAction(text.format(n), window) for n in range(1, 10)) for kind, (_, text) in NUMBERED.items()},
    )
    for name, action in made.with_keys().items():
        action.setShortcuts([QKeySequence(key) for key in FIRST_KEYS[name]])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    window.addActions(list(made.all()))
    return made
