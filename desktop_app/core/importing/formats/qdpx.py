"""QDPX: projects of programs for qualitative data analysis (REFI-QDA 1.0, https://www.qdasoftware.org).

Of a project, the transcript of a recording is read: its text, and the points that tie places in it to times.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from desktop_app.core.importing.decoded import decoded_with_line_ends
from desktop_app.core.importing.errors import MalformedFile
from desktop_app.core.importing.safe_xml import Element
from desktop_app.core.importing.speaker_marks import marks_in
from desktop_app.core.importing.times import MOST_MS
from desktop_app.core.importing.values import ReadStretch, ReadTranscript
from desktop_app.core.importing.zipped_xml import file_in_zip, xml_in_zip
from desktop_app.translation import tr

_SOURCES = ("AudioSource", "VideoSource")
_INSIDE = "internal://"


def read(data: bytes) -> ReadTranscript:
    """The lines of the first transcript, cut where points are; that there are others is told. MalformedFile where it is
    no project, has no transcript with a text, is encrypted, or would be too large unpacked."""
    root = xml_in_zip(data, "project.qde")
    if root is None:
        raise MalformedFile(tr("it is no project of REFI-QDA"))
    found = [(source, each) for name in _SOURCES for source in root.all(name) for each in source.children("Transcript")]
    if not found:
        raise MalformedFile(tr("the project has no transcript of a recording"))
    source, transcript = found[0]
    text = _text(data, transcript)
    stretches = tuple(_stretches(text, _points(transcript, len(text))))
    return ReadTranscript(stretches, media=source.attributes.get("name", ""), notes=_notes([each for _, each in found]))


def _text(data: bytes, transcript: Element) -> str:
    path = transcript.attributes.get("plainTextPath", "")
    if not path:
        return "".join(each.text() for each in transcript.children("PlainTextContent"))
    name = path.removeprefix(_INSIDE)
    found = file_in_zip(data, f"sources/{name}") if path.startswith(_INSIDE) else None
    if found is None:
        raise MalformedFile(tr("the text of its transcript is not in it: “{text}”", text=path[:60]))
    return decoded_with_line_ends(found)


def _points(transcript: Element, length: int) -> list[tuple[int, int]]:
    """Places in the text and their times in ms, by place; what lies outside of the text is left out."""
    told = [(_number(each, "position"), _number(each, "timeStamp")) for each in transcript.children("SyncPoint")]
    return sorted({place: time_ms for place, time_ms in told if place <= length}.items())


def _number(point: Element, key: str) -> int:
    told = point.attributes.get(key, "")
    if not told.isdecimal() or len(told) > 12 or int(told) > MOST_MS:
        raise MalformedFile(tr("“{text}” is no place and no time", text=told[:60]), point.line)
    return int(told)


def _stretches(text: str, points: Sequence[tuple[int, int]]) -> Iterator[ReadStretch]:
    lines = list(_lines(text, points))
    marks = marks_in(line for line, _, is_begun in lines if is_begun)
    speaker: str | None = None
    for line, time_ms, is_begun in lines:
        name, said = marks.split(line) if is_begun else (None, line)
        speaker = name or speaker
        if said:
            yield ReadStretch(speaker, time_ms, text=said, opens_turn=is_begun)


def _lines(text: str, points: Sequence[tuple[int, int]]) -> Iterator[tuple[str, int | None, bool]]:
    """What stands on a line, or on it from one point to the next; its time; and whether the line begins with it."""
    cuts = [*points, (len(text), 0)]
    pieces: list[tuple[str, int | None]] = [(text[: cuts[0][0]], None)]
    pieces += [(text[place:until], time_ms) for (place, time_ms), (until, _) in pairwise(cuts)]
    is_begun = True
    for piece, told_ms in pieces:
        time_ms = told_ms
        for line in piece.splitlines(keepends=True):
            if line.strip():
                yield line.strip(), time_ms, is_begun
                time_ms, is_begun = None, False
            is_begun = is_begun or line.endswith(("\n", "\r"))


def _notes(transcripts: Sequence[Element]) -> tuple[str, ...]:
    if len(transcripts) < 2:
        return ()
    name = transcripts[0].attributes.get("name", "")
    return (tr("The project has {n} transcripts of recordings: “{name}” is read.", n=len(transcripts), name=name),)
