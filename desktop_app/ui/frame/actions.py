"""The window's actions and the keys that they have at first."""

from dataclasses import dataclass, fields

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


FIRST_KEYS: dict[str, tuple[str, ...]] = {
    "open": ("Ctrl+O",),
    "open_folder": ("Ctrl+Shift+B",),
    "open_meeting": ("Ctrl+Shift+M",),
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
    "queue": ("Ctrl+Shift+J",),
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
    "find_speakers": ("Ctrl+Alt+P",),
    "write_words": ("Ctrl+Alt+W",),
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
    "settings": ("Ctrl+Alt+S",),
    "quit": ("Ctrl+Q",),
}
NUMBERED = {
    "give": ("Alt+{}", tr("Give to speaker {number}")),
    "split_and_give": ("Ctrl+{}", tr("Split, and give the second part to speaker {number}")),
    "give_from_here": ("Alt+Shift+{}", tr("Give from here on to speaker {number}")),
    "text_module": ("Ctrl+Alt+{}", tr("Insert text module {number}")),
}
"""Actions for each of the first nine speakers, or texts: their keys, and what they are called."""
FIRST_KEYS |= {
    f"{kind} {number}": (key.format(number),) for kind, (key, _) in NUMBERED.items() for number in range(1, 10)
}


def make_actions(window: QWidget) -> Actions:
    """The actions with their first keys, added to the window; nothing is connected yet."""
    made = Actions(
        open=QAction(tr("Open recordings"), window),
        open_folder=QAction(tr("Open folder…"), window),
        open_meeting=QAction(tr("Open as one meeting…"), window),
        record=QAction(tr("Record, or stop recording"), window),
        pause=QAction(tr("Pause the recording, or go on"), window),
        captions=QAction(tr("Captions window"), window),
        play=QAction(tr("Play or pause"), window),
        back=QAction(tr("Back 5 seconds"), window),
        forward=QAction(tr("Forward 5 seconds"), window),
        previous_turn=QAction(tr("Previous turn"), window),
        next_turn=QAction(tr("Next turn"), window),
        loop=QAction(tr("Loop this turn, or what is chosen"), window),
        follow=QAction(tr("Back to the voice"), window),
        slower=QAction(tr("Slower"), window),
        faster=QAction(tr("Faster"), window),
        other_speed=QAction(tr("Between 1× and the last other speed"), window),
        quieter=QAction(tr("Quieter"), window),
        louder=QAction(tr("Louder"), window),
        queue=QAction(tr("Queue…"), window),
        export=QAction(tr("Export the transcript"), window),
        statistics=QAction(tr("Statistics"), window),
        find=QAction(tr("Search text and speakers"), window),
        replace=QAction(tr("Find and replace"), window),
        replace_equal=QAction(tr("Replace a word wherever it stands"), window),
        search_library=QAction(tr("Search all recordings"), window),
        undo=QAction(tr("Undo"), window),
        redo=QAction(tr("Redo"), window),
        join=QAction(tr("Join turns"), window),
        delete_turn=QAction(tr("Delete the turn"), window),
        border_back=QAction(tr("Take a word from the turn before"), window),
        border_forth=QAction(tr("Give a word to the turn before"), window),
        inaudible=QAction(tr("Mark as inaudible"), window),
        uncertain=QAction(tr("Mark as uncertain"), window),
        off_record=QAction(tr("Off the record"), window),
        done_here=QAction(tr("Done up to here"), window),
        go_to_done=QAction(tr("Go where I was done"), window),
        next_doubt=QAction(tr("Next doubtful passage"), window),
        new_speaker=QAction(tr("Give to a new speaker"), window),
        first_draft=QAction(tr("Show first draft"), window, checkable=True),
        hear_turn_again=QAction(tr("Transcribe this turn again…"), window),
        hear_all_again=QAction(tr("Transcribe all again…"), window),
        find_speakers=QAction(tr("Find the speakers…"), window),
        write_words=QAction(tr("Write the words"), window),
        rename=QAction(tr("Rename a speaker"), window),
        remove=QAction(tr("Remove the recording"), window),
        menu=QAction(tr("Open the menu"), window),
        palette=QAction(tr("Find a command"), window),
        library=QAction(tr("Show the library"), window, checkable=True),
        speakers=QAction(tr("Show the speakers"), window, checkable=True),
        next_panel=QAction(tr("Go to the next panel"), window),
        larger=QAction(tr("Larger text"), window),
        smaller=QAction(tr("Smaller text"), window),
        usual_size=QAction(tr("Text of the usual size"), window),
        line_width=QAction(tr("Longer or shorter lines"), window),
        times=QAction(tr("Show times"), window, checkable=True),
        names_above=QAction(tr("Names above the text"), window, checkable=True),
        reading_mode=QAction(tr("Reading mode"), window, checkable=True),
        full_screen=QAction(tr("Full screen"), window, checkable=True),
        settings=QAction(tr("Settings…"), window),
        quit=QAction(tr("Quit"), window),
        **{
            kind: tuple(QAction(text.format(number=n), window) for n in range(1, 10))
            for kind, (_, text) in NUMBERED.items()
        },
    )
    for name, action in made.with_keys().items():
        action.setShortcuts([QKeySequence(key) for key in FIRST_KEYS[name]])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    window.addActions(list(made.all()))
    return made
