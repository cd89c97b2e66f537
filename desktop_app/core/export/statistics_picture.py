"""A recording's statistics as a picture: who spoke how much, and when. One SVG file, for the screen and for paper."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop_app.core.export.picture_timeline import lane_path, time_ticks
from desktop_app.core.export.picture_values import PictureColours
from desktop_app.core.export.svg import cut_to, svg_escaped, svg_text
from desktop_app.core.transcript.clock import clock
from desktop_app.core.transcript.heard_at_once import speech_by_speaker
from desktop_app.core.transcript.recording_statistics import (
    RecordingStatistics,
    SpeakerRow,
    recording_statistics,
)
from desktop_app.core.transcript.values import Transcript
from desktop_app.translation import figure, tr

WIDTH_PX = 960
_EDGE_PX = 32
_NAMES_PX = 168
"""From the left edge to where bars and lanes begin."""
_SHARE_PX = 56
"""Behind the longest bar, for its share."""
_COLUMNS_PX = (196, 108, 0)
"""Where the columns of time, words and pace end, from the right edge."""
_TABLE_PX = 260
_LEFT_PX, _RIGHT_PX = _EDGE_PX + _NAMES_PX, WIDTH_PX - _EDGE_PX
_HEADER_PX, _HEADING_PX, _GAP_PX, _AXIS_PX = 96, 36, 24, 30
_BAR_PX, _BAR_ROW_PX = 18, 32
_LANE_PX, _LANE_ROW_PX = 14, 24
_TITLE_LETTERS, _NAME_LETTERS = 64, 21
_LEAST_SHARE = 0.005
"""Less than this is told as under one percent, not as none."""
_FONTS = "Inter, 'Segoe UI', 'Noto Sans', 'Helvetica Neue', Arial, sans-serif"


def statistics_picture(transcript: Transcript, colours: PictureColours, *, title: str | None = None) -> str:
    """The picture as SVG text, WIDTH_PX wide and as high as its speakers need; those who talk most stand first.

    Every bar and every lane has its speaker's name beside it, so that it can be read without its colours. title: the
    recording's file name if None.
    """
    figures = recording_statistics(transcript)
    rows = sorted(figures.speakers, key=lambda row: -row.talk.talk_ms)
    picture = _Picture(transcript, figures, rows, colours)
    name = Path(transcript.audio.file).name if title is None else title
    height_px, body = picture.height_px, "\n".join(picture.elements(name))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH_PX}" height="{height_px}" '
        f'viewBox="0 0 {WIDTH_PX} {height_px}" role="img" font-family="{svg_escaped(_FONTS)}">\n'
        f"<title>{svg_escaped(name)}</title>\n{_style(colours)}\n"
        f'<rect width="{WIDTH_PX}" height="{height_px}" fill="{svg_escaped(colours.ground)}"/>\n{body}\n</svg>\n'
    )


def _style(colours: PictureColours) -> str:
    kinds = {
        "title": f"font-size:20px;font-weight:600;fill:{colours.ink}",
        "heading": f"font-size:14px;font-weight:600;fill:{colours.ink}",
        "name": f"font-size:13px;fill:{colours.ink}",
        "figure": f"font-size:13px;font-weight:600;fill:{colours.ink}",
        "muted": f"font-size:13px;fill:{colours.muted}",
        "tick": f"font-size:12px;fill:{colours.muted}",
    }
    return "<style>" + svg_escaped("".join(f".{name}{{{style}}}" for name, style in kinds.items())) + "</style>"


class _Picture:
    """The picture's elements, from top to bottom."""

    def __init__(
        self,
        transcript: Transcript,
        figures: RecordingStatistics,
        rows: Sequence[SpeakerRow],
        colours: PictureColours,
    ) -> None:
        self._figures, self._rows, self._colours = figures, rows, colours
        self._speech = speech_by_speaker(transcript)
        self._bars_px = _HEADER_PX + _HEADING_PX
        self._lanes_px = self._bars_px + len(rows) * _BAR_ROW_PX + _GAP_PX + _HEADING_PX
        self._axis_px = self._lanes_px + len(rows) * _LANE_ROW_PX
        self.height_px = self._axis_px + _AXIS_PX + _EDGE_PX if rows else _HEADER_PX + _EDGE_PX + _HEADING_PX

    def elements(self, title: str) -> Iterator[str]:
        yield svg_text(_EDGE_PX, 46, cut_to(title, _TITLE_LETTERS), classes="title")
        yield svg_text(_EDGE_PX, 70, self._summary(), classes="muted")
        if not self._rows:
            yield svg_text(_EDGE_PX, _HEADER_PX + 20, tr("Nobody speaks."), classes="name")
            return
        yield svg_text(_EDGE_PX, self._bars_px - 15, tr("Talk time"), classes="heading")
        heads = (tr("time", "a column"), tr("words", "a column"), tr("words a minute", "a column"))
        yield from self._columns(heads, self._bars_px - 15, "tick")
        longest_ms = max(row.talk.talk_ms for row in self._rows)
        for number, row in enumerate(self._rows):
            yield from self._bar(row, self._bars_px + number * _BAR_ROW_PX, row.talk.talk_ms / max(1, longest_ms))
        yield svg_text(_EDGE_PX, self._lanes_px - 15, tr("Who spoke when"), classes="heading")
        yield from self._ticks()
        for number, row in enumerate(self._rows):
            yield from self._lane(row, self._lanes_px + number * _LANE_ROW_PX)

    def _summary(self) -> str:
        figures, length_ms = self._figures, max(1, self._figures.length_ms)
        parts = [
            clock(figures.length_ms),
            tr("{share} silence", share=_percent(figures.silence_ms / length_ms)),
            tr("{share} several at once", share=_percent(figures.overlap_ms / length_ms)),
        ]
        return "  ·  ".join(parts)

    def _bar(self, row: SpeakerRow, top_px: float, length: float) -> Iterator[str]:
        widest_px = _RIGHT_PX - _LEFT_PX - _TABLE_PX - _SHARE_PX
        width_px = round(max(2.0, widest_px * length), 1)
        middle_px = top_px + _BAR_PX / 2 + 5
        yield svg_text(_EDGE_PX, middle_px, cut_to(row.speaker.name, _NAME_LETTERS), classes="name")
        colour = svg_escaped(self._colours.speaker(row.speaker.colour))
        size = f'width="{width_px:g}" height="{_BAR_PX}" rx="{min(4.0, width_px / 2):g}"'
        if row.talk.talk_ms:
            yield f'<rect x="{_LEFT_PX}" y="{top_px:g}" {size} fill="{colour}"/>'
        yield svg_text(_LEFT_PX + width_px + 9, middle_px, _percent(row.talk.share), classes="figure")
        pace = "–" if row.words_per_minute is None or not row.talk.words else f"{row.words_per_minute:.0f}"
        yield from self._columns((clock(row.talk.talk_ms), figure(row.talk.words), pace), middle_px, "name")

    def _columns(self, cells: Sequence[str], y: float, classes: str) -> Iterator[str]:
        for from_right_px, cell in zip(_COLUMNS_PX, cells, strict=True):
            yield svg_text(_RIGHT_PX - from_right_px, y, cell, classes=classes, anchor="end")

    def _lane(self, row: SpeakerRow, top_px: float) -> Iterator[str]:
        yield svg_text(_EDGE_PX, top_px + _LANE_PX / 2 + 5, cut_to(row.speaker.name, _NAME_LETTERS), classes="name")
        colour = svg_escaped(self._colours.speaker(row.speaker.colour))
        line = svg_escaped(self._colours.line)
        middle_px = top_px + _LANE_PX / 2
        yield f'<path d="M{_LEFT_PX} {middle_px:g}H{_RIGHT_PX}" stroke="{line}" stroke-width="1"/>'
        scale = (_RIGHT_PX - _LEFT_PX) / max(1, self._figures.length_ms)
        path = lane_path(self._speech[row.speaker.id], left_px=_LEFT_PX, top_px=top_px, high_px=_LANE_PX, scale=scale)
        if path:
            yield f'<path d="{path}" fill="{colour}"/>'

    def _ticks(self) -> Iterator[str]:
        length_ms, line = self._figures.length_ms, svg_escaped(self._colours.line)
        for time_ms in time_ticks(length_ms):
            x = round(_LEFT_PX + (_RIGHT_PX - _LEFT_PX) * time_ms / max(1, length_ms), 1)
            yield f'<path d="M{x:g} {self._lanes_px - 4:g}V{self._axis_px:g}" stroke="{line}" stroke-width="1"/>'
            yield svg_text(x, self._axis_px + 18, clock(time_ms), classes="tick", anchor="middle")


def _percent(share: float) -> str:
    if 0 < share < _LEAST_SHARE:
        return "<\u202f1\u202f%"
    return f"{round(100 * share)}\u202f%"
