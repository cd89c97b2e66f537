"""The keys that belong to a widget and not to the window: nobody can change them."""

from PySide6.QtGui import QKeySequence

from desktop_app.translation import tr

_NATIVE = QKeySequence.SequenceFormat.NativeText


def widget_keys() -> tuple[tuple[str, str], ...]:
    """What is done, and the keys that do it as they stand on the keyboard."""
    return (
        (tr("Play or pause, outside of texts and buttons"), _named("Space")),
        (tr("Split the turn at the caret, in the text"), _named("Enter")),
        (tr("Join with the turn before, at the beginning of one"), _named("Backspace")),
        (tr("Join with the next turn, at the end of one"), _named("Del")),
        (tr("Play from the word at the caret, in the text"), _named("Ctrl+Enter")),
        (tr("Play from a word, in the text"), tr("Click", "with the mouse")),
        (tr("Play one turn, in the text"), tr("Ctrl+Click", "with the mouse")),
        (tr("Next match, in the search field"), _named("Enter")),
        (tr("Previous match, in the search field"), _named("Shift+Enter")),
        (tr("Leave the search"), _named("Esc")),
        (tr("Replace and go on, above the text"), _named("Enter")),
        (tr("Replace all, above the text"), _named("Ctrl+Enter")),
        (tr("Previous or next match, above the text"), _either("Up", "Down")),
        (tr("Leave replacing"), _named("Esc")),
        (tr("Leave the reading mode, or the full screen"), _named("Esc")),
        (tr("Cancel the chosen recording, or remove it, in the list"), _named("Del")),
        (tr("Larger or smaller letters, in the captions window"), _either("Ctrl++", "Ctrl+-")),
        (tr("Full screen, in the captions window"), _named("F11")),
        (tr("Leave full screen, in the captions window"), _named("Esc")),
        (tr("Black on white, in the captions window"), _named("Ctrl+I")),
        (tr("Without a frame, in the captions window"), _named("Ctrl+B")),
    )


def _named(key: str) -> str:
    return QKeySequence(key).toString(_NATIVE)


def _either(one: str, other: str) -> str:
    return tr("{key} or {other}", key=_named(one), other=_named(other))
