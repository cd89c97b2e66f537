"""Text: what people type, and what programs write for them to read: paragraphs with names and time marks.

Times may begin what they belong to, as in '[00:12] Anna: text', or end it, as in f4; which, the whole file tells. A
name stands before a colon, in brackets, or alone on a line above what is said.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from desktop_app.core.importing.formats import table
from desktop_app.core.importing.speaker_marks import SpeakerMarks, looks_like_a_name, marks_in
from desktop_app.core.importing.time_marks import TimeMark, time_marks
from desktop_app.core.importing.times import CLOCK, clock_ms
from desktop_app.core.importing.values import ReadStretch, ReadTranscript
from desktop_app.translation import tr

_OWN_HEADER = re.compile(r"(?P<media>.+) \((?:\d+:)?\d{1,2}:\d{2}(?:, [^)]*)?\)(?:, .*)?")
_OWN_REMARK = re.compile(r"\[[^\[\]]+\]")
_NAME_AND_TIME = re.compile(rf"(?P<name>[^\d\[({{#][^\[({{#:]*?)\s+(?P<time>{CLOCK})")
_ASIDE = re.compile(r"\s*[-–—]\s+")
_LONGEST_NOTE = 200
_LONGEST_HEAD = 400
"""Of a line that is looked at as a whole, which takes more than twice as long for one that is twice as long."""
_LONGEST_NAME = 63
"""As MAXQDA has it."""


@dataclass(slots=True)
class _Line:
    """A line: its times, its text around them, and whether a blank line stands before it.

    texts: one more than marks: before the first, between them, behind the last.
    """

    written: str
    marks: list[TimeMark]
    texts: list[str]
    is_apart: bool
    name: str | None = None
    is_name_alone: bool = field(default=False)

    @property
    def first_text(self) -> str:
        """The text by which it would begin, after its time."""
        return next(filter(None, self.texts), "")


def read(text: str) -> ReadTranscript:
    """The paragraphs as stretches, each a turn. What stands before the first name or time is told in a note."""
    if table.is_tabbed(text):
        return table.read(text)
    lines = list(_lines(text))
    media, lines = _without_own_header(lines)
    _find_names(lines)
    header, said = _without_header(lines)
    notes = [*(line.first_text[1:-1] for line in _own_remarks(said, media)), *_told(header)]
    said = said[: len(said) - len(_own_remarks(said, media))]
    ends_with_time = _ends_with_time(said)
    stretches = tuple(_stretches(said, ends_with_time=ends_with_time))
    return ReadTranscript(stretches, media=media, notes=tuple(notes))


def _lines(text: str) -> Iterator[_Line]:
    is_apart = True
    for number, raw in enumerate(text.split("\n"), 1):
        line = raw.strip("\u200e\u200f\ufeff \t\f\v\x00")
        if line:
            marks = list(_forward(time_marks(line, number))) or _behind_name(line, number)
            yield _Line(line, marks, _around(line, marks), is_apart)
        is_apart = not line


def _forward(marks: Iterable[TimeMark]) -> Iterator[TimeMark]:
    """Those that go on in time: within a line, what goes back is a time that somebody speaks of."""
    last_ms = 0
    for mark in marks:
        if mark.start_ms >= last_ms:
            yield mark
            last_ms = mark.start_ms


def _behind_name(line: str, number: int) -> list[TimeMark]:
    """The time in 'Anna Berg  0:12'."""
    found = _NAME_AND_TIME.fullmatch(line) if len(line) <= _LONGEST_HEAD else None
    if found is None or not looks_like_a_name(found["name"]):
        return []
    return [TimeMark(clock_ms(found["time"], number), None, found.start("time"), found.end("time"))]


def _around(line: str, marks: Sequence[TimeMark]) -> list[str]:
    starts = [0, *(mark.behind for mark in marks)]
    ends = [*(mark.place for mark in marks), len(line)]
    return [line[start:end].strip() for start, end in zip(starts, ends, strict=True)]


def _without_own_header(lines: list[_Line]) -> tuple[str, list[_Line]]:
    """The recording's name, where one of the first two lines is that of Diarist's own texts; the lines behind it."""
    for at, line in enumerate(lines[:2]):
        found = _OWN_HEADER.fullmatch(line.written) if len(line.written) <= _LONGEST_HEAD else None
        if found is not None and all(each.is_apart for each in lines[at + 1 : at + 2]):
            return found["media"], lines[at + 1 :]
    return "", lines


def _own_remarks(said: Sequence[_Line], media: str) -> Sequence[_Line]:
    """The last lines of Diarist's own text: what its reader must know."""
    first = len(said)
    while media and first and not said[first - 1].marks and _OWN_REMARK.fullmatch(said[first - 1].first_text):
        first -= 1
    return said[first:]


