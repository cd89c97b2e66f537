"""TTML, also called DFXP: timed text in XML (https://www.w3.org/TR/ttml2/).

Speakers are agents, or stand in the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.core.importing.cues import Cue, stretches_of
from desktop_app.core.importing.errors import MalformedFile
from desktop_app.core.importing.safe_xml import Element, parse_xml
from desktop_app.core.importing.times import clock_ms, rounded_ms
from desktop_app.core.importing.values import ReadTranscript
from desktop_app.translation import tr

ROOT = "tt"
_OFFSET = re.compile(r"(\d+(?:\.\d+)?)(h|ms|m|s|f|t)", re.ASCII)
_FRAMES = re.compile(r"(\d{1,4}:\d{1,2}:\d{1,2}):(\d{1,3}(?:\.\d+)?)", re.ASCII)
_SECONDS = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001}
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Clock:
    """How long a frame and a tick are, in seconds."""

    frame_s: float
    tick_s: float

    def time_ms(self, told: str, line: int) -> int:
        """Of '00:00:01.5', '00:00:01:12' with frames, '1.5s', '36f' or '15000t'."""
        if found := _FRAMES.fullmatch(told.strip()):
            return clock_ms(found[1], line) + rounded_ms(float(found[2]) * self.frame_s, told, line)
        if found := _OFFSET.fullmatch(told.strip()):
            length_s = {**_SECONDS, "f": self.frame_s, "t": self.tick_s}[found[2]]
            return rounded_ms(float(found[1]) * length_s, told, line)
        return clock_ms(told, line)


def read(data: bytes) -> ReadTranscript:
    """A cue for every paragraph. MalformedFile, with the line, where it is no TTML, or a time is none."""
    root = parse_xml(data)
    if root.name != ROOT:
        raise MalformedFile(tr("it is no timed text"), root.line)
    clock = _clock(root)
    agents = {each.attributes.get("id", ""): _agent_name(each) for each in root.all("agent") if "id" in each.attributes}
    cues = [cue for body in root.children("body") for cue in _cues(body, clock, agents)]
    return ReadTranscript(stretches_of(cues), language=root.attributes.get("lang") or None)


def _clock(root: Element) -> _Clock:
    rate = _positive(root.attributes.get("frameRate", ""), 30.0)
    over, under = (*root.attributes.get("frameRateMultiplier", "1 1").split(), "1", "1")[:2]
    frame_rate = rate * _positive(over, 1.0) / _positive(under, 1.0)
    return _Clock(1 / frame_rate, 1 / _positive(root.attributes.get("tickRate", ""), frame_rate))


def _positive(told: str, usual: float) -> float:
    return float(told) if told.isdecimal() and len(told) < 10 and int(told) else usual


def _agent_name(agent: Element) -> str:
    names = (" ".join(each.text().split()) for each in agent.children("name"))
    return next(filter(None, names), agent.attributes.get("id", ""))


def _cues(body: Element, clock: _Clock, agents: dict[str, str]) -> Iterator[Cue]:
    """The paragraphs; times are counted from the beginning of what they stand in, and agents are those of it."""
    waiting: list[tuple[Element, int, int | None, str]] = [(body, 0, None, "")]
    while waiting:
        element, offset_ms, until_ms, agent = waiting.pop()
        told = element.attributes
        agent = told.get("agent", agent)
        start_ms = offset_ms + (clock.time_ms(told["begin"], element.line) if "begin" in told else 0)
        if "end" in told:
            until_ms = offset_ms + clock.time_ms(told["end"], element.line)
        elif "dur" in told:
            until_ms = start_ms + clock.time_ms(told["dur"], element.line)
        if element.name == "p":
            yield from _paragraph(element, start_ms, until_ms, agent, clock, agents)
            continue
        inside = [each for each in element.content if isinstance(each, Element)]
        waiting += [(each, start_ms, until_ms, agent) for each in reversed(inside)]


def _paragraph(
    element: Element, start_ms: int, until_ms: int | None, agent: str, clock: _Clock, agents: dict[str, str]
) -> Iterator[Cue]:
    speakers = agent.split()
    named = agents.get(speakers[0], speakers[0]) if speakers else None
    lines = tuple(filter(None, (_BLANK.sub(" ", line).strip() for line in "".join(_text(element)).split("\0"))))
    if not lines:
        return
    if until_ms is None or "begin" not in element.attributes:
        start_ms, until_ms = _of_spans(element, start_ms, until_ms, clock)
    yield Cue(start_ms, until_ms, lines, named)


def _of_spans(element: Element, start_ms: int, until_ms: int | None, clock: _Clock) -> tuple[int, int]:
    """From the first of its spans to the last, where the paragraph has no times of its own."""
    timed = [each for each in element.elements() if each is not element and "begin" in each.attributes]
    if not timed:
        if until_ms is None:
            raise MalformedFile(tr("a paragraph has no end"), element.line)
        return start_ms, until_ms
    begins = [start_ms + clock.time_ms(each.attributes["begin"], each.line) for each in timed]
    ends = [start_ms + clock.time_ms(each.attributes["end"], each.line) for each in timed if "end" in each.attributes]
    return min(begins), max([*ends, max(begins)])


def _text(element: Element) -> Iterator[str]:
    """The text, with a NUL, which XML cannot hold, at the end of each line."""
    for each in element.content:
        if isinstance(each, str):
            yield each
        elif each.name == "br":
            yield "\0"
        elif each.name != "metadata":
            yield from _text(each)
