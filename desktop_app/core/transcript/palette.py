"""The speakers' colours, '#rrggbb' each, by Speaker.colour: one palette for the window and for what goes out of it."""

from collections.abc import Sequence

# CARTO's colour-blind-safe 'Safe', the strongest first; then each one's lighter partner in the same order.
ON_LIGHT = (
    "#117733",
    "#332288",
    "#882255",
    "#44aa99",
    "#cc6677",
    "#6699cc",
    "#999933",
    "#aa4499",
    "#661100",
    "#88ccee",
    "#ddcc77",
    "#888888",
)
"""On paper and bright grounds."""
ON_DARK = (
    "#4cb375",
    "#9b8cff",
    "#db628f",
    "#5cc4b2",
    "#e58a98",
    "#82b1e3",
    "#bdbd55",
    "#d67cc8",
    "#d08060",
    "#9ad5f2",
    "#e6d88f",
    "#a8a8a8",
)
"""On dark grounds, such as films."""


def colour_in(palette: Sequence[str], colour: int) -> str:
    """The colour a speaker was given; beyond the palette it starts again."""
    return palette[colour % len(palette)]
