"""The speakers' colours as inks: those of the window, as dark or light as text must be to be read."""

from desktop_app.core.transcript.palette import ON_DARK

# Each at least 4.5 : 1 on white (WCAG 2.2, AA); the window's own for a light ground, darkened where they were too pale.
_ON_WHITE = [
    "#117733",
    "#332288",
    "#882255",
    "#338174",
    "#b35968",
    "#5078a1",
    "#787828",
    "#aa4499",
    "#661100",
    "#517a8e",
    "#7d7443",
    "#747474",
]
DARK_GROUND = "#1b1d21"
MUTED_ON_WHITE = "#5f6978"
MUTED_ON_DARK = "#9aa4b2"
COUNT = len(_ON_WHITE)
"""How many there are; further speakers begin again with the first."""


def ink_on_white(colour: int) -> str:
    """'#rrggbb' for the speaker of this colour, on white."""
    return _ON_WHITE[colour % COUNT]


def ink_on_dark(colour: int) -> str:
    """'#rrggbb' for the speaker of this colour, on DARK_GROUND: the palette's own, each 4.5 : 1 there."""
    return ON_DARK[colour % len(ON_DARK)]
