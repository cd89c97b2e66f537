"""SRT: subtitles that every player reads."""

import re
from dataclasses import dataclass

from desktop_app.core.export.cue_limits import CueLimits
from desktop_app.core.export.cues import Cue, timestamp
from desktop_app.core.export.incompleteness import incompleteness
from desktop_app.core.export.speaker_label import ABOUT_LABEL, SpeakerLabel, labelled_cues
from desktop_app.core.store.setting_field import setting
from desktop_app.core.transcript.values import Transcript

_WITHIN_A_TIME = re.compile(r"(?<=\d:)(?=\d+:\d+[.,]\d)")
_WORD_JOINER = "\u2060"
_REMARK_MS = 3000
_NOTHING = "1\n00:00:00,000 --> 00:00:01,000\n"


@dataclass(frozen=True, slots=True)
class SubripOptions(CueLimits):
    """names: how the text says who speaks, for SRT has no field for it."""

    names: SpeakerLabel = setting(SpeakerLabel.COLON, ABOUT_LABEL)


_USUAL = SubripOptions()


def render(transcript: Transcript, options: SubripOptions = _USUAL) -> str:
    """Numbered cues by start.

    Without any there is one that shows nothing: readers refuse a file without cues. As SRT has no place for remarks,
    that a transcript is incomplete is the last cue.
    """
    shown = [*labelled_cues(transcript, options, options.names), *_remarks(transcript)]
    return "\n".join(_block(number, cue) for number, cue in enumerate(shown, 1)) or _NOTHING


def _remarks(transcript: Transcript) -> list[Cue]:
    note, at_ms = incompleteness(transcript), transcript.incomplete_from_ms
    if note is None or at_ms is None:
        return []
    return [Cue(at_ms, at_ms + _REMARK_MS, "", (f"[{note}]",))]


def _block(number: int, cue: Cue) -> str:
    return f"{number}\n{timestamp(cue.start_ms, ',')} --> {timestamp(cue.end_ms, ',')}\n{_text(cue)}\n"


def _text(cue: Cue) -> str:
    """The lines of the cue. Readers find cues by their arrow or their times, and SRT has no way to escape either: the
    arrow gets another shape, and a time something invisible in its middle."""
    return _WITHIN_A_TIME.sub(_WORD_JOINER, "\n".join(cue.lines).replace("-->", "→"))
