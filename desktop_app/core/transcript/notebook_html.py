"""A transcript as notebooks show it."""

from collections.abc import Iterable
from html import escape

from desktop_app.core.transcript.clock import clock
from desktop_app.core.transcript.values import Speaker, Transcript, Turn

_MOST_TURNS = 200
_HUES = 12


def notebook_html(transcript: Transcript) -> str:
    """A table of who says what and when, of the first turns; nothing in it is anything but text."""
    spoken = list(transcript.spoken_turns())
    rows = "".join(_row(turn, transcript.speaker(turn.speaker)) for turn in spoken[:_MOST_TURNS])
    more = len(spoken) - _MOST_TURNS
    rest = f"<p>… and {more:,} turns more</p>" if more > 0 else ""
    return f"<p>{_heading(transcript)}</p><table>{rows}</table>{rest}"


def _heading(transcript: Transcript) -> str:
    facts = [clock(transcript.audio.duration_ms), *_names(transcript.speakers)]
    return escape(f"{transcript.audio.file}: {', '.join(facts)}")


def _names(speakers: Iterable[Speaker]) -> list[str]:
    return [speaker.name for speaker in speakers]


def _row(turn: Turn, speaker: Speaker) -> str:
    hue = speaker.colour * 360 // _HUES % 360
    name = f'<td style="text-align:left;color:hsl({hue},70%,38%)"><b>{escape(speaker.name)}</b></td>'
    text = f'<td style="text-align:left">{escape(turn.text)}</td>'
    return f"<tr><td>{clock(turn.start_ms)}</td>{name}{text}</tr>"
