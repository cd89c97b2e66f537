"""HTML: pages that Diarist wrote, with a time for every word."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from urllib.parse import unquote

from desktop_app.core.importing.errors import MalformedFile
from desktop_app.core.importing.times import MOST_MS
from desktop_app.core.importing.values import ReadStretch, ReadTranscript, ReadWord
from desktop_app.translation import tr

_OURS = re.compile(r'<main>\s*<h1 dir="auto">')
_ELEMENT = re.compile(
    r'<(?P<name>html|p|bdi|span|audio|video)(?P<attributes>(?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*>(?P<text>[^<]*)'
)
"""Those that hold something of a transcript: in pages of ours, no other elements are inside of them but in paragraphs,
of whose own text only remarks matter."""
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"<>]*)"')


def read(text: str) -> ReadTranscript:
    """The turns, with their words. MalformedFile, with the line, where it is no page of Diarist, or a time is none."""
    if _OURS.search(text) is None:
        raise MalformedFile(tr("it is no page that Diarist or noScribe wrote"), 1)
    page = _Page()
    for found in _ELEMENT.finditer(text):
        try:
            page.take(found["name"], dict(_ATTRIBUTE.findall(found["attributes"])), found["text"])
        except MalformedFile as error:
            raise MalformedFile(error.cause, text.count("\n", 0, found.start()) + 1) from None
    return page.transcript()


class _Page:
    """What a page says, element after element."""

    def __init__(self) -> None:
        self._language: str | None = None
        self._media = ""
        self._remarks: list[str] = []
        self._turns: list[tuple[str, int, list[ReadWord]]] = []

    def take(self, element: str, attributes: Mapping[str, str], text: str) -> None:
        """The next element. MalformedFile where it should have a time, and has none."""
        if element == "span":
            if self._turns and "data-s" in attributes and (said := _plain(text)):
                word = ReadWord(said, _time_ms(attributes, "data-s"), _time_ms(attributes, "data-e"))
                self._turns[-1][2].append(word)
        elif element == "bdi":
            self._turns.append((_plain(text), _time_ms(attributes, "data-s"), []))
        elif element == "p":
            if attributes.get("class") == "muted":
                self._remarks.append(_plain(text))
        elif element == "html":
            self._language = unescape(attributes.get("lang", "")) or None
        else:
            self._media = unquote(unescape(attributes.get("src", "")))

    def transcript(self) -> ReadTranscript:
        """All that was taken."""
        stretches = tuple(self._stretches())
        speakers = dict.fromkeys(each.speaker for each in stretches if each.speaker)
        recording, *remarks = self._remarks or [""]
        notes = tuple(each[1:-1] for each in remarks if each.startswith("[") and each.endswith("]"))
        return ReadTranscript(
            stretches, tuple(speakers), self._language, self._media or recording.rpartition(" (")[0], notes
        )

    def _stretches(self) -> Iterator[ReadStretch]:
        for name, start_ms, words in self._turns:
            if words:
                end_ms = max(word.end_ms or 0 for word in words)
                yield ReadStretch(name, start_ms, end_ms, words=tuple(words), opens_turn=True)


def _plain(text: str) -> str:
    return " ".join(unescape(text).split())


def _time_ms(attributes: Mapping[str, str], key: str) -> int:
    told = attributes.get(key, "")
    if told.isdecimal() and len(told) <= 12 and (time_ms := int(told)) <= MOST_MS:
        return time_ms
    raise MalformedFile(tr("“{text}” is no time", text=told[:60]))
