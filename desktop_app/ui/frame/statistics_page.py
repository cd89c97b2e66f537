"""Figures about the recording in view: who spoke how much and how, as a table and as a picture to be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.core.export.picture_values import PictureColours
from desktop_app.core.export.statistics_picture import statistics_picture
from desktop_app.core.store.atomic import write_atomically
from desktop_app.core.transcript.clock import clock
from desktop_app.core.transcript.recording_statistics import SpeakerRow, recording_statistics
from desktop_app.translation import figure, tr
from desktop_app.ui.look.theme import current_theme
from desktop_app.ui.widgets.scrolled import FittingDialog, Scrolled
from desktop_app.ui.widgets.toned_label import toned_label
from desktop_app.ui.words.wording import DOT, percent

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.core.transcript.values import Transcript

_HEADS = (
    tr("Speaker"),
    tr("Time", "of a speaker"),
    tr("Share", "of a speaker"),
    tr("Turns"),
    tr("Words"),
    tr("Words a minute"),
    tr("Longest turn"),
    tr("Interrupts"),
    tr("Is interrupted"),
)


class StatisticsPage(FittingDialog):
    """The table first, as it can be read by everybody; the picture below."""

    def __init__(self, transcript: Transcript, name: str, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Statistics"))
        self._name, self._folder = name, folder
        figures = recording_statistics(transcript)
        self.picture = statistics_picture(transcript, _colours(), title=name)
        self.facts = toned_label(
            DOT.join(
                (
                    tr("{time} long", time=clock(figures.length_ms)),
                    tr("{time} silence", time=clock(figures.silence_ms)),
                    tr("{time} several at once", time=clock(figures.overlap_ms)),
                )
            ),
            "muted",
        )
        self.news = toned_label("", "muted")
        self.news.setWordWrap(True)
        self.save = QPushButton(tr("Save the picture…"))
        self.save.clicked.connect(self._ask_for_place)
        self.close_button = QPushButton(tr("Close"))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self._lay_out(figures.speakers)

    def _lay_out(self, rows: tuple[SpeakerRow, ...]) -> None:
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.setSpacing(16)
        inside.addLayout(_table([row for row in rows if row.talk.turns]))
        inside.addWidget(_shown(self.picture))
        buttons = QHBoxLayout()
        buttons.addWidget(self.save)
        buttons.addWidget(self.news, 1)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(toned_label(self._name, "subtitle"))
        column.addWidget(self.facts)
        column.addWidget(Scrolled(body), 1)
        column.addLayout(buttons)

    def _ask_for_place(self) -> None:
        dialog = QFileDialog(
            self, tr("Save the picture"), str(self._folder / f"{self._name}.svg"), tr("Pictures (*.svg)")
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("svg")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def save_to(self, path: str) -> None:
        """Write the picture; say where it is, or why it is not."""
        from pathlib import Path

        try:
            write_atomically(Path(path), self.picture.encode())
        except OSError as error:
            self.news.setText(tr("{path} cannot be written: {reason}.", path=path, reason=error.strerror or error))
            return
        self.news.setText(tr("Saved as {path}.", path=path))


def _table(rows: list[SpeakerRow]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(6)
    for column, head in enumerate(_HEADS):
        label = toned_label(head, "small")
        label.setAlignment(Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(label, 0, column)
    for place, row in enumerate(rows, 1):
        for column, text in enumerate(_cells(row)):
            label = toned_label(text, "body")
            if column:
                label.setAlignment(Qt.AlignmentFlag.AlignRight)
            label.setAccessibleName(f"{row.speaker.name}, {_HEADS[column]}: {text}")
            grid.addWidget(label, place, column)
    return grid


def _cells(row: SpeakerRow) -> tuple[str, ...]:
    pace = "–" if row.words_per_minute is None else f"{row.words_per_minute:.0f}"
    return (
        row.speaker.name,
        clock(row.talk.talk_ms),
        percent(row.talk.share),
        figure(row.talk.turns),
        figure(row.talk.words),
        pace,
        clock(row.longest_turn_ms),
        figure(row.interrupts),
        figure(row.interrupted),
    )


def _shown(picture: str) -> QLabel:
    from PySide6.QtSvg import QSvgRenderer  # loaded when it is first wanted

    renderer = QSvgRenderer(QByteArray(picture.encode()))
    label = QLabel()
    ratio = label.devicePixelRatioF()
    size = renderer.defaultSize()
    pixels = QPixmap(QSize(round(size.width() * ratio), round(size.height() * ratio)))
    pixels.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixels)
    renderer.render(painter)
    painter.end()
    pixels.setDevicePixelRatio(ratio)
    label.setPixmap(pixels)
    label.setAccessibleName(tr("Who spoke how much and when; the table above says the same"))
    return label


def _colours() -> PictureColours:
    theme = current_theme()
    return PictureColours(
        ground=theme.ground,
        ink=theme.ink,
        muted=theme.muted,
        line=theme.line,
        speakers=[e.strong for e in theme.speakers],
    )
