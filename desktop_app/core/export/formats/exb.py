"""EXB: a basic transcription for EXMARaLDA (version 1.4 of its document type), tiers on one time line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from desktop_app.core.export.incompleteness import incompleteness
from desktop_app.core.export.one_line import file_name, file_stem
from desktop_app.core.export.scoring_fields import seconds
from desktop_app.core.export.tiers import Interval, Tier, end_of, tiers
from desktop_app.core.export.xml_text import fit_for_xml
from desktop_app.core.store.setting_field import About, setting
from desktop_app.core.transcript.values import Transcript
from desktop_app.translation import tr

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<basic-transcription>
    <head>
        <meta-information>
            <project-name/>
            <transcription-name>{name}</transcription-name>
            <referenced-file url="{file}"/>
            <ud-meta-information/>
            <comment>{comment}</comment>
            <transcription-convention/>
        </meta-information>
        <speakertable>
"""
_SPEAKER = """            <speaker id="SPK{number}">
                <abbreviation>{name}</abbreviation>
                <sex value="u"/>
                <languages-used/>
                <l1/>
                <l2/>
                <ud-speaker-information/>
                <comment/>
            </speaker>
"""


@dataclass(frozen=True, slots=True)
class ExbOptions:
    """words: each word is an event."""

    words: bool = setting(
        False, About(tr("An event for each word"), tr("Otherwise one for each turn, which is easier to read."))
    )


def render(transcript: Transcript, options: ExbOptions = ExbOptions()) -> str:
    """A tier per speaker (type t, category v) with an event per turn, all on one time line in seconds, which has a
    point wherever an event begins or ends. The recording is named without its folders: EXMARaLDA looks for it beside
    the file."""
    found = tiers(transcript)
    events = [tier.words if options.words else tier.turns for tier in found]
    times = {0, end_of(transcript, found)}
    times |= {time_ms for tier in events for each in tier for time_ms in (each.start_ms, each.end_ms)}
    points = {time_ms: f"T{number}" for number, time_ms in enumerate(sorted(times))}
    return "".join([*_head(transcript, found), *_body(found, events, points)])


def _head(transcript: Transcript, found: Sequence[Tier]) -> Iterator[str]:
    name, file = file_stem(transcript.audio), file_name(transcript.audio)
    comment = escape(incompleteness(transcript) or "")
    yield _HEAD.format(name=escape(fit_for_xml(name)), file=escape(fit_for_xml(file)), comment=comment)
    for number, tier in enumerate(found):
        yield _SPEAKER.format(number=number, name=escape(tier.name))
    yield "        </speakertable>\n    </head>\n"


def _body(found: Sequence[Tier], events: Sequence[Sequence[Interval]], points: dict[int, str]) -> Iterator[str]:
    yield "    <basic-body>\n        <common-timeline>\n"
    for time_ms, point in points.items():
        yield f'            <tli id="{point}" time="{seconds(time_ms)}"/>\n'
    yield "        </common-timeline>\n"
    for number, tier in enumerate(found):
        yield f'        <tier id="TIE{number}" speaker="SPK{number}" category="v" type="t" '
        yield f'display-name="{escape(tier.name)} [v]">\n'
        for each in events[number]:
            start, end = points[each.start_ms], points[each.end_ms]
            yield f'            <event start="{start}" end="{end}">{escape(each.text)} </event>\n'
        yield "        </tier>\n"
    yield "    </basic-body>\n</basic-transcription>\n"
