"""HTML of noScribe (https://github.com/kaixxx/noScribe), as it writes it and as its editor saves it.

Each piece of the text belongs to an anchor, 'ts_1000_2500_S01': it is inside of it, or behind it where the editor saved
the page; the first versions have the anchor as a link, and name no speaker there. Who speaks stands before the text,
where a user may have written a name: 'Anna: [00:00:12] Well', or '//Ben: yes//' within another's paragraph.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from desktop_app.core.importing.errors import MalformedFile
from desktop_app.core.importing.times import MOST_MS
from desktop_app.core.importing.values import ReadStretch, ReadTranscript
from desktop_app.translation import plural, tr

_ANCHOR = re.compile(r"ts_(\d{1,12})_(\d{1,12})(?:_(/{0,2})(.{0,200}))?", re.ASCII)
_OF_NOSCRIBE = re.compile(r'<a\s+(?:name|href)="ts_\d{1,12}_\d{1,12}[_"]', re.ASCII)
_CLOCK = re.compile(r"\[\d{1,3}:\d\d:\d\d(?:[.,]\d{1,3})?\]")
_PAUSE = re.compile(r"\((?:[.·•…_-]{1,20}|[^()\d]{0,20}\d{1,4}[^()]{1,40})\)")
_LABEL = re.compile(r"([^\s:/][^:/.?!]{0,59}):(?:\s+|$)")
_NUMBERED = re.compile(r"S\d{1,3}")
_LANGUAGE = re.compile(r"\([^()|]{1,60}\(([a-z]{2,3})\)")
_UNSEEN = frozenset({"style", "script", "title"})
_BREAKS = frozenset({"p", "br", "h1", "h2", "div", "li"})


def fits(text: str) -> bool:
    """Whether a page is of noScribe."""
    return _OF_NOSCRIBE.search(text) is not None


def read(text: str) -> ReadTranscript:
    """Its pieces, each as long as it says. MalformedFile, with the line, where a time is none. Pauses are left out, and
    told."""
    if not fits(text):
        raise MalformedFile(tr("it is no page of noScribe"), 1)
    page = _Page()
    page.feed(text)
    page.close()
    stretches = tuple(_Speaking(page.pieces).stretches())
    speakers = dict.fromkeys(each.speaker for each in stretches if each.speaker)
    head = "".join(page.head)
    language = _LANGUAGE.search(head)
    return ReadTranscript(
        stretches,
        tuple(speakers),
        language=language[1] if language else None,
        media=page.media or _media(head),
        notes=_notes(page.pieces),
    )


@dataclass(slots=True)
class _Piece:
    """What belongs to one anchor, or stands in a paragraph that has none.

    who: whom the anchor names. opens: it is the first of its paragraph.
    """

    start_ms: int | None
    end_ms: int | None
    who: str
    opens: bool
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Without the times that are written into it."""
        return " ".join(_CLOCK.sub(" ", "".join(self.texts)).split())

    @property
    def is_pause(self) -> bool:
        return _PAUSE.fullmatch(self.text.strip("/ ")) is not None


