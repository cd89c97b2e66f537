"""What the first tour says, and what it points at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.translation import tr

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

    play, give = keys.text("play") or tr("Play", "first steps"), _numbered(keys.text)
    return (
        TourStep(
            tr("Open or record"),
            tr(
                "Open a recording{open}, drop files on the window, or record what is said{record}.",
                open=key("open"),
                record=key("record"),
            ),
            bar.open,
        ),
        TourStep(
            tr("Click to hear"),
            tr(
                "Click a word and it is played from there; {play} pauses. What is wrong can be typed over.",
                play=play,
            ),
            panels.centre.view.text,
        ),
        TourStep(
            tr("Who said it"),
            tr("Give people their names here.") + f" {give}",
            panels.speakers,
        ),
        TourStep(
            tr("Search", "first steps"),
            tr(
                "Find words and names in this text{here}, or in all recordings{everywhere}.",
                here=key("find"),
                everywhere=key("search_library"),
            ),
            bar.search,
        ),
        TourStep(
            tr("Export", "first steps"),
            tr(
                "Save it as a document, as subtitles or as data{export}. What you change here is kept by itself.",
                export=key("export"),
            ),
            bar.export,
        ),
    )


def _numbered(text: Callable[[str], str]) -> str:
    first, last = text("give 1"), text("give 9")
    if not (first and last):
        return tr("In the menu, a turn is given to another speaker.")
    return tr("{first} to {last} give the turn at the caret to the speaker of that number.", first=first, last=last[-1])
