"""Copied words with their times: a form of the application's own, beside the text that other programs read."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QTextEdit

from desktop_app.core.export.formats.json_format import read_word, word_document
from desktop_app.core.export.json_fields import Field

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from desktop_app.core.transcript.values import AudioSource, Word

FORMAT = "application/x-diarist-words+json"


class CopiedLine(NamedTuple):
    """What of one block was copied. words: those of which the text has all or a part; None where one is not known."""

    text: str
    words: tuple[Word | None, ...]


class CopiedWords(NamedTuple):
    """What was copied of a recording's text. recording: whose; see `recording_id`. text: what other programs get."""

    recording: str
    text: str
    lines: tuple[CopiedLine, ...]


def recording_id(audio: AudioSource) -> str:
    """What tells a recording from others: the sound itself, or else its place and length."""
    return audio.sha256 or sha256(f"{audio.duration_ms} {audio.file}".encode("utf-8", "surrogatepass")).hexdigest()


def mime_data(text: str, rich: str, words: CopiedWords | None) -> QMimeData:
    """Data for the clipboard, or to be dragged: text, the same as HTML, and words with their times.

    A QTextEdit without a selection makes it: what Python makes would be in the clipboard still when Python has gone,
    and its end would be a crash.
    """
    data = QTextEdit.createMimeDataFromSelection(QTextEdit())
    data.setText(text)
    data.setHtml(rich)
    if words is not None:
        data.setData(FORMAT, pack(words))
    return data


def words_in(data: QMimeData, recording: str) -> CopiedWords | None:
    """The words that were copied of this recording; None where the data has none, or is not what was copied."""
    try:
        words = unpack(bytes(data.data(FORMAT).data())) if data.hasFormat(FORMAT) else None
    except ValueError:
        return None
    is_same = words is not None and words.recording == recording and words.text.split() == data.text().split()
    return words if is_same else None


def pack(copied: CopiedWords) -> bytes:
    """The words as the clipboard has them."""
    lines = [
        {"text": line.text, "words": [None if word is None else word_document(word) for word in line.words]}
        for line in copied.lines
    ]
    return json.dumps({"recording": copied.recording, "text": copied.text, "lines": lines}).encode()


def unpack(data: bytes) -> CopiedWords:
    """The words that `pack` packed; ValueError where it did not."""
    try:
        document = Field(json.loads(data))
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    lines = document.member("lines").items(_read_line)
    if not lines:
        raise ValueError("there are no lines")
    return CopiedWords(document.member("recording").text(), document.member("text").text(), lines)


def _read_line(line: Field) -> CopiedLine:
    text, words = line.member("text").text(), line.member("words").items(lambda word: word.or_null(read_word))
    if len(text.split()) != len(words):
        raise ValueError(f"{line.where} has other words than its text")
    return CopiedLine(text, words)
