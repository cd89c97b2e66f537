"""Where ruler, waveform and lanes lie above each other, for a size."""

from dataclasses import dataclass

SIDE_PX = 16
RULER_PX = 20
LANE_PX = 18
LANE_BAR_PX = 11
CHIP_PX = 22
NAME_GAP_PX = 7

_GAP_PX = 6
_BELOW_PX = 6
_LEAST_WAVE_PX = 36
_MOST_WAVE_PX = 120
_USUAL_WAVE_PX = 64
_USUAL_LANES = 6
_FEWEST_LANES = 2
_ROOMY_PX = 880
_MOST_NAME_PX = 110


@dataclass(frozen=True, slots=True)
class Contents:
    """What there is to see. lanes: how many; 0 if they are folded away. longest_name_px: of their speakers."""

    sound: bool
    lanes: int
    longest_name_px: int = 0

    @property
    def gap_px(self) -> int:
        """The room between waveform and lanes."""
        return _GAP_PX if self.sound and self.lanes else 0


@dataclass(frozen=True, slots=True)
class Strips:
    """The widget in pixels. left, width: of what has time in it; names stand before it, if there are lanes.

    names_px: the room for names beside the initials, 0 where there is none. wave_height, lanes_height: 0 where there
    is no sound, or no lane is to be seen. content_height: of all lanes; more than lanes_height where they scroll.
    """

    left: int
    width: int
    names_px: int
    wave_top: int
    wave_height: int
    lanes_top: int
    lanes_height: int
    content_height: int

    @property
    def bottom(self) -> int:
        """Where the lowest strip ends."""
        return self.lanes_top + self.lanes_height if self.lanes_height else self.wave_top + self.wave_height


def strips_for(width: int, height: int, contents: Contents) -> Strips:
    """Where there is too little room, lanes scroll; where there is much, the waveform is higher."""
    names_px = min(contents.longest_name_px, _MOST_NAME_PX) if width >= _ROOMY_PX and contents.lanes else 0
    left = SIDE_PX + (_before(names_px) if contents.lanes else 0)
    room = height - RULER_PX - _BELOW_PX - contents.gap_px
    content = contents.lanes * LANE_PX
    lanes_height = _lanes_height(room, contents)
    wave = max(0, min(_MOST_WAVE_PX, room - lanes_height)) if contents.sound else 0
    return Strips(
        left=left,
        width=max(1, width - left - SIDE_PX),
        names_px=names_px,
        wave_top=RULER_PX,
        wave_height=wave,
        lanes_top=RULER_PX + wave + contents.gap_px,
        lanes_height=lanes_height,
        content_height=content,
    )


def _lanes_height(room: int, contents: Contents) -> int:
    """Whole lanes, as many as leave the waveform its usual height; two of them before that."""
    usual, least = (_USUAL_WAVE_PX, _LEAST_WAVE_PX) if contents.sound else (0, 0)
    lanes = max((room - usual) // LANE_PX, min(_FEWEST_LANES, (room - least) // LANE_PX), 0)
    return min(lanes, contents.lanes) * LANE_PX


def _before(names_px: int) -> int:
    """The room for initials, and for names if there are any."""
    return CHIP_PX + (NAME_GAP_PX + names_px if names_px else 0) + 2 * NAME_GAP_PX


def wanted_height(contents: Contents) -> int:
    """The height in which everything stands well: six lanes at most, the others are scrolled to."""
    return _height(contents, _USUAL_WAVE_PX, _USUAL_LANES)


def least_height(contents: Contents) -> int:
    """The height below which something could not be seen at all."""
    return _height(contents, _LEAST_WAVE_PX, _FEWEST_LANES)


def _height(contents: Contents, wave_px: int, lanes: int) -> int:
    wave = wave_px + contents.gap_px if contents.sound else 0
    return RULER_PX + wave + min(contents.lanes, lanes) * LANE_PX + _BELOW_PX
