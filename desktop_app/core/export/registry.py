"""The export formats there are. A new one is a file in `formats`, and a line in FORMATS."""

from collections.abc import Sequence
from pathlib import Path

from desktop_app.core.export.cue_limits import CueLimits
from desktop_app.core.export.export_format import ExportFormat
from desktop_app.core.export.formats import (
    ass,
    atlasti,
    csv_format,
    ctm,
    docx_format,
    eaf,
    exb,
    f4,
    html_format,
    json_format,
    markdown,
    maxqda,
    nvivo,
    odt_format,
    plain_text,
    qdpx,
    qualcoder,
    rttm,
    seglst,
    stm,
    subrip,
    textgrid,
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
    ExportFormat("eaf", "ELAN", eaf.render, options=eaf.EafOptions()),
    ExportFormat("TextGrid", "Praat TextGrid", textgrid.render, options=textgrid.TextGridOptions()),
    ExportFormat("exb", "EXMARaLDA", exb.render, options=exb.ExbOptions()),
    ExportFormat("maxqda.txt", "MAXQDA", maxqda.render, options=maxqda.MaxqdaOptions(), is_read=True),
    ExportFormat("f4.txt", "f4", f4.render, options=f4.F4Options(), is_read=True),
    ExportFormat("nvivo.txt", "NVivo", nvivo.render, options=nvivo.NvivoOptions(), is_read=True),
    ExportFormat("atlasti.txt", "ATLAS.ti", atlasti.render, options=atlasti.AtlasTiOptions(), is_read=True),
    ExportFormat("qualcoder.txt", "QualCoder", qualcoder.render, options=qualcoder.QualCoderOptions(), is_read=True),
    ExportFormat("qdpx", tr("REFI-QDA project"), qdpx.render, options=qdpx.QdpxOptions()),
    ExportFormat("stm", tr("Words of turns (STM)"), stm.render),
    ExportFormat("ctm", tr("Times of words (CTM)"), ctm.render, options=ctm.CtmOptions()),
    ExportFormat("seglst.json", "MeetEval SegLST", seglst.render),
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
        (each for each in formats if name.endswith(f".{each.extension.lower()}")),
        key=lambda each: len(each.extension),
        default=None,
    )


def format_for(extension: str, formats: Sequence[ExportFormat] = FORMATS) -> ExportFormat:
    """The format of that extension, with or without its first dot, in any case; its short name will do. ValueError if
    there is none among these."""
    wanted = extension.removeprefix(".").lower()
    for known in formats:
        if wanted in {known.extension.lower(), known.short_name.lower()}:
            return known
    raise ValueError(f"no export format {extension!r}: there are {', '.join(known.short_name for known in formats)}")
