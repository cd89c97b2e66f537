"""TRS: Transcriber's transcripts (https://trans.sourceforge.net), turns of one speaker or of several at once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desktop_app.core.importing.errors import MalformedFile
from desktop_app.core.importing.language_codes import language_tag
from desktop_app.core.importing.safe_xml import Element, parse_xml
from desktop_app.core.importing.times import seconds_ms
from desktop_app.core.importing.values import ReadStretch, ReadTranscript
from desktop_app.translation import plural, tr

_ROOT = "Trans"
_REMARKS = ("Event", "Comment", "Background", "Vocal")


def read(data: bytes) -> ReadTranscript:
    """A stretch for what stands between two times, of each who speaks there. MalformedFile, with the line, where it is
    no TRS, a time is none, or a turn is by nobody of the speakers."""
    root = parse_xml(data, names_its_type=True)
    if root.name != _ROOT:
        raise MalformedFile(tr("it is no file of Transcriber"), root.line)
    names = {each.attributes.get("id", ""): _name(each) for each in root.all("Speaker")}
    stretches = tuple(stretch for turn in root.all("Turn") for stretch in _stretches(turn, names))
    speakers = dict.fromkeys(each.speaker for each in stretches if each.speaker)
    return ReadTranscript(
        stretches,
        tuple(speakers),
        language=language_tag(root.attributes.get("lang", "")),
        media=root.attributes.get("audio_filename", ""),
        notes=_notes(root),
    )


def _name(speaker: Element) -> str:
    return " ".join(speaker.attributes.get("name", "").split()) or speaker.attributes.get("id", "")


def _notes(root: Element) -> tuple[str, ...]:
    remarks = sum(each.name in _REMARKS for each in root.elements())
    told = plural(
        "{n} remarks, noises and the like are left out: nobody says them.",
        "{n} remark, noise or the like is left out: nobody says it.",
        remarks,
    )
    topics = dict.fromkeys(" ".join(each.attributes.get("desc", "").split()) for each in root.all("Topic"))
    topics.pop("", None)
    of_topics = tr("Left out: the topics of its sections ({topics}).", topics=", ".join(topics))
    return (*([told] if remarks else ()), *([of_topics] if topics else ()))


@dataclass(slots=True)
class _Part:
    """What somebody says from a time on, until the next; more is added as it is read. who: from 0, of the turn's."""

    start_ms: int | None
    who: int
    texts: list[str] = field(default_factory=list)


def _stretches(turn: Element, names: Mapping[str, str]) -> Iterator[ReadStretch]:
    speakers: list[str | None] = [_speaker(each, names, turn) for each in turn.attributes.get("speaker", "").split()]
    speakers = speakers or [None]
    parts = _parts(turn, len(speakers))
    ends = _ends(parts, _time_ms(turn, "endTime"))
    seen: set[int] = set()
    for part, end_ms in zip(parts, ends, strict=True):
        if text := " ".join("".join(part.texts).split()):
            yield ReadStretch(speakers[part.who], part.start_ms, end_ms, text, opens_turn=part.who not in seen)
            seen.add(part.who)


def _ends(parts: Sequence[_Part], end_ms: int | None) -> list[int | None]:
    """When each part ends: where one with another time begins, the last ones with the turn."""
    ends: list[int | None] = []
    following: _Part | None = None
    for part in reversed(parts):
        if following is not None and following.start_ms != part.start_ms:
            end_ms = following.start_ms
        ends.append(end_ms)
        following = part
    return ends[::-1]


def _speaker(told: str, names: Mapping[str, str], turn: Element) -> str:
    if told not in names:
        raise MalformedFile(tr("it names a speaker who is not there: “{text}”", text=told[:60]), turn.line)
    return names[told]


def _parts(turn: Element, count: int) -> list[_Part]:
    """What stands between two times, or two changes of who speaks."""
    parts = [_Part(_time_ms(turn, "startTime"), 0)]
    for each in turn.content:
        if isinstance(each, str):
            parts[-1].texts.append(each)
        elif each.name == "Sync":
            parts.append(_Part(_time_ms(each, "time"), 0))
        elif each.name == "Who":
            parts.append(_Part(parts[-1].start_ms, _who(each, count)))
        elif parts[-1].texts and not parts[-1].texts[-1].endswith(" "):
            parts[-1].texts.append(" ")  # where something is left out, a word ends
    return parts


def _who(element: Element, count: int) -> int:
    told = element.attributes.get("nb", "")
    if not told.isdecimal() or len(told) > 4 or not 1 <= int(told) <= count:
        raise MalformedFile(tr("it names a speaker who is not there: “{text}”", text=told[:60]), element.line)
    return int(told) - 1


def _time_ms(element: Element, key: str) -> int | None:
    told = element.attributes.get(key, "")
    return seconds_ms(told, element.line) if told else None
