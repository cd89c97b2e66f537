"""NVivo: rows for the transcript of a recording, separated by tabs."""

from dataclasses import dataclass

from desktop_app.core.export.qda_passages import QdaOptions, closing_remark, unmistakable_passages
from desktop_app.core.store.setting_field import About, setting
from desktop_app.core.transcript.clock import clock_mark
from desktop_app.core.transcript.values import Transcript
from desktop_app.translation import tr

_HEADER = "Timespan\tContent\tSpeaker"


@dataclass(frozen=True, slots=True)
class NvivoOptions(QdaOptions):
    """header: the first row tells what is in the columns."""

    header: bool = setting(True, About(tr("A header row"), tr("NVivo asks at the import whether there is one.")))


def render(transcript: Transcript, options: NvivoOptions = NvivoOptions()) -> str:
    """A row per passage, by start: time span to a tenth of a second, text, speaker. The last row says that a
    transcript is incomplete."""
    found = unmistakable_passages(transcript, options)
    rows = [f"{_span(each.start_ms, each.end_ms)}\t{each.text}\t{each.name}" for each in found]
    remark, from_ms = closing_remark(transcript), transcript.incomplete_from_ms
    if remark is not None and from_ms is not None:
        rows.append(f"{_span(from_ms, transcript.audio.duration_ms)}\t{remark}\t")
    return "\n".join([*([_HEADER] if options.header else []), *rows]) + "\n"


def _span(start_ms: int, end_ms: int) -> str:
    """'00:00:01.2-00:00:03.8'; at least a tenth of a second."""
    return f"{_tenths(start_ms)}-{_tenths(max(end_ms, start_ms + 100))}"


def _tenths(time_ms: int) -> str:
    return f"{clock_mark(time_ms)}.{time_ms % 1000 // 100}"
