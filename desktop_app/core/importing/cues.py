"""Subtitles: cues with times, in whose text the speakers are named, as stretches."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from desktop_app.core.importing.speaker_marks import SpeakerMarks, marks_in
from desktop_app.core.importing.values import ReadStretch

_DASH = re.compile(r"(?:[-–—‐‑]\s*|>>+\s*)(?=\S)")
_FORMATTING = re.compile(
    r"</?(?:b|i|u|s|font|c|ruby|rt|lang|v)(?:[.\s][^<>]*)?>|\{\\[^{}]*\}|<\d[\d:.]*>", re.IGNORECASE
)
"""Bold and the like, SubStation's '{\\an8}', and the times within a cue of WebVTT."""


@dataclass(frozen=True, slots=True)
class Cue:
    """What is shown at a time. speaker: where the format itself says who speaks; lines: of text, without formatting."""

    start_ms: int
    end_ms: int
    lines: tuple[str, ...]
    speaker: str | None = None


def plain(text: str) -> str:
    """The text without its formatting."""
    return _FORMATTING.sub("", text) if "<" in text or "{" in text else text


def plain_markup(text: str) -> str:
    """The same of text in which letters stand as references: '&amp;'."""
    return unescape(plain(text))


def stretches_of(cues: Sequence[Cue]) -> tuple[ReadStretch, ...]:
    """The cues as stretches; those in which several speak, in as many, which share their time by their letters.

    A speaker who is named once goes on speaking until a name or a dash comes.
    """
    if any(cue.speaker for cue in cues):
        marks = SpeakerMarks()
    else:
        marks = marks_in(_undashed(cue.lines[0]) for cue in cues if cue.lines)
    found: list[ReadStretch] = []
    speaker: str | None = None
    for cue in cues:
        if cue.speaker:
            found.append(ReadStretch(cue.speaker, cue.start_ms, cue.end_ms, " ".join(cue.lines)))
            continue
        for part in _parts(cue, marks):
            speaker = part.speaker if part.speaker or part.opens_turn else speaker
            found.append(ReadStretch(speaker, part.start_ms, part.end_ms, part.text, opens_turn=part.opens_turn))
    return tuple(found)


def _parts(cue: Cue, marks: SpeakerMarks) -> Iterator[ReadStretch]:
    """What of a cue each speaker says; opens_turn: another speaks than before, whoever that is."""
    groups: list[tuple[str | None, bool, list[str]]] = []
    are_dashed = bool(_DASH.match(cue.lines[0]))  # a dash in a later line alone is a dash
    for line in cue.lines:
        is_dashed = are_dashed and _DASH.match(line) is not None
        speaker, text = marks.split(_undashed(line))
        if speaker is None and not is_dashed and groups:
            groups[-1][2].append(line)
        else:
            groups.append((speaker, is_dashed and speaker is None, [text]))
    if len(groups) == 1 and groups[0][0] is None:  # a single dash is a dash
        groups = [(None, cue.lines[0].startswith(">>"), [line.lstrip("> ") for line in cue.lines])]
    yield from _timed(cue, [(speaker, opens, " ".join(filter(None, lines))) for speaker, opens, lines in groups])


def _timed(cue: Cue, groups: Sequence[tuple[str | None, bool, str]]) -> Iterator[ReadStretch]:
    whole = sum(len(text) + 1 for _, _, text in groups)
    start_ms, done = cue.start_ms, 0
    for speaker, opens, text in groups:
        done += len(text) + 1
        # An end before the start goes on as it is: that is told of the whole file.
        end_ms = cue.end_ms if done == whole else cue.start_ms + (cue.end_ms - cue.start_ms) * done // whole
        yield ReadStretch(speaker, start_ms, end_ms, text, opens_turn=opens)
        start_ms = end_ms


def _undashed(line: str) -> str:
    return line[found.end() :] if (found := _DASH.match(line)) else line
