"""How many speakers there are: a small choice, and the label that says of what."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.translation import plural, tr
from desktop_app.ui.widgets.choice_box import ChoiceBox
from desktop_app.ui.widgets.toned_label import toned_label

MOST = 10
_PER_CHANNEL = tr("One in each channel")


class SpeakerCount(ChoiceBox):
    """Found by the engine, or an exact number, or one in each channel; of a recording that is there (with_more) more
    than MOST instead."""

    chosen = Signal(object)  # JobOptions

    def __init__(self, parent: QWidget | None = None, *, with_more: bool = False) -> None:
        super().__init__(parent)
        self.setToolTip(tr("How many people speak in the recordings you open next"))
        self._choices = [JobOptions(), *(JobOptions(number, number) for number in range(1, MOST + 1))]
        counts = (plural("{n} speakers", "{n} speaker", number) for number in range(1, MOST + 1))
        self.addItems([tr("Found automatically"), *counts])
        if with_more:
            self._choices.append(JobOptions(MOST + 1))
            self.addItem(tr("Over {number} speakers", number=MOST))
        else:
            self._choices.append(JobOptions(per_channel=True))
            self.addItem(_PER_CHANNEL)
        self.activated.connect(self._tell)

    @property
    def options(self) -> JobOptions:
        """The choice, as a job takes it."""
        return self._choices[max(0, self.currentIndex())]

    def show_options(self, options: JobOptions) -> None:
        """Show a choice that was made elsewhere; nothing where it is none of these."""
        wanted = JobOptions(options.min_speakers, options.max_speakers, per_channel=options.per_channel)
        self.setPlaceholderText(_PER_CHANNEL if options.per_channel else "")
        self.setCurrentIndex(self._choices.index(wanted) if wanted in self._choices else -1)

    def _tell(self) -> None:
        self.chosen.emit(self.options)


def label_for(box: QWidget, text: str) -> QLabel:
    """A small label that names a box, to the eye and to screen readers; both belong into one widget."""
    label = toned_label(text, "small")
    label.setContentsMargins(6, 0, 0, 0)  # as headings stand
    label.setBuddy(box)
    box.setAccessibleName(text)
    return label
