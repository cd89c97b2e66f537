"""The pieces that a transducer emits, put together to words with times and confidences."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.core.asr.placed_words import without_overlap
from desktop_app.core.transcript.values import Word

WORD_MARK = "▁"
"""SentencePiece's sign that a piece begins a word."""
_SPACE_BYTE = "<0x20>"
_BYTE = re.compile(r"<0x([0-9A-F]{2})>")
_CONTROL = re.compile(r"<(unk|s|/s|pad|blank|\|[^<>]*\|)>")
_STANDS_ALONE = "&@#"


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece as it was emitted.

    text: as in the vocabulary, with its word mark. frame: of the encoder, from the clip's start; frames: how many it
    lasts. confidence: 0 to 1.
    """

    text: str
    frame: int
    frames: int
    confidence: float


def words_of(pieces: Sequence[Piece], *, frame_ms: float) -> tuple[Word, ...]:
    """The words, in order, none overlapping; times in ms from the clip's start.

    A word is as certain as its least certain piece, punctuation apart. Frames are coarse: a word lasts a frame at
    least, unless the next begins sooner.
    """
    timed: list[tuple[str, list[Piece]]] = []
    for group in _words(pieces):
        text = _spelled(group)
        if not text:
            continue
        if not _is_punctuation(text):
            timed.append((text, group))
        elif timed:
            timed[-1] = (timed[-1][0] + text, timed[-1][1])
    return without_overlap([_word(text, group, frame_ms) for text, group in timed], round(frame_ms))


def _words(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces word by word, without those that stand for nothing that is said."""
    group: list[Piece] = []
    for piece in pieces:
        if _CONTROL.fullmatch(piece.text):
            continue
        if group and (piece.text.startswith(WORD_MARK) or piece.text == _SPACE_BYTE):
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _spelled(pieces: Sequence[Piece]) -> str:
    """What the pieces spell; characters outside the vocabulary come as the bytes of their UTF-8."""
    spelled = b""
    for piece in pieces:
        byte = _BYTE.fullmatch(piece.text)
        spelled += bytes([int(byte[1], 16)]) if byte else piece.text.replace(WORD_MARK, " ").encode()
    return spelled.decode(errors="replace").strip()


def _is_punctuation(text: str) -> bool:
    return all(unicodedata.category(letter).startswith("P") and letter not in _STANDS_ALONE for letter in text)


def _word(text: str, pieces: Sequence[Piece], frame_ms: float) -> Word:
    # Punctuation is not heard: it has neither a time nor a doubt of its own.
    heard = [piece for piece in pieces if not _is_punctuation(piece.text.strip(WORD_MARK))] or pieces
    return Word(
        text,
        start_ms=round(heard[0].frame * frame_ms),
        end_ms=round(max(piece.frame + piece.frames for piece in heard) * frame_ms),
        confidence=min(1.0, max(0.0, min(piece.confidence for piece in heard))),
    )
