"""Where the play head is, what is in view, and whether the one follows the other: no widget."""

from desktop_app.ui.player.viewport import Viewport


class Navigation:
    """follows: whether the page is turned when the head leaves it. A person who looks elsewhere is left alone until
    they come back to the head, or ask for it."""

    def __init__(self) -> None:
        self.view = Viewport.of_all(0, 1)
        self.head_ms = 0
        self.follows = True

    def look_at(self, view: Viewport) -> None:
        """A person chose what is in view."""
        self.view = view
        self.follows = view.shows(self.head_ms)

    def fit(self, *, length_ms: int, width: int) -> None:
        """The recording has another length, or the window another width."""
        self.view = self.view.in_length(length_ms).in_width(width)
        self.head_ms = min(self.head_ms, length_ms)

    def move_head(self, time_ms: int) -> None:
        """The head is elsewhere; the page is turned to it if it is followed."""
        self.head_ms = min(max(0, time_ms), self.view.length_ms)
        if self.follows:
            self.view = self.view.turned_to(self.head_ms)

    def follow(self, wanted: bool = True) -> None:
        """Follow the head from now on, or not."""
        self.follows = wanted
        if wanted:
            self.view = self.view.turned_to(self.head_ms)
