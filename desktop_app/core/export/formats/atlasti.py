"""ATLAS.ti: a text that it plays along with the recording, and whose speakers it codes."""

from dataclasses import dataclass

from desktop_app.core.export.qda_passages import QdaOptions, closing_remark, unmistakable_passages
from desktop_app.core.transcript.clock import clock_mark
from desktop_app.core.transcript.values import Transcript


@dataclass(frozen=True, slots=True)
class AtlasTiOptions(QdaOptions):
    """How often there is a time mark."""


def render(transcript: Transcript, options: AtlasTiOptions = AtlasTiOptions()) -> str:
    """A line per passage: '[00:00:12]Anna: text', so that the name begins the paragraph once the mark is taken out of
    it. The last line says that a transcript is incomplete."""
    found = unmistakable_passages(transcript, options)
    lines = [f"[{clock_mark(each.start_ms)}]{each.name}: {each.text}" for each in found]
    remark = closing_remark(transcript)
    return "\n".join(lines if remark is None else [*lines, remark]) + "\n"
