"""The links that the engines hang on, on the engine page: what each is, and what to do about a broken one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.core.models.link import Link
from desktop_app.jobs.messages import StatusReport
from desktop_app.translation import tr
from desktop_app.ui.engines.engine_words import hint_here, link_level
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.status_dot import StatusDot
from desktop_app.ui.widgets.toned_label import toned_label
from desktop_app.ui.widgets.wrapping_text import WrappingText

_NAME_PX = 112


class LinksCard(Card):
    """Does not change, a new report makes a new card."""

    def __init__(self, report: StatusReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._links = report.links
        self._needed = report.needed
        self.copy = QPushButton(tr("Copy"))
        self.copy.setProperty("role", "link")
        self.copy.setAccessibleName(tr("Copy what the engines need"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        heading = QHBoxLayout()
        heading.addWidget(toned_label(tr("What they need"), "strong"))
        heading.addStretch(1)
        heading.addWidget(self.copy)
        column.addLayout(heading)
        column.addLayout(self._rows())

    def _rows(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(1, _NAME_PX)
        grid.setColumnStretch(2, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, link in enumerate(self._links):
            dot = StatusDot(link_level(link, self._needed))
            dot.setFixedHeight(self.fontMetrics().height())
            grid.addWidget(dot, 2 * row, 0, top)
            grid.addWidget(toned_label(link.name, "plain"), 2 * row, 1, top)
            grid.addWidget(WrappingText(link.detail, "muted"), 2 * row, 2)
            if not link.ok and link.cure:
                grid.addWidget(WrappingText(hint_here(link.cure), "body"), 2 * row + 1, 2)
        return grid

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(map(_in_words, self._links)))


def _in_words(link: Link) -> str:
    """'torchaudio: broken: it does not import. Reinstall it': one line for each link."""
    if link.ok:
        return tr("{link}: ok: {detail}", link=link.name, detail=link.detail)
    said = tr("{link}: broken: {detail}", link=link.name, detail=link.detail)
    return f"{said}. {link.cure}" if link.cure else said
