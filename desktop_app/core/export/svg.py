"""Pieces of SVG as text: valid XML whatever is written into them."""

from html import escape
from unicodedata import combining, east_asian_width

from desktop_app.core.export.xml_text import fit_for_xml

_ELLIPSIS = "…"


def svg_text(x: float, y: float, text: str, *, classes: str, anchor: str = "start") -> str:
    """A line of text whose baseline begins (or ends, or has its middle, by anchor) at x, y in px."""
    placed = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text x="{x:g}" y="{y:g}" class="{classes}"{placed}>{svg_escaped(text)}</text>'


def svg_escaped(text: str) -> str:
    """Text as it stands in XML, in an element or an attribute, without what XML cannot carry."""
    return escape(fit_for_xml(text))


def cut_to(text: str, width: int) -> str:
    """The text on one line, cut with an ellipsis where it is wider than so many letters; those of East Asia count
    twice, accents not at all."""
    line = " ".join(text.split())
    if _width(line) <= width:
        return line
    kept = ""
    for letter in line:
        if _width(kept + letter) > width - 1:
            break
        kept += letter
    return kept.rstrip() + _ELLIPSIS


def _width(text: str) -> int:
    return sum(0 if combining(letter) else 2 if east_asian_width(letter) in {"W", "F"} else 1 for letter in text)
