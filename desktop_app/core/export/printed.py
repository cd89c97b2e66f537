"""A transcript as documents print it: DOCX, ODT, HTML and PDF share what stands in them, and what can be chosen."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop_app.core.export.one_line import file_stem, one_line, speaker_names
from desktop_app.core.export.recording_line import closing_notes, recording_line
from desktop_app.core.export.xml_text import fit_for_xml
from desktop_app.core.store.setting_field import About, setting
from desktop_app.core.transcript.clock import clock
from desktop_app.core.transcript.values import Speaker, Transcript
from desktop_app.translation import tr


class Layout(StrEnum):
    """How turns stand on a page."""

    PARAGRAPHS = "paragraphs"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class PrintedOptions:
    """What can be chosen of a document."""

    times: bool = setting(True, About(tr("Times"), tr("When each turn begins.")))
    merged: bool = setting(
        False, About(tr("Merge turns"), tr("What one speaker says until another does is one paragraph."))
    )
    layout: Layout = setting(
        Layout.PARAGRAPHS, About(tr("Layout"), choices={"paragraphs": tr("paragraphs"), "table": tr("a table")})
    )
    title: bool = setting(True, About(tr("Title"), tr("The recording's name and length stand on top.")))


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph. name: the speaker's, told apart from namesakes. parts: when each turn begins, as a clock shows it,
    and its text on one line."""

    speaker: Speaker
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


def printed(transcript: Transcript, *, merged: bool = False) -> Printed:
    """What stands in a document. merged: the turns of one speaker that follow on are one passage."""
    return Printed(
        fit_for_xml(file_stem(transcript.audio)) or "-",
        fit_for_xml(recording_line(transcript)),
        tuple(_merged(_passages(transcript)) if merged else _passages(transcript)),
        tuple(map(fit_for_xml, closing_notes(transcript))),
    )


def _passages(transcript: Transcript) -> Iterator[Passage]:
    names = speaker_names(transcript.speakers)
    for turn in transcript.spoken_turns():
        if text := fit_for_xml(one_line(turn.text)):
            name = fit_for_xml(names[turn.speaker])
            yield Passage(transcript.speaker(turn.speaker), name, ((clock(turn.start_ms), text),))


def _merged(passages: Iterator[Passage]) -> Iterator[Passage]:
    whole: list[Passage] = []
    for passage in passages:
        if whole and whole[0].speaker is not passage.speaker:
            yield _one(whole)
            whole = []
        whole.append(passage)
    if whole:
        yield _one(whole)


def _one(passages: list[Passage]) -> Passage:
    return replace(passages[0], parts=tuple(part for passage in passages for part in passage.parts))
