"""QDPX: a project for MAXQDA, ATLAS.ti, NVivo and others (REFI-QDA 1.0, https://www.qdasoftware.org).

The recording is in it by name alone; whoever opens the project says where it lies, if it is not beside it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from uuid import NAMESPACE_URL, UUID, uuid5

from desktop_app.core.export.incompleteness import incompleteness
from desktop_app.core.export.one_line import file_name, file_stem, speaker_names
from desktop_app.core.export.qda_passages import QdaOptions, qda_passages
from desktop_app.core.export.xml_text import fit_for_xml
from desktop_app.core.export.zip_parts import zipped
from desktop_app.core.store.setting_field import About, setting
from desktop_app.core.transcript.values import AudioSource, Transcript
from desktop_app.translation import tr

# Some readers want a date; one that were true would make another file of the same transcript every time.
_DATE = 'creationDateTime="1970-01-01T00:00:00Z"'
_FILMS = {"avi", "m4v", "mkv", "mov", "mp4", "mpeg", "mpg", "webm", "wmv"}


@dataclass(frozen=True, slots=True)
class QdpxOptions(QdaOptions):
    """speaker_codes: what each speaker says has a code of the speaker's name."""

    speaker_codes: bool = setting(
        False, About(tr("A code for each speaker"), tr("All that a speaker says is coded with it."))
    )


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """position, end: of its text, in characters. start_ms: when it is said."""

    position: int
    end: int
    start_ms: int
    speaker: str


def render(transcript: Transcript, options: QdpxOptions = QdpxOptions()) -> bytes:
    """A project with one recording and its transcript: a paragraph per passage, 'Anna: text', each with a sync point
    that ties its first character to its time; the last one ties the end of the text to that of the recording."""
    text, paragraphs = _text(transcript, options)
    project = "".join(_project(transcript, options, text, paragraphs))
    source = f"sources/{_guid(transcript.audio, 'text')}.txt"
    return zipped([("project.qde", project.encode("utf-8")), (source, text.encode("utf-8"))])


def _text(transcript: Transcript, options: QdpxOptions) -> tuple[str, Sequence[_Paragraph]]:
    lines: list[str] = []
    paragraphs: list[_Paragraph] = []
    position = 0
    for each in qda_passages(transcript, options):
        line = f"{each.name}: {each.text}\n"
        paragraphs.append(_Paragraph(position, position + len(line), each.start_ms, each.speaker))
        lines.append(line)
        position += len(line)
    return "".join(lines), paragraphs


def _project(
    transcript: Transcript, options: QdpxOptions, text: str, paragraphs: Sequence[_Paragraph]
) -> Iterator[str]:
    audio = transcript.audio
    name, kind = escape(fit_for_xml(file_name(audio))), "Video" if _is_film(audio) else "Audio"
    stem = escape(fit_for_xml(file_stem(audio)))
    user = _guid(audio, "user")
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield f'<Project xmlns="urn:QDA-XML:project:1.0" name="{stem}" origin="Diarist" basePath="." {_DATE}>\n'
    yield f'<Users>\n<User guid="{user}" name="Diarist"/>\n</Users>\n'
    if options.speaker_codes and transcript.speakers:
        yield from _codes(transcript)
    yield f'<Sources>\n<{kind}Source guid="{_guid(audio, "recording")}" name="{name}" path="relative:///{name}" '
    yield f'creatingUser="{user}" {_DATE}>\n'
    if note := incompleteness(transcript):
        yield f"<Description>{escape(note)}</Description>\n"
    yield f'<Transcript guid="{_guid(audio, "transcript")}" name="{stem}" '
    yield f'plainTextPath="internal://{_guid(audio, "text")}.txt" creatingUser="{user}" {_DATE}>\n'
    yield from _sync_points(transcript, text, paragraphs)
    if options.speaker_codes:
        yield from _codings(transcript, paragraphs)
    yield f"</Transcript>\n</{kind}Source>\n</Sources>\n</Project>\n"


def _codes(transcript: Transcript) -> Iterator[str]:
    yield "<CodeBook>\n<Codes>\n"
    for speaker, name in speaker_names(transcript.speakers).items():
        guid = _guid(transcript.audio, f"code {speaker}")
        yield f'<Code guid="{guid}" name="{escape(fit_for_xml(name))}" isCodable="true"/>\n'
    yield "</Codes>\n</CodeBook>\n"


def _sync_points(transcript: Transcript, text: str, paragraphs: Sequence[_Paragraph]) -> Iterator[str]:
    last_ms = max([transcript.audio.duration_ms, *(each.start_ms for each in paragraphs)])
    places = [*((each.position, each.start_ms) for each in paragraphs), (len(text), last_ms)]
    for number, (position, time_ms) in enumerate(places):
        guid = _guid(transcript.audio, f"point {number}")
        yield f'<SyncPoint guid="{guid}" position="{position}" timeStamp="{time_ms}"/>\n'


def _codings(transcript: Transcript, paragraphs: Sequence[_Paragraph]) -> Iterator[str]:
    audio = transcript.audio
    for number, paragraph in enumerate(paragraphs):
        first, last = (_guid(audio, f"point {each}") for each in (number, number + 1))
        yield f'<TranscriptSelection guid="{_guid(audio, f"selection {number}")}" fromSyncPoint="{first}" '
        yield f'toSyncPoint="{last}">\n<Coding guid="{_guid(audio, f"coding {number}")}">\n'
        yield f'<CodeRef targetGUID="{_guid(audio, f"code {paragraph.speaker}")}"/>\n'
        yield "</Coding>\n</TranscriptSelection>\n"


def _is_film(audio: AudioSource) -> bool:
    return file_name(audio).rpartition(".")[2].lower() in _FILMS


def _guid(audio: AudioSource, what: str) -> UUID:
    """The same for the same recording, so that an export is the same file again."""
    return uuid5(NAMESPACE_URL, ascii(f"{file_name(audio)}:{audio.duration_ms}:{audio.sha256}:{what}"))
