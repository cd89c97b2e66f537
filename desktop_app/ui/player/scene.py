"""All that the still part of the waveform's picture hangs on: painted once, kept until one of it is another."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.ui.look.theme import Theme
from desktop_app.ui.player.strips import Strips
from desktop_app.ui.player.viewport import Viewport

if TYPE_CHECKING:  # they load numpy, and the window shows before it is loaded
    from desktop_app.core.audio.peaks import Peaks
    from desktop_app.ui.player.lanes import Lanes


@dataclass(frozen=True, slots=True)
class Scene:
    """peaks, lanes: None where there is no sound, and no lane to be seen. owners: lanes for the sound's colours, also
    where they are folded away. scrolled_px: how far lanes are scrolled. scale: pixels of the screen for one of the
    window's."""

    peaks: "Peaks | None"
    lanes: "Lanes | None"
    owners: "Lanes | None"
    view: Viewport
    strips: Strips
    scrolled_px: int
    width: int
    scale: float
    theme: Theme

    def same_names(self, other: "Scene") -> bool:
        """Whether names and their places are the same."""
        return all(
            one == another
            for one, another in (
                (self.lanes, other.lanes),
                (self.strips, other.strips),
                (self.scrolled_px, other.scrolled_px),
                (self.scale, other.scale),
                (self.theme, other.theme),
            )
        )
