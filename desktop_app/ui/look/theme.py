"""The colours and fonts of the window, for light and dark."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from desktop_app.core.transcript.palette import ON_DARK, ON_LIGHT

RADIUS_PX = 8
BODY_PX = 14
SMALL_PX = 13

LEAST_TEXT_CONTRAST = 4.5
LEAST_CONTRAST = 3.0
"""Of shapes that say something: borders of what can be used, marks, bars (WCAG 2.2, 1.4.3 and 1.4.11)."""

_DARK_INK = "#1b1d21"
_WHITE = "#ffffff"
_LIGHT_LINE = "#e3e6ea"
_DARK_LINE = "#33373e"


@dataclass(frozen=True, slots=True)
class SpeakerColour:
    """A pill's colour, that of the initials on it, and the same colour as strong as a thin shape needs it."""

    fill: str
    ink: str
    strong: str


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour the window uses.

    line: between surfaces, where nothing depends on seeing it. edge: of fields, buttons and marks.
    """

    name: str
    ground: str
    panel: str
    line: str
    edge: str
    hover: str
    ink: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    link: str
    selection: str
    match: str
    match_edge: str
    good: str
    warning: str
    bad: str
    speakers: tuple[SpeakerColour, ...]

    def speaker(self, colour: int) -> SpeakerColour:
        """The colour a speaker was given; beyond the palette it starts again."""
        return self.speakers[colour % len(self.speakers)]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two '#rrggbb' colours, 1 to 21 (WCAG 2.2, 'contrast ratio')."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _speaker_colours(fills: Iterable[str], *, track: str) -> tuple[SpeakerColour, ...]:
    """track: what thin shapes in these colours stand on."""
    return tuple(
        SpeakerColour(fill, max((_WHITE, _DARK_INK), key=lambda ink: contrast(ink, fill)), _strong(fill, track))
        for fill in fills
    )


def _strong(fill: str, track: str) -> str:
    """The colour, darkened as far as it must be to stand out."""
    channels = [int(fill[i : i + 2], 16) for i in (1, 3, 5)]
    shades = ("#" + "".join(f"{channel * share // 100:02x}" for channel in channels) for share in range(100, 0, -1))
    return next(shade for shade in shades if contrast(shade, track) >= LEAST_CONTRAST)


LIGHT = Theme(
    name="light",
    ground="#ffffff",
    panel="#f6f7f9",
    line=_LIGHT_LINE,
    edge="#7f8896",
    hover="#eceff3",
    ink="#1b1f24",
    muted="#5f6978",
    accent="#2f6fde",
    accent_hover="#2760c4",
    on_accent=_WHITE,
    link="#2760c4",
    selection="#e7effc",
    match="#fdeeb3",
    match_edge="#a8750f",
    good="#268a46",
    warning="#b7791f",
    bad="#c03434",
    speakers=_speaker_colours(ON_LIGHT, track=_LIGHT_LINE),
)

DARK = Theme(
    name="dark",
    ground="#1b1d21",
    panel="#22252a",
    line=_DARK_LINE,
    edge="#747b87",
    hover="#2b2f35",
    ink="#e8eaed",
    muted="#9aa4b2",
    accent="#7fb0ff",
    accent_hover="#a3c7ff",
    on_accent=_DARK_INK,
    link="#7fb0ff",
    selection="#28344a",
    match="#40350f",
    match_edge="#b8942f",
    good="#4cb36b",
    warning="#e0a94a",
    bad="#f07f7f",
    speakers=_speaker_colours(ON_DARK, track=_DARK_LINE),
)


def current_theme() -> Theme:
    """The theme the application's palette was made from."""
    ground = QGuiApplication.palette().color(QPalette.ColorRole.Base)
    return DARK if ground.lightness() < 128 else LIGHT


def palette(theme: Theme) -> QPalette:
    """The theme as Qt's roles."""
    role = QPalette.ColorRole
    made = QPalette(QColor(theme.panel), QColor(theme.panel))
    colours = {
        role.Window: theme.panel,
        role.Base: theme.ground,
        role.AlternateBase: theme.panel,
        role.WindowText: theme.ink,
        role.Text: theme.ink,
        role.ButtonText: theme.ink,
        role.ToolTipBase: theme.ground,
        role.ToolTipText: theme.ink,
        role.PlaceholderText: theme.muted,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent,
        role.Link: theme.link,
    }
    for each, colour in colours.items():
        made.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, QColor(theme.muted))
    return made


@cache
def _family() -> str:
    families = QFontDatabase.families()
    return "Inter" if "Inter" in families else QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


def font(size_px: int, *, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Inter where it is installed, else the system's font."""
    made = QFont(_family())
    made.setPixelSize(size_px)
    made.setWeight(weight)
    return made
