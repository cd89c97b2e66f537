"""What the first tour says, and what it points at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.frame.key_bindings import KeyBindings
    from desktop_app.ui.frame.panels import Panels
    from desktop_app.ui.frame.top_bar import TopBar


@dataclass(frozen=True, slots=True)
class TourStep:
    """title, text: what is said. at: what is pointed at; nothing is where it is not in view."""

    title: str
    text: str
    at: QWidget


def tour_steps(bar: TopBar, panels: Panels, keys: KeyBindings) -> tuple[TourStep, ...]:
    """Five, with the keys as they are now."""

    def key(name: str) -> str:
        return f" ({text})" if (text := keys.text(name)) else ""

    play, give = keys.text("play") or "Play", _numbered(keys.text)
    return (
        TourStep(
            "Open or record",
            f"Open a recording{key('open')}, drop files on the window, or record what is said{key('record')}.",
            bar.open,
        ),
        TourStep(
            "Click to hear",
            f"Click a word and it is played from there; {play} pauses. What is wrong can be typed over.",
            panels.centre.view.text,
        ),
        TourStep(
            "Who said it",
            f"Give people their names here. {give}",
            panels.speakers,
        ),
        TourStep(
            "Search",
            f"Find words and names in this text{key('find')}, or in all recordings{key('search_library')}.",
            bar.search,
        ),
        TourStep(
            "Export",
            f"Save it as a document, as subtitles or as data{key('export')}. What you change here is kept by itself.",
            bar.export,
        ),
    )


def _numbered(text: Callable[[str], str]) -> str:
    first, last = text("give 1"), text("give 9")
    if not (first and last):
        return "In the menu, a turn is given to another speaker."
    return f"{first} to {last[-1]} give the turn at the caret to the speaker of that number."
