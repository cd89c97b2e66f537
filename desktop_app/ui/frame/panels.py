"""The three panels of the window, beside each other: the library, the text, the speakers."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSettings, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from desktop_app.ui.frame.centre import Centre
from desktop_app.ui.library.library_panel import LibraryPanel
from desktop_app.ui.speakers.speakers_panel import SpeakersPanel

_LIBRARY_PX, _SPEAKERS_PX = 236, 250
_LEAST_TEXT_PX = 280
_ENOUGH_TEXT_PX = 400
"""With less beside it, a panel is folded away."""
_LIBRARY, _SPEAKERS = "window/library", "window/speakers"


class Panels(QSplitter):
    """Left the library, in the middle the text, right the speakers. Where there is no room for all of them, the library
    is folded away first, then the speakers; whoever asks for one has it all the same."""

    folded = Signal()
    """Other panels are shown than before."""

    def __init__(self, recordings: LibraryPanel, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.recordings = recordings
        self.centre = Centre()
        self.speakers = SpeakersPanel()
        self._settings = settings
        self._filled = {self.recordings: False, self.speakers: False}
        self._asked: QWidget | None = None
        self._is_aside = False
        self._wanted = {
            self.recordings: bool(settings.value(_LIBRARY, True, bool)),
            self.speakers: bool(settings.value(_SPEAKERS, True, bool)),
        }
        self.recordings.filled.connect(lambda is_filled: self._fill(self.recordings, is_filled))
        self.speakers.filled.connect(lambda is_filled: self._fill(self.speakers, is_filled))
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for panel in (self.recordings, self.centre, self.speakers):
            self.addWidget(panel)
        self.centre.setMinimumWidth(_LEAST_TEXT_PX)
        self.setStretchFactor(1, 1)
        self._widths_px = {
            self.recordings: int(str(settings.value(f"{_LIBRARY}_px", _LIBRARY_PX))),
            self.speakers: int(str(settings.value(f"{_SPEAKERS}_px", _SPEAKERS_PX))),
        }
        self.splitterMoved.connect(self._take_widths)
        for part in (self.recordings, self.centre, self.speakers, self.handle(1), self.handle(2)):
            part.raise_()  # a splitter stacks them the other way round, which is the order that is read out
        self.fold()

    def remember(self) -> None:
        """Keep widths and wishes for the next start."""
        for panel, key in ((self.recordings, _LIBRARY), (self.speakers, _SPEAKERS)):
            self._settings.setValue(key, self._wanted[panel])
            self._settings.setValue(f"{key}_px", self._widths_px[panel])

    def _fill(self, panel: QWidget, is_filled: bool) -> None:
        """Whether a panel has anything to show."""
        if is_filled != self._filled[panel]:
            self._filled[panel] = is_filled
            self.fold()

    def toggle(self, panel: QWidget) -> None:
        """Show a panel, or fold it away."""
        shown = not panel.isHidden()
        self._wanted[panel] = not shown
        self._asked = None if shown else panel
        self.fold()

    def bring(self, panel: QWidget) -> None:
        """Show a panel, also where it was folded away."""
        if panel.isHidden():
            self.toggle(panel)

    def put_aside(self, aside: bool) -> None:
        """Fold both panels away, whatever is wanted, or show again what is."""
        self._is_aside = aside
        self.fold()

    def fold(self) -> None:
        """Show what is wanted and has room."""
        before = self.recordings.isHidden(), self.speakers.isHidden()
        shown = [self._wanted[each] and self._filled[each] and not self._is_aside for each in self._filled]
        library, speakers = shown
        room = self.width() - _ENOUGH_TEXT_PX
        if library and speakers and room < _least_px(self.recordings) + _least_px(self.speakers):
            library, speakers = self._asked is self.recordings, self._asked is not self.recordings
        self.recordings.setVisible(library and self._has_room(self.recordings, room))
        self.speakers.setVisible(speakers and self._has_room(self.speakers, room))
        self._share_width()
        if before != (self.recordings.isHidden(), self.speakers.isHidden()):
            self.folded.emit()

    def _share_width(self) -> None:
        """Give each panel its width; where the text would have too little, the library gives way, then the speakers."""
        library, speakers = (0 if each.isHidden() else self._widths_px[each] for each in self._widths_px)
        width = self.width() - 2 * self.handleWidth()
        missing = max(0, library + speakers + _ENOUGH_TEXT_PX - width)
        from_library = min(missing, max(0, library - _least_px(self.recordings)))
        from_speakers = min(missing - from_library, max(0, speakers - _least_px(self.speakers)))
        library, speakers = library - from_library, speakers - from_speakers
        self.setSizes([library, width - library - speakers, speakers])

    def _take_widths(self) -> None:
        """Somebody has moved a border."""
        for panel in self._widths_px:
            if not panel.isHidden():
                self._widths_px[panel] = panel.width()

    def _has_room(self, panel: QWidget, room: int) -> bool:
        return room >= _least_px(panel) or self._asked is panel

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what has no room any more, and show again what has."""
        super().resizeEvent(event)
        self.fold()

    def event(self, event: QEvent) -> bool:
        """A panel may need less room than it seemed to, or more: its widgets get their looks when they are shown."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.fold()
        return handled

    def focus_next(self, *behind: tuple[QWidget, Callable[[], object]]) -> None:
        """Take the keyboard's focus to the next panel. behind: what comes after the last, each with how to focus it."""
        stops = (
            (self.recordings, self.recordings.focus_list),
            (self.centre, self.centre.take_focus),
            (self.speakers, self.speakers.focus_first),
            *behind,
        )
        shown = [(panel, take) for panel, take in stops if panel.isVisible()]
        focused = self.window().focusWidget()
        inside = next((i for i, (panel, _) in enumerate(shown) if panel.isAncestorOf(focused)), -1)
        shown[(inside + 1) % len(shown)][1]()


def _least_px(panel: QWidget) -> int:
    return panel.minimumSizeHint().width()
