"""The export formats there are. A new one is a file beside this one and a line in FORMATS."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop_app.core.export import json_format, plain_text, rttm, subrip, webvtt
from desktop_app.core.transcript.on_record import on_record
from desktop_app.core.transcript.values import Transcript
from desktop_app.translation import tr


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A kind of file. extension: without its dot; label: what a person calls it; render: what is in the file. Text
    always encodes to UTF-8 and ends its lines with a line feed. keeps_all: what is off the record is in it, too."""

    extension: str
    label: str
    render: Callable[[Transcript], str | bytes]
    keeps_all: bool = False

    def contents(self, transcript: Transcript) -> bytes:
        """What is in the file, text in UTF-8."""
        rendered = self.render(transcript if self.keeps_all else on_record(transcript))
        return rendered if isinstance(rendered, bytes) else rendered.encode("utf-8")


FORMATS = (
    ExportFormat("txt", tr("Text", "a file format"), plain_text.render),
    ExportFormat("srt", tr("SubRip subtitles"), subrip.render),
    ExportFormat("vtt", tr("WebVTT subtitles"), webvtt.render),
    ExportFormat("json", tr("Diarist transcript"), json_format.render),
    ExportFormat("rttm", tr("Speaker times (RTTM)"), rttm.render),
)


def format_for(extension: str, formats: Sequence[ExportFormat] = FORMATS) -> ExportFormat:
    """The format of that extension, with or without its dot, in any case; ValueError if there is none among these."""
    wanted = extension.removeprefix(".").lower()
    for known in formats:
        if known.extension == wanted:
            return known
    raise ValueError(f"no export format {extension!r}: there are {', '.join(known.extension for known in formats)}")
