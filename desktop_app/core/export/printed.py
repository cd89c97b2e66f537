"""A transcript as documents print it: DOCX, ODT and PDF share what stands in them, and what can be chosen."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.core.export.one_line import file_stem, speaker_names
from desktop_app.core.export.paragraphs import paragraphs
from desktop_app.core.export.reading_layout import ReadingLayout
from desktop_app.core.export.recording_line import closing_notes, recording_line
from desktop_app.core.export.xml_text import fit_for_xml
from desktop_app.core.store.setting_field import About, setting
from desktop_app.core.transcript.clock import clock
from desktop_app.core.transcript.values import Transcript
from desktop_app.translation import tr


class PageLayout(StrEnum):
    """How turns stand on a page."""

    PARAGRAPHS = "paragraphs"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class PrintedOptions(ReadingLayout):
    """What can be chosen of a document."""

    layout: PageLayout = setting(
        PageLayout.PARAGRAPHS, About(tr("Layout"), choices={"paragraphs": tr("paragraphs"), "table": tr("a table")})
    )


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph. colour: the speaker's; name: theirs, told apart from namesakes. parts: texts on one line, each with
    the time that stands before it, as a clock shows it, or ''."""

    colour: int
    name: str
    parts: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """The text of all parts."""
        return " ".join(text for _, text in self.parts)


@dataclass(frozen=True, slots=True)
class Printed:
    """A document: every text is on one line and fit for XML. line: on the recording; notes: after the last passage."""

    title: str
    line: str
    passages: tuple[Passage, ...]
    notes: tuple[str, ...]


def printed(transcript: Transcript, layout: ReadingLayout) -> Printed:
    """What stands in a document; title and line also where they are not to be shown."""
    return Printed(
        fit_for_xml(file_stem(transcript.audio)) or "-",
        fit_for_xml(recording_line(transcript)),
        tuple(_passages(transcript, layout)),
        tuple(map(fit_for_xml, closing_notes(transcript))),
    )


def _passages(transcript: Transcript, layout: ReadingLayout) -> Iterator[Passage]:
    names = speaker_names(transcript.speakers)
    colours = {names[speaker.id]: speaker.colour for speaker in transcript.speakers}
    for said in paragraphs(transcript, layout):
        parts = ((each.time_ms, fit_for_xml(each.text)) for each in said.passages)
        shown = tuple(("" if time_ms is None else clock(time_ms), text) for time_ms, text in parts if text)
        if shown:
            yield Passage(colours[said.name], fit_for_xml(said.name), shown)
