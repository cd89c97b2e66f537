"""MD: a text with Markdown's marks, which are taken out before it is read as plain text."""

import re

from desktop_app.core.importing.formats import plain_text
from desktop_app.core.importing.values import ReadTranscript

_HEADING = re.compile(r"^(?:#{1,6}|>)\s+", re.MULTILINE)
_EMPHASIS = re.compile(r"(?<!\\)(\*\*|__)(?=\S)(.{1,500}?)(?<=\S)(?<!\\)\1")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def read(text: str) -> ReadTranscript:
    """The paragraphs, as `plain_text` reads them."""
    return plain_text.read(_ESCAPED.sub(r"\1", _EMPHASIS.sub(r"\2", _HEADING.sub("", text))))