class _Page(HTMLParser):
    """What a page says, in its order. head: what stands before the first anchor; media: the recording."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[_Piece] = []
        self.head: list[str] = []
        self.media = ""
        self._unseen = 0
        self._opens = True
        self._is_open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """See HTMLParser."""
        told = dict(attrs)
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "meta" and told.get("name") == "audio_source":
            self.media = told.get("content") or ""
        elif tag == "a":
            self._take_anchor(told.get("name") or told.get("href") or "")
        elif tag in _BREAKS:
            self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        """See HTMLParser."""
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _BREAKS:
            self._break(tag)

    def handle_data(self, data: str) -> None:
        """See HTMLParser."""
        if self._unseen:
            return
        if not self.pieces:
            self.head.append(data)
        elif self._is_open:
            self.pieces[-1].texts.append(data)
        elif data.strip():
            self._begin(_Piece(None, None, "", self._opens, [data]))

    def _take_anchor(self, name: str) -> None:
        if found := _ANCHOR.fullmatch(name):
            self._begin(_Piece(self._time_ms(found[1]), self._time_ms(found[2]), found[4] or "", self._opens))

    def _begin(self, piece: _Piece) -> None:
        """Another one; the same again, where an editor has written the anchor anew, goes on."""
        last = self.pieces[-1] if self._is_open else None
        if last is None or (last.start_ms, last.end_ms, last.who) != (piece.start_ms, piece.end_ms, piece.who):
            self.pieces.append(piece)
        self._is_open, self._opens = True, False

    def _break(self, tag: str) -> None:
        if not self.pieces:
            self.head.append("\n")
        elif tag == "br" and self._is_open:
            self.pieces[-1].texts.append(" ")
        elif tag != "br":
            self._is_open, self._opens = False, True

    def _time_ms(self, told: str) -> int:
        if int(told) > MOST_MS:
            raise MalformedFile(tr("“{text}” is no time", text=told), self.getpos()[0])
        return int(told)


class _Speaking:
    """Who says each of the pieces."""

    def __init__(self, pieces: Sequence[_Piece]) -> None:
        self._pieces = [each for each in pieces if each.text and not each.is_pause]
        self._names = self._names_of_codes()
        self._typed = Counter(label for each in self._pieces if not each.who and (label := _label(each)))

    def stretches(self) -> Iterator[ReadStretch]:
        """All that is said."""
        speaker: str | None = None  # of the paragraph
        other: str | None = None  # who talks in between
        for piece in self._pieces:
            text, name = self._split(piece)
            if piece.opens:
                speaker, other = name or self._names.get(piece.who) or piece.who or speaker, None
            elif text.startswith("//") or name:
                other = name
            said = text.strip("/ ")
            who = self._names.get(piece.who) or piece.who or other or speaker
            if said:
                yield ReadStretch(who, piece.start_ms, piece.end_ms, said, opens_turn=piece.opens)
            if text.endswith("//"):
                other = None

    def _split(self, piece: _Piece) -> tuple[str, str | None]:
        """What is said, and the name before it, which it is without then."""
        label = _label(piece)
        if label is None or not self._is_name(label, piece):
            return piece.text, None
        before, _, text = piece.text.partition(":")
        return before[: len(before) - len(before.lstrip("/"))] + text.strip(), label

    def _is_name(self, label: str, piece: _Piece) -> bool:
        """Not a word with a colon. What is typed by hand, where the page names nobody, must be there twice."""
        if piece.who:
            return label in {piece.who, self._names.get(piece.who)}
        return _NUMBERED.fullmatch(label) is not None or self._typed[label] > 1

    def _names_of_codes(self) -> dict[str, str]:
        """What stands most often before what the anchors say a speaker says."""
        labels: dict[str, Counter[str]] = {}
        for each in self._pieces:
            if each.who and (label := _label(each)):
                labels.setdefault(each.who, Counter())[label] += 1
        return {who: found.most_common(1)[0][0] for who, found in labels.items()}


def _label(piece: _Piece) -> str | None:
    """The name that may stand before the text."""
    if not (piece.opens or piece.text.startswith("//")):
        return None
    found = _LABEL.match(piece.text.lstrip("/ "))
    return found[1] if found else None


def _media(head: str) -> str:
    """Of a page that does not say it to programs: the line behind the one that names noScribe."""
    lines = [each.strip() for each in head.split("\n") if each.strip()]
    places = [place for place, each in enumerate(lines[:-1]) if "noScribe" in each]
    return lines[places[0] + 1].partition(": ")[2] if places else ""


def _notes(pieces: Sequence[_Piece]) -> tuple[str, ...]:
    count = sum(each.is_pause for each in pieces)
    if not count:
        return ()
    return (plural("{n} notes of pauses are left out.", "{n} note of a pause is left out.", count),)
