"""By what a turn is heard again, in which language, and which names and terms are preferred: for this once."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.core.store.setting_declarations import declaration
from desktop_app.core.store.settings import AsrEngine, AsrSettings
from desktop_app.core.transcript.spoken_languages import AUTO
from desktop_app.translation import tr
from desktop_app.ui.settings.setting_fields import ChoiceField, LinesField
from desktop_app.ui.widgets.scrolled import FittingDialog, Scrolled, button_row
from desktop_app.ui.widgets.toned_label import toned_label

_WIDTH_PX = 400
_VOCABULARY_PX = 88
_TOLD = {AsrEngine.AUTO, AsrEngine.WHISPER}
"""The others find out, or know one."""


class TurnAgainDialog(FittingDialog):
    """Begins with what the settings say, and changes none of them."""

    chosen = Signal(object)
    """AsrSettings."""

    def __init__(self, asr: AsrSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Transcribe this turn again"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._asr = asr
        self.engine = ChoiceField(declaration("asr.engine"), asr.engine)
        self.language = ChoiceField(declaration("asr.language"), asr.language)
        self.vocabulary = LinesField(declaration("asr.vocabulary"), asr.vocabulary)
        self.engine.edited.connect(self._rest_idle)
        self.begin = QPushButton(tr("Transcribe again"))
        self.begin.setProperty("role", "primary")
        self.begin.setDefault(True)
        self.begin.clicked.connect(self.accept)
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.accepted.connect(lambda: self.chosen.emit(self.asr()))
        self._lay_out()
        self._rest_idle()

    def asr(self) -> AsrSettings:
        """What is chosen."""
        language = self.language.value() if self.language.isEnabled() else AUTO
        chosen = {"engine": self.engine.value(), "language": language, "vocabulary": self.vocabulary.value()}
        return replace(self._asr, **chosen)  # type: ignore[arg-type]  # each value is of its field's type

    def _rest_idle(self) -> None:
        """The language can be chosen where the engine can be told, or is chosen by it."""
        self.language.setEnabled(self.engine.value() in _TOLD)

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        fields = (
            (tr("&Engine"), self.engine),
            (tr("&Spoken language"), self.language),
            (tr("&Vocabulary"), self.vocabulary),
        )
        for text, field in fields:
            label = QLabel(text)
            label.setProperty("tone", "heading")
            label.setBuddy(field)
            field.setAccessibleName(text.replace("&", ""))
            column.addWidget(label)
            column.addWidget(field)
        column.addWidget(toned_label(tr("Names and terms, one per line. Parakeet and Whisper prefer them."), "muted"))
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 20, 24, 20)
        page.setSpacing(12)
        page.addWidget(Scrolled(body, _WIDTH_PX), 1)
        page.addLayout(button_row(self.cancel, self.begin))
