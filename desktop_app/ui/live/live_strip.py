"""Across the window while something is recorded: time, level, room, input, how late captions are; pause and stop."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.core.capture.values import Level
from desktop_app.core.transcript.clock import clock
from desktop_app.translation import tr
from desktop_app.ui.live.input_menu import InputButton
from desktop_app.ui.live.level_meter import LevelMeter
from desktop_app.ui.live.live_words import figures_of, notice_of
from desktop_app.ui.state.live_session import LiveSession, Phase
from desktop_app.ui.widgets.status_dot import StatusDot
from desktop_app.ui.widgets.toned_label import ElidedLabel, toned_label

_METER_PX = 180


class LiveStrip(QFrame):
    """One quiet line; above it another one, with a dot, while there is something that must be known."""

    pause_clicked = Signal()
    stop_clicked = Signal()
    captions_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self.setAccessibleName(tr("The recording"))
        self.sign = StatusDot("bad")
        self.elapsed = toned_label("00:00", "strong")
        self._show_time("00:00")
        self.meter = LevelMeter()
        self.meter.setMaximumWidth(_METER_PX)
        self.figures = ElidedLabel("muted")
        self.input = InputButton()
        self.captions = _button(tr("Captions"), tr("Large captions in a window of their own"))
        self.captions.setProperty("role", "link")
        self.captions.clicked.connect(self.captions_clicked)
        self.pause = _button(tr("Pause"), tr("Pause, or go on"))
        self.pause.clicked.connect(self.pause_clicked)
        self.stop = _button(tr("Stop"), tr("Stop recording"))
        self.stop.clicked.connect(self.stop_clicked)
        self.notice_dot = StatusDot("warning")
        self.notice = ElidedLabel("plain")
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        notice = QHBoxLayout()
        notice.setSpacing(10)
        notice.addWidget(self.notice_dot)
        notice.addWidget(self.notice, 1)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.sign)
        row.addWidget(self.elapsed)
        row.addWidget(self.meter, 1)
        row.addSpacing(8)
        row.addWidget(self.figures, 2)
        row.addWidget(self.input)
        row.addWidget(self.captions)
        row.addSpacing(4)
        row.addWidget(self.pause)
        row.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(6)
        column.addLayout(notice)
        column.addLayout(row)

    def show_level(self, level: Level) -> None:
        """Show how loud it is, and how much is recorded."""
        self.meter.show_level(level)
        said = clock(level.at_ms)
        if said != self.elapsed.text():
            self._show_time(said)

    def _show_time(self, said: str) -> None:
        self.elapsed.setText(said)
        self.elapsed.setAccessibleName(tr("Recorded time: {time}", time=said))

    def show_live(self, live: LiveSession) -> None:
        """Show everything else; nothing at all where nothing is recorded."""
        if not live.is_recording:
            self.hide()
            return
        running = live.phase in {Phase.RECORDING, Phase.PAUSED}
        paused = live.phase is Phase.PAUSED
        self.sign.show_level("waiting" if paused else "bad")
        self.pause.setText(tr("Resume") if paused else tr("Pause"))
        self.stop.setText(tr("Stopping…") if live.phase is Phase.STOPPING else tr("Stop"))
        for button in (self.pause, self.stop):
            button.setEnabled(running)
        notice = notice_of(live)
        self.notice.setText(notice)
        for widget in (self.notice, self.notice_dot):
            widget.setVisible(bool(notice))
        self.figures.setText(figures_of(live))
        self.input.show_current(live.device)
        self.setVisible(live.phase is not Phase.STARTING)

    def clear(self) -> None:
        """Begin at nothing."""
        self._show_time("00:00")
        self.meter.show_level(None)


def _button(text: str, says: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(says)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
