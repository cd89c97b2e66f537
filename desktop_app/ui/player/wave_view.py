"""The waveform with its lanes, as it is seen: told what to show, it answers nothing."""

from functools import reduce
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollBar, QSizePolicy, QWidget

from desktop_app.core.transcript.clock import clock
from desktop_app.core.transcript.values import Span, Speaker
from desktop_app.translation import tr
from desktop_app.ui.look.theme import current_theme
from desktop_app.ui.player.lane_names import longest_name_px
from desktop_app.ui.player.moving_picture import Moment, head_rect, hover_rect, paint_moment
from desktop_app.ui.player.navigation import Navigation
from desktop_app.ui.player.scene import Scene
from desktop_app.ui.player.strips import LANE_PX, Contents, Strips, least_height, strips_for, wanted_height
from desktop_app.ui.player.viewport import Viewport

if TYPE_CHECKING:  # they load numpy, and the window shows before it is loaded
    from desktop_app.core.audio.peaks import Peaks
    from desktop_app.ui.player.lanes import Lanes
    from desktop_app.ui.player.still_picture import StillPainter, StillPicture

_SCROLL_BAR_PX = 12


class WaveView(QWidget):
    """Any of sound, lanes and length may be missing, and may come or grow later.

    The still part is kept as a picture; while it plays, only the columns that the play head crosses are painted.
    """

    follow_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.navigation = Navigation()
        self.selection: Span | None = None
        self.hover_x: float | None = None
        self.lanes: Lanes | None = None
        self._peaks: Peaks | None = None
        self._told_length_ms = 0
        self._text_span: Span | None = None
        self._folded = False
        self.shows_focus = False
        self._names_px = 0
        self._painter: StillPainter | None = None
        self._lane_bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._lane_bar.setAccessibleName(tr("Speakers' lanes"))
        self._lane_bar.setSingleStep(LANE_PX)
        self._lane_bar.valueChanged.connect(self.update)
        self.strips = self._fit_strips()

    # What is shown.

    def show_peaks(self, peaks: "Peaks | None") -> None:
        """Show this sound, or as much of it as there is by now; None where there is none."""
        self._peaks = peaks
        self._fit()

    def show_lanes(self, lanes: "Lanes | None") -> None:
        """Show who speaks when; None where that is not known."""
        self.lanes = lanes if lanes is not None and lanes.lanes else None
        self._names_px = longest_name_px(lane.speaker for lane in lanes.lanes) if lanes is not None else 0
        self._fit()

    def show_length(self, length_ms: int) -> None:
        """The recording is this long, if sound and lanes do not say that it is longer."""
        self._told_length_ms = length_ms
        self._fit()

    def show_position(self, time_ms: int) -> None:
        """The play head is here."""
        before, view = self.head_x, self.navigation.view
        self.navigation.move_head(time_ms)
        if self.navigation.view != view:
            self.update()
        elif self.head_x != before:
            self.update(head_rect(self.strips, before) | head_rect(self.strips, self.head_x))

    def show_text_span(self, span: Span | None) -> None:
        """The text in view was said in this time."""
        if span != self._text_span:
            self._text_span = span
            self.update()

    def show_selection(self, span: Span | None) -> None:
        """This is chosen."""
        if span != self.selection:
            self.selection = span
            self.update()

    def fold_lanes(self, folded: bool) -> None:
        """Show the waveform alone, or the lanes again."""
        self._folded = folded
        self._fit()

    def follow(self, wanted: bool = True) -> None:
        """Keep the play head in view, or stay here."""
        before = self.navigation.follows
        self.navigation.follow(wanted)
        self.update()
        self._tell_of_following(before)

    def look_at(self, view: Viewport) -> None:
        """A person chose what is in view."""
        before = self.navigation.follows
        self.navigation.look_at(view)
        self.update()
        self._tell_of_following(before)

    def _tell_of_following(self, before: bool) -> None:
        if self.navigation.follows != before:
            self.follow_changed.emit(self.navigation.follows)

    # Where things are.

    @property
    def length_ms(self) -> int:
        """How long the recording is, as far as is known."""
        sound_ms = self._peaks.duration_ms if self._peaks is not None else 0
        return max(self._told_length_ms, sound_ms, self.lanes.end_ms if self.lanes is not None else 0)

    @property
    def head_x(self) -> int:
        """Where the play head stands, in pixels of the widget."""
        return self.strips.left + round(self.navigation.view.x_of(self.navigation.head_ms))

    def time_at(self, x: float) -> int:
        """Which moment stands at a place of the widget."""
        return self.navigation.view.time_at(x - self.strips.left)

    def speakers_at(self, time_ms: int) -> tuple[Speaker, ...]:
        """Who is heard in a moment."""
        return self.lanes.speakers_at(time_ms) if self.lanes is not None else ()

    def scroll_lanes(self, px: float) -> bool:
        """Scroll the lanes, if there are more than are seen."""
        self._lane_bar.setValue(self._lane_bar.value() + round(px))
        return self._lane_bar.maximum() > 0

    @property
    def _shown_lanes(self) -> "Lanes | None":
        return None if self._folded else self.lanes

    def _contents(self) -> Contents:
        lanes = self._shown_lanes
        return Contents(self._peaks is not None, len(lanes.lanes) if lanes is not None else 0, self._names_px)

    def _fit(self) -> None:
        """Lay everything out anew."""
        self.strips = self._fit_strips()
        self.navigation.fit(length_ms=self.length_ms, width=self.strips.width)
        self._place_lane_bar()
        self.updateGeometry()
        self.update()

    def _fit_strips(self) -> Strips:
        return strips_for(self.width(), self.height(), self._contents())

    def _place_lane_bar(self) -> None:
        hidden = self.strips.content_height - self.strips.lanes_height if self.strips.lanes_height else 0
        self._lane_bar.setRange(0, hidden)
        self._lane_bar.setPageStep(self.strips.lanes_height)
        self._lane_bar.setVisible(hidden > 0)
        left = self.width() - _SCROLL_BAR_PX - 1
        self._lane_bar.setGeometry(left, self.strips.lanes_top, _SCROLL_BAR_PX, self.strips.lanes_height)

    def sizeHint(self) -> QSize:
        """Six lanes are seen at once."""
        return QSize(720, wanted_height(self._contents()))

    def minimumSizeHint(self) -> QSize:
        """Two are, at least."""
        return QSize(240, least_height(self._contents()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out anew."""
        super().resizeEvent(event)
        self._fit()

    # Painting.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the part that is asked for."""
        if not self.length_ms:
            return
        painter = QPainter(self)
        paint_moment(painter, event.rect(), self._still(), self._moment())

    def _moment(self) -> Moment:
        return Moment(
            strips=self.strips,
            view=self.navigation.view,
            size=self.size(),
            head_ms=self.navigation.head_ms,
            text_span=self._text_span,
            selection=self.selection,
            hover_x=self.hover_x,
            hover_text=self.hover_text(),
            focus=self.shows_focus,
        )

    def hover_text(self) -> str:
        """What is told of the place under the pointer: '12:03 · Anna'."""
        return "" if self.hover_x is None else self.told_of(self.time_at(self.hover_x), " · ")

    def told_of(self, time_ms: int, between: str = ", ") -> str:
        """A moment and who is heard then: '12:03, Anna and Ben'."""
        names = [speaker.name for speaker in self.speakers_at(time_ms)]
        if not names:
            return clock(time_ms)
        listed = reduce(lambda one, other: tr("{one} and {other}", one=one, other=other), names)
        return between.join((clock(time_ms), listed))

    def _still(self) -> "StillPicture":
        if self._painter is None:
            from desktop_app.ui.player.still_picture import StillPainter

            self._painter = StillPainter()
        return self._painter.picture(self._scene())

    def _scene(self) -> Scene:
        return Scene(
            peaks=self._peaks,
            lanes=self._shown_lanes,
            owners=self.lanes,
            view=self.navigation.view,
            strips=self.strips,
            scrolled_px=self._lane_bar.value(),
            width=self.width(),
            scale=self.devicePixelRatioF(),
            theme=current_theme(),
        )

    def point_at(self, x: float | None) -> None:
        """Tell of this place, or of none."""
        before, self.hover_x = self._hover_rect(), x
        self.update(before | self._hover_rect())

    def _hover_rect(self) -> QRect:
        return (
            QRect() if self.hover_x is None else hover_rect(self.strips, self.size(), self.hover_x, self.hover_text())
        )
