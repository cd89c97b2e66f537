"""SegLST: a list of segments with speakers, as evaluations of meetings have it (https://github.com/fgnt/meeteval)."""

from collections.abc import Iterator

from desktop_app.core.export.json_fields import Field
from desktop_app.core.importing.errors import MalformedFile
from desktop_app.core.importing.json_document import inside, items, keys_of, ms_of_seconds, name_of, said
from desktop_app.core.importing.nist_lines import name_in
from desktop_app.core.importing.values import ReadStretch, ReadTranscript
from desktop_app.translation import tr


def fits(document: object) -> bool:
    """Whether a document looks like it."""
    return {"words", "speaker"} <= keys_of(inside(document, 0)) or document == []


def read(document: object) -> ReadTranscript:
    """A stretch for every segment. ValueError where something is not what it must be, or of another recording."""
    segments = Field(document)
    sessions = {name_of(each.member("session_id")) for each in items(segments)}
    if len(sessions) > 1:
        raise MalformedFile(tr("it is of {n} recordings: give each its own file", n=len(sessions)))
    return ReadTranscript(tuple(_stretches(segments)), media=next(iter(sessions), None) or "")


def _stretches(segments: Field) -> Iterator[ReadStretch]:
    for segment in items(segments):
        times = ms_of_seconds(segment.member("start_time")), ms_of_seconds(segment.member("end_time"))
        if text := said(segment.member("words")):
            speaker = name_of(segment.member("speaker"))
            yield ReadStretch(name_in(speaker) if speaker else None, *times, text, opens_turn=True)