def _find_names(lines: Sequence[_Line]) -> None:
    """Take the names out of the texts."""
    for at, line in enumerate(lines):
        _take_name_above(line, lines[at + 1] if at + 1 < len(lines) else None)
    told = [line for line in lines if not line.is_name_alone and line.first_text]
    timed = [line for line in told if line.marks]
    marks = marks_in(map(_candidate, timed if len(timed) >= len(told) / 2 else told))  # others are headings, mostly
    for line in lines:
        if not line.is_name_alone:
            _take_name(line, marks)


def _take_name_above(line: _Line, following: _Line | None) -> None:
    """'Anna' above a line with a time, 'Anna 0:12' or 'Anna (00:12)' above a line without one, 'Anna:' above any."""
    if following is None or following.is_apart:
        return
    name = line.first_text
    stands_alone = not any(line.texts[1:])
    if not line.marks and name.endswith(":") and looks_like_a_name(name[:-1]):
        line.name, line.is_name_alone = name[:-1].strip(), True
    elif stands_alone and _stands_above(line, following):
        line.name, line.is_name_alone = name, True


def _stands_above(line: _Line, following: _Line) -> bool:
    """Whether a line is a name for what follows: one of them has the time, and a name is no sentence."""
    text = line.first_text
    if line.marks:
        return len(line.marks) == 1 and not following.marks and looks_like_a_name(text)
    is_sentence = len(text) > _LONGEST_NAME or text.endswith((".", "?", "!", ",", ";", "…"))
    return _leads(following) and line.is_apart and not is_sentence


def _candidate(line: _Line) -> str:
    """What the line begins with, its time left out: 'ANNA (00:01:02): text' reads 'ANNA: text'."""
    if line.texts[0] and line.marks and len(line.texts) > 1 and line.texts[1].startswith(":"):
        return line.texts[0] + line.texts[1]
    return line.first_text


def _take_name(line: _Line, marks: SpeakerMarks) -> None:
    speaker, text = marks.split(_candidate(line))
    if speaker is None:
        return
    line.name = speaker
    if line.texts[0] and line.marks and line.texts[1].startswith(":") and not line.texts[0].endswith(":"):
        line.texts[:2] = ["", text]
    else:
        line.texts[next(place for place, each in enumerate(line.texts) if each)] = text


def _without_header(lines: Sequence[_Line]) -> tuple[Sequence[_Line], Sequence[_Line]]:
    """The lines before the first name or time, and all others; no header where there is neither."""
    first = next((at for at, line in enumerate(lines) if line.name or line.marks), 0)
    return lines[:first], lines[first:]


def _told(header: Sequence[_Line]) -> list[str]:
    told = " / ".join(line.first_text for line in header)
    if len(told) > _LONGEST_NOTE:
        told = f"{told[:_LONGEST_NOTE]}…"
    return [tr("The file begins with “{text}”, which nobody says.", text=told)] if told else []


def _ends_with_time(lines: Sequence[_Line]) -> bool:
    """Whether times stand behind what they belong to."""
    timed = [line for line in lines if line.marks and not line.is_name_alone]
    behind = sum(bool(line.texts[0] or line.name) and not line.texts[-1] for line in timed if not _leads(line))
    return behind > len(timed) / 2


def _leads(line: _Line) -> bool:
    return bool(line.marks) and not line.texts[0] and line.marks[0].place < 1


def _stretches(lines: Sequence[_Line], *, ends_with_time: bool) -> Iterator[ReadStretch]:
    speaker: str | None = None
    start_ms: int | None = None
    gathered: list[ReadStretch] = []  # what lines were broken in
    is_new = True
    for line in lines:
        is_new = is_new or line.is_apart or line.name is not None
        speaker = line.name or speaker
        if line.is_name_alone:
            start_ms = line.marks[0].start_ms if line.marks else None
            continue
        for piece in _pieces(line, ends_with_time=ends_with_time):
            if piece.start_ms is None and start_ms is not None:
                piece, start_ms = replace(piece, start_ms=start_ms), None
            if gathered and (is_new or piece.start_ms is not None or gathered[-1].end_ms is not None):
                yield _one(gathered)
                gathered = []
            gathered.append(replace(piece, speaker=speaker, opens_turn=is_new))
            is_new = False
    if gathered:
        yield _one(gathered)


def _one(pieces: Sequence[ReadStretch]) -> ReadStretch:
    return replace(pieces[0], text=" ".join(piece.text for piece in pieces), end_ms=pieces[-1].end_ms)


def _pieces(line: _Line, *, ends_with_time: bool) -> Iterator[ReadStretch]:
    """The text of a line, cut at its times."""
    texts = [line.texts[0], *(_ASIDE.sub("", text, count=1) if _ASIDE.match(text) else text for text in line.texts[1:])]
    if ends_with_time:
        for at, text in enumerate(texts):
            mark = line.marks[at] if at < len(line.marks) else None
            if text:
                yield ReadStretch(text=text, end_ms=mark.start_ms if mark else None)
        return
    for at, text in enumerate(texts):
        mark = line.marks[at - 1] if at else None
        if text:
            yield ReadStretch(text=text, start_ms=mark.start_ms if mark else None, end_ms=mark.end_ms if mark else None)
