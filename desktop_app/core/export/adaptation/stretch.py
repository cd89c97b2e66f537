"""Which stretch of a transcript goes out, and whose turns."""

from collections.abc import Collection
from dataclasses import replace

from desktop_app.core.store.errors import SettingsError
from desktop_app.core.transcript.clock import clock, time_of
from desktop_app.core.transcript.values import Span, Transcript
from desktop_app.translation import tr


def stretch_of(start: str, end: str, duration_ms: int) -> Span:
    """The stretch between two times as clocks show them, '' for the recording's own begin or end. SettingsError where
    one is no time, or there is nothing between them."""
    start_ms, end_ms = _time(start) if start else 0, _time(end) if end else max(duration_ms, 0)
    if start_ms >= end_ms and (start or end):
        raise SettingsError(
            tr("there is nothing between {start} and {end}", start=start or "0", end=end or clock(duration_ms))
        )
    return Span(start_ms, end_ms)


def spoken_by(transcript: Transcript, names: Collection[str]) -> Transcript:
    """The turns of the speakers of these names, whatever their case. SettingsError where nobody has one of them."""
    known = {speaker.name.casefold() for speaker in transcript.speakers}
    wanted = {name.casefold() for name in names}
    missing = [name for name in names if name.casefold() not in known]
    if missing:
        there = ", ".join(speaker.name for speaker in transcript.speakers)
        raise SettingsError(tr("nobody is called {name!r}; there are {names}", name=missing[0], names=there))
    speakers = tuple(speaker for speaker in transcript.speakers if speaker.name.casefold() in wanted)
    ids = {speaker.id for speaker in speakers}
    return replace(transcript, speakers=speakers, turns=tuple(turn for turn in transcript.turns if turn.speaker in ids))


def _time(text: str) -> int:
    try:
        return time_of(text)
    except ValueError as error:
        raise SettingsError(tr("{text!r} is no time: 1:30 is one", text=text)) from error
