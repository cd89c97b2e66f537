"""In which way words are looked for: three boxes to tick, and whose turns are looked through."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from desktop_app.core.editing.finding import FindOptions
from desktop_app.core.transcript.values import Speaker
from desktop_app.ui.widgets.choice_box import ChoiceBox
from desktop_app.ui.widgets.wrapping_row import WrappingRow

_ALL = "All speakers"
_LETTERS = 14


class FindChoices(QWidget):
    """Tells of every change."""

    changed = Signal(object)  # FindOptions

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.whole_words = QCheckBox("Whole words")
        self.match_case = QCheckBox("Match case")
        self.match_case.setToolTip("Upper and lower case count, and accents")
        self.pattern = QCheckBox("Regular expression")
        self.pattern.setToolTip("As Python writes them; in what it is replaced by, \\1 is the first group")
        self.speaker = ChoiceBox()
        self.speaker.setAccessibleName("Whose turns are searched")
        self.speaker.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.speaker.setMinimumContentsLength(_LETTERS)
        self.show_speakers(())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = WrappingRow(self.whole_words, self.match_case, self.pattern, self.speaker, centred=False)
        row.setSpacing(12)
        column.addLayout(row)
        for box in (self.whole_words, self.match_case, self.pattern):
            box.toggled.connect(self._tell)
        self.speaker.currentIndexChanged.connect(self._tell)

    def options(self) -> FindOptions:
        """What is chosen."""
        return FindOptions(
            self.whole_words.isChecked(),
            self.match_case.isChecked(),
            self.pattern.isChecked(),
            self.speaker.currentData(),
        )

    def show_speakers(self, speakers: Sequence[Speaker]) -> None:
        """Offer these; who is chosen stays so, if they are among them."""
        known = [(_ALL, None), *((each.name, each.id) for each in speakers)]
        box, chosen = self.speaker, self.speaker.currentData()
        if known == [(box.itemText(place), box.itemData(place)) for place in range(box.count())]:
            return
        with QSignalBlocker(box):
            box.clear()
            for name, speaker_id in known:
                box.addItem(name, speaker_id)
            box.setCurrentIndex(next((place for place, (_, each) in enumerate(known) if each == chosen), 0))
        if box.currentData() != chosen:
            self._tell()

    def _tell(self) -> None:
        self.changed.emit(self.options())
