"""By what a turn is heard again, and which names and terms are preferred: for this once."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.core.store.settings import AsrEngine, AsrSettings
from desktop_app.ui.engines.engine_choices import RECOGNISERS
from desktop_app.ui.widgets.choice_box import ChoiceBox
from desktop_app.ui.widgets.scrolled import FittingDialog, Scrolled, button_row
from desktop_app.ui.widgets.toned_label import toned_label

_WIDTH_PX = 400
_VOCABULARY_PX = 88


class TurnAgainDialog(FittingDialog):
    """Begins with what the settings say, and changes none of them."""

    chosen = Signal(object)
    """AsrSettings."""

    def __init__(self, asr: AsrSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Transcribe this turn again")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._asr = asr
        self._engines = tuple(RECOGNISERS)
        self.engine = ChoiceBox()
        self.engine.addItems(list(RECOGNISERS.values()))
        self.engine.setCurrentIndex(self._engines.index(asr.engine))
        self.vocabulary = QPlainTextEdit("\n".join(asr.vocabulary))
        self.vocabulary.setTabChangesFocus(True)
        self.vocabulary.setFixedHeight(_VOCABULARY_PX)
        self.begin = QPushButton("Transcribe again")
        self.begin.setProperty("role", "primary")
        self.begin.setDefault(True)
        self.begin.clicked.connect(self.accept)
        self.cancel = QPushButton("Cancel")
        self.cancel.clicked.connect(self.reject)
        self.accepted.connect(lambda: self.chosen.emit(self.asr()))
        self._lay_out()

    def asr(self) -> AsrSettings:
        """What is chosen."""
        lines = (line.strip() for line in self.vocabulary.toPlainText().splitlines())
        vocabulary = tuple(dict.fromkeys(line for line in lines if line))
        engine = AsrEngine(self._engines[self.engine.currentIndex()])
        return replace(self._asr, engine=engine, vocabulary=vocabulary)

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for text, field in (("&Engine", self.engine), ("&Vocabulary", self.vocabulary)):
            label = QLabel(text)
            label.setProperty("tone", "heading")
            label.setBuddy(field)
            field.setAccessibleName(text.removeprefix("&"))
            column.addWidget(label)
            column.addWidget(field)
        column.addWidget(toned_label("Names and terms, one per line. Parakeet prefers them.", "muted"))
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 20, 24, 20)
        page.setSpacing(12)
        page.addWidget(Scrolled(body, _WIDTH_PX), 1)
        page.addLayout(button_row(self.cancel, self.begin))
