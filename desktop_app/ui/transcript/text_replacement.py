"""Changes a text that somebody reads: what is selected stays selected, and nothing else becomes so.

Qt moves the anchor of a caret that keeps its position where text is inserted at it: words would be selected that
nobody selected. And it takes a selection for gone where its words are written anew.
"""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop_app.ui.state.shown_turn import characters, utf16_units
from desktop_app.ui.transcript.kept_selection import kept_stretch


def exchange(text: QTextEdit, start: int, end: int, inserted: str) -> None:
    """Put other text in place of [start, end), a line break between blocks; what begins alike is left as it is."""
    cursor = QTextCursor(text.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    removed = cursor.selectedText().replace("\N{PARAGRAPH SEPARATOR}", "\n")
    if removed == inserted:
        return
    reader = text.textCursor()
    anchor, position = reader.anchor(), reader.position()
    low, high = _after(removed, inserted, start, min(anchor, position), max(anchor, position))
    same = _alike(removed, inserted)
    cursor.setPosition(start + utf16_units(same))
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    _put(cursor, inserted[len(same) :])
    select(text, *((low, high) if anchor <= position else (high, low)))


def select(text: QTextEdit, anchor: int, position: int) -> None:
    """Select a stretch where it is not selected already, or put the caret there; nothing is scrolled."""
    reader = text.textCursor()
    if (reader.anchor(), reader.position()) == (anchor, position):
        return
    bar = text.verticalScrollBar()
    y = bar.value()
    reader.setKeepPositionOnInsert(True)
    reader.setPosition(anchor)
    reader.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(reader)
    bar.setValue(y)


def _alike(one: str, other: str) -> str:
    """What both begin with."""
    differs = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[:differs]


def _put(cursor: QTextCursor, inserted: str) -> None:
    """In two steps where blocks come and go: the layout counts them at each."""
    if cursor.hasSelection() and ("\n" in inserted or "\N{PARAGRAPH SEPARATOR}" in cursor.selectedText()):
        cursor.removeSelectedText()
    if inserted or cursor.hasSelection():
        cursor.insertText(inserted)


def _after(removed: str, inserted: str, start: int, low: int, high: int) -> tuple[int, int]:
    """Where a selection [low, high) is, or a caret, once `inserted` stands where `removed` begins at `start`."""
    same = utf16_units(_alike(removed, inserted))
    first, end = start + same, start + utf16_units(removed)
    shift = utf16_units(inserted) - utf16_units(removed)
    if high <= first:
        return low, high
    if low >= end:
        return low + shift, high + shift
    if low == high:
        return first, first
    if first == end:
        return low, high + shift
    kept = _kept(removed, inserted, max(0, low - start), min(high, end) - start)
    new_low = low if low < first else start + kept[0]
    new_high = high + shift if high > end else start + kept[1]
    return (new_low, new_high) if new_low < new_high else (new_low, new_low)


def _kept(removed: str, inserted: str, low: int, high: int) -> tuple[int, int]:
    """The same words' stretch, in UTF-16 units; from the end to the start where none is left."""
    kept = kept_stretch(removed, inserted, characters(removed, low), characters(removed, high))
    if kept is None:
        return utf16_units(inserted), 0
    return utf16_units(inserted[: kept[0]]), utf16_units(inserted[: kept[1]])
