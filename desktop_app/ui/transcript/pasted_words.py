"""Words taken out of the text and put into it: spaces stay between them, and those put in are known by their places."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from desktop_app.core.editing.word_times import compared
from desktop_app.ui.state.shown_turn import characters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QTextDocument

    from desktop_app.core.transcript.values import Word
    from desktop_app.ui.transcript.copied_words import CopiedLine

PastedWords = dict[tuple[int, int], "Word"]
"""Words with their times, each by its block and by how many words of that block stand before it."""


def take(caret: QTextCursor) -> None:
    """Take away what is selected. Where it begins or ends between words, those around it do not run together."""
    document, start, end = caret.document(), caret.selectionStart(), caret.selectionEnd()
    before, first, last, behind = (_at(document, place) for place in (start - 1, start, end - 1, end))
    is_between = first.isspace() or last.isspace()
    would_meet = not before.isspace() and (first.isspace() or before.isalnum())
    would_meet &= not behind.isspace() and (last.isspace() or behind.isalnum())
    caret.removeSelectedText()
    if is_between and would_meet:
        caret.insertText(" ")
        if not first.isspace():  # the caret stays at the word that a part was taken of
            caret.movePosition(QTextCursor.MoveOperation.PreviousCharacter)


def put(caret: QTextCursor, lines: Sequence[CopiedLine]) -> PastedWords:
    """Put lines in the place of what is selected, as blocks of their own from the second on. Where whole words would
    run into those around them there is a space between."""
    document, start, end = caret.document(), caret.selectionStart(), caret.selectionEnd()
    block = document.findBlock(start)
    head = block.text()[: characters(block.text(), start - block.position())]
    texts = [line.text.strip() for line in lines]
    if _wants_space(_at(document, start - 1), _at(document, start), lines[0].text[:1], _is_whole(lines[0], 0)):
        texts[0] = " " + texts[0]
    if _wants_space(_at(document, end), _at(document, end - 1), lines[-1].text[-1:], _is_whole(lines[-1], -1)):
        texts[-1] += " "
    is_glued = head[-1:].strip() and texts[0][:1].strip()
    caret.insertText("\n".join(texts))
    return dict(_standing(document, block.blockNumber(), len(head.split()) - bool(is_glued), lines))


def _at(document: QTextDocument, place: int) -> str:
    """The letter there; a break between blocks counts as a space."""
    return document.characterAt(place) if place >= 0 else " "


def _is_whole(line: CopiedLine, place: int) -> bool:
    """Whether all of the word at this place was copied."""
    word = line.words[place] if line.words else None
    return word is not None and compared(word.text) == compared(line.text.split()[place])


def _wants_space(outside: str, inside: str, edge: str, is_whole: bool) -> bool:
    """Whether what is put in wants a space at one of its ends. outside, inside: the letters on both sides of that place
    before; edge: the last letter of what is put in; is_whole: whether it ends with a whole word."""
    if outside.isspace() or not edge:
        return False
    is_between_words = inside.isspace() or (outside.isalnum() and not inside.isalnum())
    return edge.isspace() or (is_whole and is_between_words)


def _standing(
    document: QTextDocument, first: int, before: int, lines: Sequence[CopiedLine]
) -> Iterator[tuple[tuple[int, int], Word]]:
    """Which of the words can be read now, from this block on, where so many words are before them."""
    for number, line in enumerate(lines, first):
        texts = document.findBlockByNumber(number).text().split()
        for place, word in enumerate(line.words, before):
            if word is not None and place < len(texts) and compared(texts[place]) == compared(word.text):
                yield (number, place), replace(word, text=texts[place])
        before = 0
