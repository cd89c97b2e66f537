"""CTM: every word with its time for evaluation tools (NIST conversation time marks; `;;` begins a remark)."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_uppercase

from desktop_app.core.export.incompleteness import incompleteness
from desktop_app.core.export.one_line import one_line, speaker_names
from desktop_app.core.export.scoring_fields import file_field, seconds
from desktop_app.core.store.setting_field import About, setting
from desktop_app.core.transcript.values import Transcript, Word
from desktop_app.translation import tr


@dataclass(frozen=True, slots=True)
class CtmOptions:
    """channels: each speaker's words are on a channel of their own; all on channel 1 otherwise."""

    channels: bool = setting(
        True,
        About(
            tr("A channel for each speaker"),
            tr("CTM has no place for speakers: their channels are A, B, C. Without, all words are on channel 1."),
        ),
    )


def render(transcript: Transcript, options: CtmOptions = CtmOptions()) -> str:
    """A line per word: file, channel, start, length, word, and how sure it is where that is known.

    CTM knows no speakers. The first one's words are on channel A, the second one's on B, and so on; remarks at the top
    tell whose they are. Lines are by channel, then by start, as sclite wants them. What of a word is separated by
    spaces gets lines of its own, which share the word's time.
    """
    channels = {each.id: _channel(place) if options.channels else "1" for place, each in enumerate(transcript.speakers)}
    words = [(channels[turn.speaker], word) for turn in transcript.turns for word in turn.words]
    words.sort(key=lambda each: (len(each[0]), each[0], each[1].start_ms))
    file_id = file_field(transcript.audio)
    lines = [f"{file_id} {channel} {line}\n" for channel, word in words for line in _lines(word)]
    return "".join([*_remarks(transcript, channels), *lines])


def _remarks(transcript: Transcript, channels: dict[str, str]) -> Iterator[str]:
    for speaker, name in speaker_names(transcript.speakers).items():
        yield f";; {channels[speaker]} {name}\n"
    if note := incompleteness(transcript):
        yield f";; {note}\n"


def _channel(place: int) -> str:
    """'A' for 0, 'Z' for 25, 'AA' for 26."""
    rest, letter = divmod(place, len(ascii_uppercase))
    return (_channel(rest - 1) if rest else "") + ascii_uppercase[letter]


def _lines(word: Word) -> Iterator[str]:
    parts = one_line(word.text).split()
    confidence = _confidence(word)
    length_ms = word.end_ms - word.start_ms
    for at, part in enumerate(parts):
        start_ms, end_ms = (word.start_ms + length_ms * share // len(parts) for share in (at, at + 1))
        yield f"{seconds(start_ms)} {seconds(end_ms - start_ms)} {part}{confidence}"


def _confidence(word: Word) -> str:
    if word.confidence is None or not math.isfinite(word.confidence):
        return ""
    return f" {min(max(word.confidence, 0), 1):.3f}"
