"""The keys of the waveform."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop_app.ui.player.ruler import step_ms
from desktop_app.ui.player.strips import LANE_PX

if TYPE_CHECKING:
    from desktop_app.ui.player.waveform import Waveform

_STEP_PX = 8
_ZOOM = 1.5
_PAGE = 0.9


class WaveKeys:
    """Arrows move the head by a round time that is a few pixels wide, so that a step is fine where the view is close.

    With Control they go from turn to turn; with Shift they choose.
    """

    def __init__(self, waveform: "Waveform") -> None:
        self._waveform = waveform
        self._anchor_ms: int | None = None
        key = Qt.Key
        self._plain: Mapping[int, Callable[[], object]] = {
            key.Key_Home: lambda: waveform.seek(0),
            key.Key_End: lambda: waveform.seek(waveform.length_ms),
            key.Key_Plus: lambda: waveform.zoom(_ZOOM),
            key.Key_Equal: lambda: waveform.zoom(_ZOOM),
            key.Key_Minus: lambda: waveform.zoom(1 / _ZOOM),
            key.Key_0: waveform.show_all,
            key.Key_PageUp: lambda: self._turn_page(-_PAGE),
            key.Key_PageDown: lambda: self._turn_page(_PAGE),
            key.Key_Up: lambda: waveform.scroll_lanes(-LANE_PX),
            key.Key_Down: lambda: waveform.scroll_lanes(LANE_PX),
            key.Key_Return: self._play,
            key.Key_Enter: self._play,
        }

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key is one of these."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return self._arrow(-1 if event.key() == Qt.Key.Key_Left else 1, modifiers)
        if event.key() == Qt.Key.Key_Escape and self._waveform.selection is not None:
            self._waveform.select(0, 0)
            return True
        does = self._plain.get(event.key())
        if does is None or modifiers & ~Qt.KeyboardModifier.ShiftModifier:  # '+' takes Shift on many keyboards
            return False
        does()
        return True

    def _arrow(self, direction: int, modifiers: Qt.KeyboardModifier) -> bool:
        wanted = Qt.KeyboardModifier
        if modifiers & ~(wanted.ControlModifier | wanted.ShiftModifier):
            return False
        before_ms = self._waveform.navigation.head_ms
        by_turns = bool(modifiers & wanted.ControlModifier)
        self._waveform.seek(self._turn(direction) if by_turns else before_ms + direction * self._step_ms())
        if modifiers & wanted.ShiftModifier:
            self._choose_from(before_ms)
        return True

    def _step_ms(self) -> int:
        return step_ms(self._waveform.navigation.view.ms_per_px, _STEP_PX)

    def _turn(self, direction: int) -> int:
        lanes, head_ms = self._waveform.lanes, self._waveform.navigation.head_ms
        if lanes is None:
            return head_ms
        found = lanes.turn_after(head_ms) if direction > 0 else lanes.turn_before(head_ms)
        return head_ms if found is None else found

    def _choose_from(self, before_ms: int) -> None:
        """From where Shift was pressed first, as long as the head stands at the other end of what is chosen."""
        chosen = self._waveform.selection
        if chosen is None or self._anchor_ms is None or before_ms not in (chosen.start_ms, chosen.end_ms):
            self._anchor_ms = before_ms
        self._waveform.select(self._anchor_ms, self._waveform.navigation.head_ms)

    def _turn_page(self, share: float) -> None:
        waveform = self._waveform
        waveform.look_at(waveform.navigation.view.scrolled(share * waveform.strips.width))

    def _play(self) -> None:
        self._waveform.play_asked.emit(self._waveform.navigation.head_ms)
