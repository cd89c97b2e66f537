"""The three panels of the window, beside each other: the recordings, the text, the speakers."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from desktop_app.ui.frame.centre import Centre
from desktop_app.ui.recordings.recordings_panel import RecordingsPanel
from desktop_app.ui.speakers.speakers_panel import SpeakersPanel

_WIDTHS_PX = (220, 810, 250)
_LEAST_TEXT_PX = 280


class Panels(QSplitter):
    """Left the recordings, in the middle the text, right the speakers."""

    def __init__(self, recordings: RecordingsPanel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.recordings = recordings
        self.centre = Centre()
        self.speakers = SpeakersPanel()
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for panel in (self.recordings, self.centre, self.speakers):
            self.addWidget(panel)
        self.setStretchFactor(1, 1)
        self.centre.setMinimumWidth(_LEAST_TEXT_PX)
        self.setSizes(list(_WIDTHS_PX))
        for part in (self.recordings, self.centre, self.speakers, self.handle(1), self.handle(2)):
            part.raise_()  # a splitter stacks them the other way round, which is the order that is read out
        self.recordings.hide()

    def focus_next(self, *behind: tuple[QWidget, Callable[[], object]]) -> None:
        """Take the keyboard's focus to the next panel. behind: what comes after the last, each with how to focus it."""
        stops = (
            (self.recordings, self.recordings.list.setFocus),
            (self.centre, self.centre.take_focus),
            (self.speakers, self.speakers.focus_first),
            *behind,
        )
        shown = [(panel, take) for panel, take in stops if panel.isVisible()]
        focused = self.window().focusWidget()
        inside = next((i for i, (panel, _) in enumerate(shown) if panel.isAncestorOf(focused)), -1)
        shown[(inside + 1) % len(shown)][1]()
