"""EAF: ELAN's annotations (https://www.mpi.nl/tools/elan/EAF_Annotation_Format_3.0_and_ELAN.pdf).

A tier is a speaker; tiers below it hold words, or what is no speech and is left out.
"""

import re
from collections.abc import Mapping

from desktop_app.core.importing import tiers
from desktop_app.core.importing.errors import MalformedFile
from desktop_app.core.importing.safe_xml import Element, parse_xml
from desktop_app.core.importing.times import MOST_MS
from desktop_app.core.importing.values import ReadTranscript
from desktop_app.translation import tr

ROOT = "ANNOTATION_DOCUMENT"
_SPEAKER_IN_NAME = re.compile(r"[^@]+@(?P<speaker>.+)")
"""'tx@Anna', as field linguists call their tiers."""


def read(data: bytes) -> ReadTranscript:
    """The annotations of every tier, in the tiers' order. MalformedFile where it is no EAF."""
    root = parse_xml(data, keeps_blanks=False)
    if root.name != ROOT:
        raise MalformedFile(tr("it is no file of ELAN"), root.line)
    slots = {
        slot.attributes.get("TIME_SLOT_ID", ""): _time_ms(slot)
        for order in root.children("TIME_ORDER")
        for slot in order.children("TIME_SLOT")
    }
    found = [_tier(each, slots) for each in root.children("TIER")]
    stretches, notes = tiers.stretches_of(found)
    speakers = dict.fromkeys(each.speaker for each in stretches if each.speaker)
    return ReadTranscript(stretches, tuple(speakers), media=_media(root), notes=notes)


def _time_ms(slot: Element) -> int | None:
    told = slot.attributes.get("TIME_VALUE")
    if told is None:
        return None
    if len(told) <= 12 and told.strip().isdecimal() and (time_ms := int(told)) <= MOST_MS:
        return time_ms
    raise MalformedFile(tr("“{text}” is no time", text=told[:60]), slot.line)


def _tier(tier: Element, slots: Mapping[str, int | None]) -> tiers.Tier:
    intervals = [
        _interval(each, slots)
        for annotation in tier.children("ANNOTATION")
        for each in annotation.children("ALIGNABLE_ANNOTATION")
    ]
    name = tier.attributes.get("TIER_ID", "")
    in_name = _SPEAKER_IN_NAME.fullmatch(name)
    speaker = tier.attributes.get("PARTICIPANT", "").strip() or (in_name["speaker"] if in_name else name)
    if not intervals:  # of annotations that refer to others, that there are some is all that matters
        intervals = [tiers.Interval(None, None, "") for _ in tier.all("REF_ANNOTATION")][:1]
    return tiers.Tier(name, tuple(intervals), speaker, tier.attributes.get("PARENT_REF", ""))


def _interval(annotation: Element, slots: Mapping[str, int | None]) -> tiers.Interval:
    told = annotation.attributes
    try:
        start_ms, end_ms = slots[told.get("TIME_SLOT_REF1", "")], slots[told.get("TIME_SLOT_REF2", "")]
    except KeyError as error:
        missing = error.args[0][:60]
        raise MalformedFile(tr("it names a time that is not there: “{text}”", text=missing), annotation.line) from None
    text = " ".join([value.text() for value in annotation.children("ANNOTATION_VALUE")])
    return tiers.Interval(start_ms, end_ms, text)


def _media(root: Element) -> str:
    for each in root.all("MEDIA_DESCRIPTOR"):
        if url := each.attributes.get("RELATIVE_MEDIA_URL") or each.attributes.get("MEDIA_URL"):
            return url
    return ""
