"""The three panels of the window, beside each other: the recordings, the text, the speakers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from desktop_app.ui.frame.centre import Centre
from desktop_app.ui.library.library_panel import LibraryPanel
from desktop_app.ui.speakers.speakers_panel import SpeakersPanel

_WIDTHS_PX = (220, 810, 250)
_LEAST_TEXT_PX = 280


class Panels(QSplitter):
    """Left the recordings, in the middle the text, right the speakers."""

    def __init__(self, recordings: LibraryPanel, parent: QWidget | None = None) -> None:
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

    def focus_next(self, bar: QWidget, bar_field: QWidget) -> None:
        """Take the keyboard's focus to the next panel; the bar with its field comes behind the last."""
        stops = (
            (self.recordings, self.recordings.list.setFocus),
            (self.centre, self.centre.take_focus),
            (self.speakers, self.speakers.focus_first),
            (bar, bar_field.setFocus),
        )
        shown = [(panel, take) for panel, take in stops if panel.isVisible()]
        focused = self.window().focusWidget()
        inside = next((i for i, (panel, _) in enumerate(shown) if panel.isAncestorOf(focused)), -1)
        shown[(inside + 1) % len(shown)][1]()
