"""The export formats there are. A new one is a file in `formats`, and a line in FORMATS."""

from collections.abc import Sequence
from pathlib import Path

from desktop_app.core.export.cue_limits import CueLimits
from desktop_app.core.export.export_format import ExportFormat
from desktop_app.core.export.formats import (
    ass,
    csv_format,
    docx_format,
    html_format,
    json_format,
    markdown,
    odt_format,
    plain_text,
    rttm,
    subrip,
    tsv_format,
    ttml,
    webvtt,
)
from desktop_app.core.export.printed import PrintedOptions
from desktop_app.core.export.reading_layout import ReadingLayout
from desktop_app.core.export.table_rows import TableOptions
from desktop_app.translation import tr

FORMATS = (
    ExportFormat("txt", tr("Text", "a file format"), plain_text.render, options=ReadingLayout(), is_read=True),
    ExportFormat("srt", tr("SubRip subtitles"), subrip.render, options=subrip.SubripOptions(), is_read=True),
    ExportFormat("vtt", tr("WebVTT subtitles"), webvtt.render, options=webvtt.WebvttOptions(), is_read=True),
    ExportFormat("json", tr("Diarist transcript"), json_format.render),
    ExportFormat("rttm", tr("Speaker times (RTTM)"), rttm.render),
    ExportFormat("docx", tr("Word document"), docx_format.render, options=PrintedOptions(), is_read=True),
    ExportFormat("odt", tr("OpenDocument text"), odt_format.render, options=PrintedOptions(), is_read=True),
    ExportFormat("html", tr("Web page"), html_format.render, options=html_format.HtmlOptions(), is_read=True),
    ExportFormat(
        "csv", tr("Table for spreadsheets (CSV)"), csv_format.render, options=csv_format.CsvOptions(), is_read=True
    ),
    ExportFormat("tsv", tr("Table with tabs (TSV)"), tsv_format.render, options=TableOptions(), is_read=True),
    ExportFormat("md", tr("Markdown"), markdown.render, options=ReadingLayout(), is_read=True),
    ExportFormat("ass", tr("Subtitles in colours (ASS)"), ass.render, options=ass.AssOptions(), is_read=True),
    ExportFormat("ttml", tr("Dubbing script (DAPT, TTML)"), ttml.render, options=CueLimits(), is_read=True),
)
_USUAL = ("txt", "srt", "vtt", "json", "rttm")


def usual_formats() -> tuple[ExportFormat, ...]:
    """What is written where nobody says which."""
    return tuple(format_for(extension) for extension in _USUAL)


def usual_names() -> str:
    """Their short names, separated by commas."""
    return ",".join(each.short_name for each in usual_formats())


def format_of(path: Path, formats: Sequence[ExportFormat] = FORMATS) -> ExportFormat | None:
    """The format of these that a path's name ends like, the longest such ending; None where there is none."""
    name = path.name.lower()
    return max(
        (each for each in formats if name.endswith(f".{each.extension}")),
        key=lambda each: len(each.extension),
        default=None,
    )


def format_for(extension: str, formats: Sequence[ExportFormat] = FORMATS) -> ExportFormat:
    """The format of that extension, with or without its first dot, in any case; its short name will do. ValueError if
    there is none among these."""
    wanted = extension.removeprefix(".").lower()
    for known in formats:
        if wanted in {known.extension, known.short_name}:
            return known
    raise ValueError(f"no export format {extension!r}: there are {', '.join(known.short_name for known in formats)}")
