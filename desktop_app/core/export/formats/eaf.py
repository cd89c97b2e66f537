"""EAF: tiers of annotations for ELAN (EAF 3.0, http://www.mpi.nl/tools/elan/EAFv3.0.xsd)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from desktop_app.core.export.incompleteness import incompleteness
from desktop_app.core.export.one_line import file_name
from desktop_app.core.export.tiers import Interval, Tier, tiers
from desktop_app.core.export.xml_text import fit_for_xml
from desktop_app.core.store.setting_field import About, setting
from desktop_app.core.transcript.values import AudioSource, Transcript
from desktop_app.translation import tr

# A date must stand there; one that were true would make another file of the same transcript every time.
_DATE = "1970-01-01T00:00:00Z"
_HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<ANNOTATION_DOCUMENT AUTHOR="" DATE="{_DATE}" FORMAT="3.0" VERSION="3.0" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:noNamespaceSchemaLocation="http://www.mpi.nl/tools/elan/EAFv3.0.xsd">
"""
_TYPES = """    <LINGUISTIC_TYPE GRAPHIC_REFERENCES="false" LINGUISTIC_TYPE_ID="turns" TIME_ALIGNABLE="true"/>
    <LINGUISTIC_TYPE CONSTRAINTS="Included_In" GRAPHIC_REFERENCES="false" LINGUISTIC_TYPE_ID="words" \
TIME_ALIGNABLE="true"/>
    <CONSTRAINT DESCRIPTION="Time subdivision of parent annotation's time interval, no time gaps allowed within this \
interval" STEREOTYPE="Time_Subdivision"/>
    <CONSTRAINT DESCRIPTION="Symbolic subdivision of a parent annotation. Annotations refering to the same parent are \
ordered" STEREOTYPE="Symbolic_Subdivision"/>
    <CONSTRAINT DESCRIPTION="1-1 association with a parent annotation" STEREOTYPE="Symbolic_Association"/>
    <CONSTRAINT DESCRIPTION="Time alignable annotations within the parent annotation's time interval, gaps are \
allowed" STEREOTYPE="Included_In"/>
</ANNOTATION_DOCUMENT>
"""
_MIME_TYPES = {"wav": "audio/x-wav", "mp4": "video/mp4", "mpg": "video/mpeg", "mpeg": "video/mpeg"}
_MIME_TYPES |= {"mov": "video/quicktime", "mp3": "audio/*", "m4a": "audio/*", "flac": "audio/*", "ogg": "audio/*"}


@dataclass(frozen=True, slots=True)
class EafOptions:
    """words: the tier of a speaker has a child with the words."""

    words: bool = setting(
        True, About(tr("A tier with words"), tr("A child of each speaker's tier, whose annotations lie within it."))
    )


def render(transcript: Transcript, options: EafOptions = EafOptions()) -> str:
    """A tier per speaker with an annotation per turn, and below it one with the words ('Anna - words').

    The recording is named without its folders: ELAN looks for it beside the file. Every annotation has time slots of
    its own, so that moving one leaves the others where they are.
    """
    annotations = [each for tier in tiers(transcript) for each in _tiers(tier, words=options.words)]
    slots = _Slots(annotations)
    return "".join([_HEAD, *_header(transcript, slots.count // 2), *slots.lines(), *_body(annotations, slots), _TYPES])


@dataclass(frozen=True, slots=True)
class _Annotations:
    """A tier as ELAN has it. attributes: of its element; depth: 0 for a parent, 1 for a child."""

    attributes: str
    depth: int
    intervals: Sequence[Interval]


def _tiers(tier: Tier, *, words: bool) -> Iterator[_Annotations]:
    name = escape(tier.name)
    yield _Annotations(f'LINGUISTIC_TYPE_REF="turns" PARTICIPANT="{name}" TIER_ID="{name}"', 0, tier.turns)
    if words:
        of_words = f'LINGUISTIC_TYPE_REF="words" PARENT_REF="{name}" PARTICIPANT="{name}"'
        yield _Annotations(f'{of_words} TIER_ID="{escape(tier.word_name)}"', 1, tier.words)


class _Slots:
    """The time slots of all annotations, numbered from 1 by time: at one time ends come before starts, and what is
    within comes after the start and before the end of what it is in."""

    def __init__(self, annotations: Sequence[_Annotations]) -> None:
        ends = [
            slot
            for place, tier in enumerate(annotations)
            for at, each in enumerate(tier.intervals)
            for slot in ((each.start_ms, 1 + tier.depth, place, at), (each.end_ms, -tier.depth, place, at))
        ]
        ends.sort()
        self.count = len(ends)
        self._times = [time_ms for time_ms, *_ in ends]
        self._numbers = {(place, at, order > 0): n for n, (_, order, place, at) in enumerate(ends, 1)}

    def lines(self) -> Iterator[str]:
        """The element with all slots."""
        yield "    <TIME_ORDER>\n"
        for number, time_ms in enumerate(self._times, 1):
            yield f'        <TIME_SLOT TIME_SLOT_ID="ts{number}" TIME_VALUE="{time_ms}"/>\n'
        yield "    </TIME_ORDER>\n"

    def of(self, place: int, at: int) -> tuple[int, int]:
        """The numbers of the slots where an annotation of a tier starts and ends."""
        return self._numbers[place, at, True], self._numbers[place, at, False]


def _header(transcript: Transcript, count: int) -> Iterator[str]:
    name = escape(fit_for_xml(file_name(transcript.audio)))
    yield '    <HEADER MEDIA_FILE="" TIME_UNITS="milliseconds">\n'
    yield f'        <MEDIA_DESCRIPTOR MEDIA_URL="file:///{name}" MIME_TYPE="{_mime_type(transcript.audio)}" '
    yield f'RELATIVE_MEDIA_URL="./{name}"/>\n'
    if note := incompleteness(transcript):
        yield f'        <PROPERTY NAME="incomplete">{escape(note)}</PROPERTY>\n'
    yield f'        <PROPERTY NAME="lastUsedAnnotationId">{count}</PROPERTY>\n    </HEADER>\n'


def _mime_type(audio: AudioSource) -> str:
    return _MIME_TYPES.get(file_name(audio).rpartition(".")[2].lower(), "unknown")


def _body(annotations: Sequence[_Annotations], slots: _Slots) -> Iterator[str]:
    number = 0
    for place, tier in enumerate(annotations):
        yield f"    <TIER {tier.attributes}>\n"
        for at, each in enumerate(tier.intervals):
            number += 1
            start, end = slots.of(place, at)
            yield f'        <ANNOTATION>\n            <ALIGNABLE_ANNOTATION ANNOTATION_ID="a{number}" '
            yield f'TIME_SLOT_REF1="ts{start}" TIME_SLOT_REF2="ts{end}">\n'
            yield f"                <ANNOTATION_VALUE>{escape(each.text)}</ANNOTATION_VALUE>\n"
            yield "            </ALIGNABLE_ANNOTATION>\n        </ANNOTATION>\n"
        yield "    </TIER>\n"
