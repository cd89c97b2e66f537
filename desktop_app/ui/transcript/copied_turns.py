"""What is copied of the text."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtGui import QGuiApplication, QTextCursor

from desktop_app.core.export.one_line import speaker_names
from desktop_app.core.export.plain_text import paragraph
from desktop_app.core.transcript.values import Speaker
from desktop_app.ui.state.shown_turn import ShownTurn


def copy_turns(selection: QTextCursor, shown: Sequence[ShownTurn], speakers: Iterable[Speaker]) -> None:
    """Put what is selected into the clipboard; see `copied`.

    Not by QTextEdit.createMimeDataFromSelection: what Python made is in the clipboard when Python has gone, and its end
    is a crash.
    """
    QGuiApplication.clipboard().setText(copied(selection, shown, speakers))


def copied(selection: QTextCursor, shown: Sequence[ShownTurn], speakers: Iterable[Speaker]) -> str:
    """The words alone where they are a part of one turn; else turns with who says them and when, as in TXT exports.

    shown: the turn of each block. speakers: those of the transcript first, as namesakes get a number in this order.
    """
    parts = [(shown[number], text) for number, text in _parts(selection)]
    if len(parts) == 1 and parts[0][1] != parts[0][0].text:
        return parts[0][1]
    names = speaker_names({speaker.id: speaker for speaker in speakers}.values())
    return "\n\n".join(paragraph(turn.start_ms, names[turn.speaker], text) for turn, text in parts)


def _parts(selection: QTextCursor) -> Iterator[tuple[int, str]]:
    """The number of each block in which something is selected, and what."""
    document, start, end = selection.document(), selection.selectionStart(), selection.selectionEnd()
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        part = QTextCursor(block)
        part.setPosition(max(start, block.position()))
        part.setPosition(min(end, block.position() + block.length() - 1), QTextCursor.MoveMode.KeepAnchor)
        if text := part.selectedText():
            yield block.blockNumber(), text
        block = block.next()
