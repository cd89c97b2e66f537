"""What is copied of the text."""

import re
from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtGui import QTextCursor

from desktop_app.core.editing.rewriting import single_words
from desktop_app.core.export.formats.plain_text import paragraph
from desktop_app.core.export.one_line import speaker_names
from desktop_app.core.transcript.joined_text import closed_up
from desktop_app.core.transcript.values import Speaker, Transcript, Turn, Word
from desktop_app.ui.state.shown_turn import ShownTurn, characters
from desktop_app.ui.transcript.copied_words import CopiedLine
from desktop_app.ui.transcript.turn_places import TurnPlaces

_WORD = re.compile(r"\S+")


def copied(selection: QTextCursor, shown: Sequence[ShownTurn], speakers: Iterable[Speaker]) -> str:
    """The words alone where they are a part of one turn; else turns with who says them and when, as in TXT exports.

    Either as it is read. shown: the turn of each block. speakers: those of the transcript first, as namesakes get a
    number in this order.
    """
    said = [(shown[number], text) for number, _, text in _parts(selection) if text]
    if len(said) == 1 and said[0][1] != said[0][0].text:
        return closed_up(said[0][1])
    names = speaker_names({speaker.id: speaker for speaker in speakers}.values())
    return "\n\n".join(paragraph(turn.start_ms, names[turn.speaker], closed_up(text)) for turn, text in said)


def copied_lines(selection: QTextCursor, places: TurnPlaces, transcript: Transcript) -> tuple[CopiedLine, ...]:
    """What is selected, block by block, with its words as the transcript has them."""
    lines = []
    for number, units, text in _parts(selection):
        block = selection.document().findBlockByNumber(number).text()
        words = _words_between(block, characters(block, units), len(text), places.turn_of(number, transcript))
        lines.append(CopiedLine(text, words))
    return tuple(lines)


def _words_between(block: str, start: int, length: int, turn: Turn | None) -> tuple[Word | None, ...]:
    """The words of a block's text of which something is selected; None for each where they are not the turn's."""
    found = list(_WORD.finditer(block))
    words: Sequence[Word | None] = single_words(turn) if turn is not None else ()
    if [each[0] for each in found] != [word.text for word in words if word is not None]:
        words = [None] * len(found)
    end = start + length
    return tuple(word for each, word in zip(found, words, strict=True) if each.end() > start and each.start() < end)


def _parts(selection: QTextCursor) -> Iterator[tuple[int, int, str]]:
    """The number of each block that the selection is in, from where on, in UTF-16 units, and what; it may be nothing in
    the first and the last."""
    document, start, end = selection.document(), selection.selectionStart(), selection.selectionEnd()
    block = document.findBlock(start)
    while block.isValid() and block.position() <= end:
        part = QTextCursor(block)
        part.setPosition(max(start, block.position()))
        part.setPosition(min(end, block.position() + block.length() - 1), QTextCursor.MoveMode.KeepAnchor)
        yield block.blockNumber(), part.selectionStart() - block.position(), part.selectedText()
        block = block.next()
