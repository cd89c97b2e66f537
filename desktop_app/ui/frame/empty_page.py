"""What the window shows before anything was opened: a place to drop files, and the doors."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.translation import tr
from desktop_app.ui.look.theme import current_theme
from desktop_app.ui.widgets.language_choice import LanguageChoice
from desktop_app.ui.widgets.record_button import RecordButton
from desktop_app.ui.widgets.scrolled import Scrolled
from desktop_app.ui.widgets.speaker_count import SpeakerCount, label_for
from desktop_app.ui.widgets.toned_label import toned_label
from desktop_app.ui.widgets.wrapping_row import WrappingRow
from desktop_app.ui.words.privacy import first_privacy_sentence

_ZONE = QSize(560, 372)
_ONE_LINE = " "
"""Nothing, in as much room as a line: what is above must not move when there is something to say."""


class EmptyPage(QWidget):
    """The drop zone. The window takes the drops; this only looks ready for them."""

    open_clicked = Signal()
    record_clicked = Signal()
    sample_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("centre")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.open_button = QPushButton(tr("Open a recording…"))
        self.open_button.setProperty("role", "primary")
        self.open_button.clicked.connect(self.open_clicked)
        self.record_button = RecordButton()
        self.record_button.clicked.connect(self.record_clicked)
        self.sample_button = QPushButton(tr("Try the sample"))
        self.sample_button.clicked.connect(self.sample_clicked)
        for button in (self.open_button, self.sample_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.speaker_count = SpeakerCount()
        self.language = LanguageChoice()
        self.privacy_sentence = _centred(first_privacy_sentence(""), "muted")
        self.understood = _centred(_ONE_LINE, "muted")
        self.zone = QFrame()
        self.zone.setObjectName("dropZone")
        self.zone.setMinimumSize(300, 300)
        self.zone.setMaximumSize(_ZONE)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.zone)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(_Voices(), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        column.addWidget(_centred(tr("Who said what, in writing"), "title"))
        column.addWidget(_centred(tr("From an interview, a meeting, a talk: a file, or live."), "muted"))
        column.addSpacing(12)
        column.addLayout(WrappingRow(self.open_button, self.record_button, self.sample_button))
        column.addWidget(_centred(tr("or drop files here"), "muted"))
        column.addSpacing(12)
        column.addLayout(_row(label_for(self.speaker_count, tr("Speakers in new recordings")), self.speaker_count))
        column.addLayout(_row(label_for(self.language, tr("Language of new recordings")), self.language))
        column.addStretch(1)
        body = QWidget()
        body.setObjectName("page")
        page = QVBoxLayout(body)
        page.setContentsMargins(24, 24, 24, 24)
        page.setSpacing(4)
        page.addStretch(2)
        page.addLayout(_row(self.zone, stretch=8))
        page.addSpacing(12)
        page.addWidget(self.privacy_sentence)
        page.addWidget(self.understood)
        page.addStretch(3)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(Scrolled(body))  # a small window may have a panel above this

    def show_promise(self, host: str) -> None:
        """Say what leaves the computer. host: what voices may be sent to, '' where nothing is."""
        self.privacy_sentence.setText(first_privacy_sentence(host))

    def show_understood(self, sentence: str, languages: str) -> None:
        """Say which languages can be written down; '' while nobody knows. languages: their names, if only counted."""
        self.understood.setText(sentence or _ONE_LINE)
        self.understood.setToolTip(languages)
        self.understood.setAccessibleDescription(languages)

    def show_hot(self, hot: bool) -> None:
        """Show that files held over the window may be let go."""
        self.zone.setProperty("hot", hot)
        self.zone.style().unpolish(self.zone)
        self.zone.style().polish(self.zone)


def _centred(text: str, tone: str) -> QLabel:
    label = toned_label(text, tone)  # type: ignore[arg-type]
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setWordWrap(True)
    return label


def _row(*widgets: QWidget, stretch: int = 0) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStretch(1)
    for widget in widgets:
        row.addWidget(widget, stretch)
    row.addStretch(1)
    return row


class _Voices(QWidget):
    """Three short lanes in speakers' colours: what a transcript will look like."""

    _LANES = ((0, 0, 26), (1, 20, 34), (0, 44, 14), (2, 32, 20))

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(64, 44)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row, (colour, left, width) in enumerate(self._LANES):
            y = 4 + row * 12
            painter.setPen(QPen(QColor(theme.speaker(colour).fill), 6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            line = QRectF(3 + left, y, width, 0)
            painter.drawLine(QPointF(line.left(), y), QPointF(min(line.right(), 60), y))
