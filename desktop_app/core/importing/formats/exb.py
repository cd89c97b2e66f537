"""EXB: EXMARaLDA's basic transcriptions (https://exmaralda.org): tiers of events on one time line.

A tier of type 't' is what a speaker says; other tiers describe or annotate, and are left out. So are pauses and remarks
within what is said, as HIAT and GAT write them: '((laughs))', '((0,4s))', '(.)', '(0.8)'.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from desktop_app.core.importing.errors import MalformedFile
from desktop_app.core.importing.language_codes import language_tag
from desktop_app.core.importing.remarks import remarks_left_out
from desktop_app.core.importing.safe_xml import Element, parse_xml
from desktop_app.core.importing.tiers import left_out
from desktop_app.core.importing.times import seconds_ms
from desktop_app.core.importing.values import ReadStretch, ReadTranscript
from desktop_app.translation import tr

_ROOT = "basic-transcription"
_SPOKEN = "t"
_REMARK = re.compile(r"\(\([^()]{0,200}\)\)|\((?:\.|-{1,3}|\d{1,3}(?:[.,]\d{1,3})?(?: ?s\.?)|\d{1,3}[.,]\d{1,3})\)")
_UNSAID = re.compile(r"(?<=\w)\u02d9(?!\w)")
"""How HIAT ends a sound that is no sentence: 'hm˙'."""


def read(data: bytes) -> ReadTranscript:
    """The events of every tier that is spoken, in the tiers' order. MalformedFile, with the line, where it is no EXB,
    or an event has a time that is none."""
    root = parse_xml(data)
    if root.name != _ROOT:
        raise MalformedFile(tr("it is no file of EXMARaLDA"), root.line)
    times = _times([each for line in root.all("common-timeline") for each in line.children("tli")])
    names = {each.attributes.get("id", ""): _abbreviation(each) for each in root.all("speaker")}
    tiers = list(root.all("tier"))
    stretches = [
        stretch for tier in tiers if _is_spoken(tier) for stretch in _stretches(tier, _speaker(tier, names), times)
    ]
    others = [_name(tier) for tier in tiers if not _is_spoken(tier) and any(tier.children("event"))]
    speakers = dict.fromkeys(each.speaker for each in stretches if each.speaker)
    remarks = sum(len(_REMARK.findall(_whole(tier))) for tier in tiers if _is_spoken(tier))
    notes = (*left_out(others), *remarks_left_out(remarks))
    return ReadTranscript(tuple(stretches), tuple(speakers), _language(root), _media(root), notes)


def _times(points: Sequence[Element]) -> dict[str, int | None]:
    """The time of every point of the time line, in ms; of one that has none, in even steps between those around it, and
    None where there are none on both sides."""
    told = [_time_ms(point) for point in points]
    known = [place for place, time_ms in enumerate(told) if time_ms is not None]
    for low, high in pairwise(known):
        from_ms, to_ms = told[low] or 0, told[high] or 0
        for place in range(low + 1, high):
            told[place] = from_ms + (to_ms - from_ms) * (place - low) // (high - low)
    return {point.attributes.get("id", ""): time_ms for point, time_ms in zip(points, told, strict=True)}


def _time_ms(point: Element) -> int | None:
    told = point.attributes.get("time", "")
    return seconds_ms(told, point.line) if told else None


def _abbreviation(speaker: Element) -> str:
    return next((" ".join(each.text().split()) for each in speaker.children("abbreviation")), "")


def _is_spoken(tier: Element) -> bool:
    return tier.attributes.get("type", _SPOKEN) == _SPOKEN


def _name(tier: Element) -> str:
    return tier.attributes.get("display-name") or tier.attributes.get("id", "")


def _speaker(tier: Element, names: Mapping[str, str]) -> str | None:
    return names.get(tier.attributes.get("speaker", "")) or _name(tier) or None


def _stretches(tier: Element, speaker: str | None, times: Mapping[str, int | None]) -> Iterator[ReadStretch]:
    """A stretch for each event; for several, where a word goes on from one to the next."""
    gathered: list[Element] = []
    for event in tier.children("event"):
        if gathered and not _goes_on(gathered[-1], event):
            yield from _stretch(gathered, speaker, times)
            gathered = []
        gathered.append(event)
    yield from _stretch(gathered, speaker, times)


def _goes_on(event: Element, following: Element) -> bool:
    text = _text(event)
    touches = event.attributes.get("end") == following.attributes.get("start")
    return touches and bool(text) and not text[-1].isspace() and not _text(following)[:1].isspace()


def _text(event: Element) -> str:
    return "".join(each for each in event.content if isinstance(each, str))


def _whole(tier: Element) -> str:
    return "".join(_text(event) for event in tier.children("event"))


def _language(root: Element) -> str | None:
    """The only one that all speakers use."""
    used = {
        each.attributes.get("lang", "") for line in root.all("languages-used") for each in line.children("language")
    }
    return language_tag(used.pop()) if len(used) == 1 else None


def _stretch(events: Sequence[Element], speaker: str | None, times: Mapping[str, int | None]) -> Iterator[ReadStretch]:
    said = _UNSAID.sub("", _REMARK.sub(" ", "".join(map(_text, events))))
    if text := " ".join(said.split()):
        yield ReadStretch(speaker, _point(events[0], "start", times), _point(events[-1], "end", times), text)


def _point(event: Element, key: str, times: Mapping[str, int | None]) -> int | None:
    point = event.attributes.get(key, "")
    if point not in times:
        raise MalformedFile(tr("it names a time that is not there: “{text}”", text=point[:60]), event.line)
    return times[point]


def _media(root: Element) -> str:
    return next((url for each in root.all("referenced-file") if (url := each.attributes.get("url"))), "")
