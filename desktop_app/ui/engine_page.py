"""The engine page: every engine's state, and the self-test."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop_app.core.pipeline.status import EngineStatus
from desktop_app.jobs.messages import Failed
from desktop_app.ui.engine_card import EngineCard
from desktop_app.ui.toned_label import toned_label

_SIZE_PX = (760, 600)


class EnginePage(QDialog):
    """Asks for a check and shows what it found."""

    check_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Engines")
        self.resize(*_SIZE_PX)
        self.cards: list[EngineCard] = []
        self.check = QPushButton("Run self-test")
        self.check.clicked.connect(self._check)
        self.close_button = QPushButton("Close")
        self.close_button.clicked.connect(self.close)
        self.close_button.setDefault(True)
        self.news = toned_label("The engines are starting…", "muted")
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(toned_label("What turns sound into text, on this computer", "subtitle"))
        column.addWidget(toned_label("No recording and no text is sent anywhere.", "muted"))
        column.addSpacing(4)
        body = QWidget()
        self._stack = QVBoxLayout(body)
        self._stack.setContentsMargins(0, 0, 8, 0)
        self._stack.setSpacing(8)
        self._stack.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.viewport().setAutoFillBackground(False)
        body.setAutoFillBackground(False)
        scroll.setWidget(body)
        column.addWidget(scroll, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.news, 1)
        row.addWidget(self.check)
        row.addWidget(self.close_button)
        column.addLayout(row)

    def show_engines(self, engines: tuple[EngineStatus, ...]) -> None:
        """Show a new report."""
        for card in self.cards:
            self._stack.removeWidget(card)
            card.deleteLater()
        self.cards = [EngineCard(engine) for engine in engines]
        for place, card in enumerate(self.cards):
            self._stack.insertWidget(place, card)
        broken = [engine for engine in engines if not engine.usable]
        self.check.setText("Try again" if broken else "Run self-test")
        self.check.setEnabled(True)
        self.news.setText(_news(len(broken)))

    def show_failure(self, failed: Failed) -> None:
        """The check itself failed."""
        self.check.setText("Try again")
        self.check.setEnabled(True)
        self.news.setText(f"{failed.reason} {failed.hint}".strip())

    def _check(self) -> None:
        self.check.setEnabled(False)
        self.news.setText("Running the self-test…")
        self.check_clicked.emit()


def _news(broken: int) -> str:
    if not broken:
        return "Everything works."
    return "1 engine cannot be used." if broken == 1 else f"{broken} engines cannot be used."
