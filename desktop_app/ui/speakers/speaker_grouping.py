"""How the finished recording in view is split among speakers: their number, and how readily voices are told apart."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from desktop_app.core.pipeline.given import Missing
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.translation import tr
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.widgets.accessible_text import name_for_readers
from desktop_app.ui.widgets.speaker_count import SpeakerCount, label_for
from desktop_app.ui.widgets.toned_label import toned_label

SETTLE_MS = 150
STEPS = 20
_COUNT_TIP = tr("How many people speak in this recording")
_SLIDER_TIP = tr("Left: fewer speakers, right: more, as small differences between voices count")
_NOT_READY = tr("The speakers can be changed when the recording is finished")
_APART = tr("Everybody has a channel of their own: nobody was told by voice, so the speakers stay as they are")
_OF_FILE = tr("The speakers are those of the file. “Find the speakers…” in the menu finds them by their voices instead")
_NO_VOICES = tr("The voices of this recording are not on this computer: transcribe it again to change its speakers")
_FIXED = tr("The number of speakers is given: choose “Found automatically” to change it")


class SpeakerGrouping(QWidget):
    """Follows the recording in view; each choice is told once it has settled."""

    chosen = Signal(object, object, int)  # Recording, JobOptions, gesture

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = SpeakerCount(with_more=True)
        self.slider = _Slider()
        self._recording: Recording | None = None
        self._gesture = 0
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self._tell)
        self.count.chosen.connect(self._count_chosen)
        self.slider.sliderPressed.connect(self._begin_gesture)
        self.slider.valueChanged.connect(self._slider_moved)
        self._lay_out()

    def _lay_out(self) -> None:
        scale = QHBoxLayout()
        scale.setContentsMargins(6, 0, 6, 0)
        scale.setSpacing(4)
        scale.addWidget(toned_label(tr("fewer", "speakers"), "small"))
        scale.addWidget(self.slider, 1)
        scale.addWidget(toned_label(tr("more", "speakers"), "small"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 12, 4)
        column.setSpacing(8)
        column.addWidget(label_for(self.count, tr("In this recording")))
        column.addWidget(self.count)
        column.addLayout(scale)
        name_for_readers(self.slider, tr("How readily voices are told apart"))

    def show_recording(self, recording: Recording | None) -> None:
        """Show another recording's choice, and follow its changes."""
        if self._settled.isActive():
            self._settled.stop()
            self._tell()
        if self._recording is not None:
            self._recording.changed.disconnect(self._refresh)
            self._recording.document.replaced.disconnect(self._refresh)
        self._recording = recording
        if recording is not None:
            recording.changed.connect(self._refresh)
            recording.document.replaced.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        recording = self._recording
        if recording is None or self._settled.isActive():
            return
        options = recording.wish[0] if recording.wish else recording.document.options
        self._show(options)
        obstacle = _obstacle(recording)
        fixed = "" if options.min_speakers is None else _FIXED
        self.count.setEnabled(not obstacle)
        self.count.setToolTip(obstacle or _COUNT_TIP)
        self.slider.setEnabled(not obstacle and not fixed)
        self.slider.setToolTip(obstacle or fixed or _SLIDER_TIP)

    def _show(self, options: JobOptions) -> None:
        self.count.show_options(options)
        self.slider.blockSignals(True)
        self.slider.setValue(round(options.sensitivity * STEPS))
        self.slider.blockSignals(False)

    def _begin_gesture(self) -> None:
        self._gesture += 1

    def _count_chosen(self) -> None:
        self._begin_gesture()
        self._settled.stop()
        self._tell()

    def _slider_moved(self) -> None:
        if not self.slider.isSliderDown():
            self._begin_gesture()
        self._settled.start()

    def _tell(self) -> None:
        if self._recording is not None and self._recording.can_regroup:
            options = replace(self.count.options, sensitivity=self.slider.value() / STEPS)
            self.chosen.emit(self._recording, options, self._gesture)
            self._refresh()


def _obstacle(recording: Recording) -> str:
    """Why its speakers cannot be changed, '' if they can."""
    if recording.can_regroup:
        return ""
    if recording.busy:
        return _NOT_READY
    if recording.document.options.per_channel:
        return _APART
    return _OF_FILE if recording.missing is Missing.SPEAKERS else _NO_VOICES


class _Slider(QSlider):
    """Has no wheel, which would change a transcript in passing."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, STEPS)
        self.setPageStep(STEPS // 5)
        self.setAccessibleDescription(_SLIDER_TIP)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
