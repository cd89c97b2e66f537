"""The formats that can be imported. A new one is a file in `formats`, and a line in FORMATS."""

from pathlib import Path
from typing import Protocol

from desktop_app.core.importing.formats import (
    ass,
    cha,
    ctm,
    docx,
    eaf,
    exb,
    html,
    html_noscribe,
    json_assemblyai,
    json_aws,
    json_deepgram,
    json_diarist,
    json_nemo,
    json_whisper,
    json_whisper_cpp,
    json_whisperx,
    markdown,
    odt,
    plain_text,
    qdpx,
    rtf,
    rttm,
    seglst,
    srt,
    stm,
    table,
    textgrid,
    trs,
    ttml,
    webvtt,
)
from desktop_app.core.importing.import_format import ImportFormat, Takes
from desktop_app.core.importing.values import ReadTranscript
from desktop_app.core.transcript.values import Transcript
from desktop_app.translation import tr


class _Kind(Protocol):
    """A module that knows one kind of JSON."""

    def fits(self, document: object) -> bool: ...

    def read(self, document: object) -> ReadTranscript | Transcript: ...


def _json(name: str, label: str, kind: _Kind) -> ImportFormat:
    return ImportFormat(name, label, ("json",), kind.read, Takes.JSON, kind.fits)


FORMATS = (
    ImportFormat("srt", tr("SubRip subtitles"), ("srt",), srt.read),
    ImportFormat("vtt", tr("WebVTT subtitles"), ("vtt",), webvtt.read),
    ImportFormat("ass", tr("SubStation subtitles"), ("ass", "ssa"), ass.read),
    ImportFormat("ttml", tr("Timed text (TTML)"), ("ttml", "dfxp", "xml"), ttml.read, Takes.BYTES),
    ImportFormat("txt", tr("Text", "a file format"), ("txt", "text"), plain_text.read),
    ImportFormat("md", "Markdown", ("md", "markdown"), markdown.read),
    ImportFormat("rtf", tr("Rich text (RTF)"), ("rtf",), rtf.read, Takes.BYTES),
    ImportFormat("odt", tr("LibreOffice document"), ("odt",), odt.read, Takes.BYTES),
    ImportFormat("docx", tr("Word document"), ("docx",), docx.read, Takes.BYTES),
    ImportFormat("noscribe", "noScribe", ("html", "htm"), html_noscribe.read, fits=html_noscribe.fits),
    ImportFormat("html", tr("Web page of Diarist"), ("html", "htm"), html.read),
    ImportFormat("csv", tr("Table (CSV, TSV)"), ("csv", "tsv", "tab"), table.read),
    ImportFormat("eaf", tr("ELAN annotations"), ("eaf",), eaf.read, Takes.BYTES),
    ImportFormat("textgrid", tr("Praat TextGrid"), ("textgrid",), textgrid.read),
    ImportFormat("exb", "EXMARaLDA", ("exb",), exb.read, Takes.BYTES),
    ImportFormat("trs", "Transcriber", ("trs",), trs.read, Takes.BYTES),
    ImportFormat("cha", "CHAT (CLAN)", ("cha",), cha.read),
    ImportFormat("qdpx", tr("REFI-QDA project"), ("qdpx",), qdpx.read, Takes.BYTES),
    ImportFormat("rttm", tr("Speaker times (RTTM)"), ("rttm",), rttm.read),
    ImportFormat("ctm", tr("Word times (CTM)"), ("ctm",), ctm.read),
    ImportFormat("stm", tr("Segment times (STM)"), ("stm",), stm.read),
    _json("json", tr("Diarist transcript"), json_diarist),
    _json("whisperx", "WhisperX", json_whisperx),
    _json("whisper.cpp", "whisper.cpp", json_whisper_cpp),
    _json("nemo", "NeMo", json_nemo),
    _json("aws", "Amazon Transcribe", json_aws),
    _json("deepgram", "Deepgram", json_deepgram),
    _json("assemblyai", "AssemblyAI", json_assemblyai),
    _json("whisper", "Whisper, faster-whisper", json_whisper),
    _json("seglst", "SegLST", seglst),
)
"""Of JSON, the first that fits is read."""

ENDINGS = frozenset(ending for each in FORMATS for ending in each.endings)
"""Of the files that can be imported, in small letters, without the dot."""


def formats_of(path: Path) -> tuple[ImportFormat, ...]:
    """The formats that a path's name ends like; none where it ends otherwise."""
    ending = path.suffix.removeprefix(".").lower()
    return tuple(each for each in FORMATS if ending in each.endings)


def format_named(name: str) -> ImportFormat:
    """The format of that name, in any case. ValueError where there is none."""
    for known in FORMATS:
        if known.name == name.strip().lower():
            return known
    raise ValueError(f"no format {name!r} can be imported: there are {', '.join(each.name for each in FORMATS)}")
