"""The chip at the right of the top bar: whether recordings can be worked on, in a word or two."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_app.translation import tr
from desktop_app.ui.engines.engine_words import STARTING, Verdict
from desktop_app.ui.look.theme import current_theme
from desktop_app.ui.widgets.status_dot import DOT_PX, paint_dot

_PADDING_PX = 12
_HEIGHT_PX = 32
_LEAST_PX = 72
_MOST_PX = 480


class EngineChip(QPushButton):
    """A pill with a dot; its text is cut where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "chip")
        self.setFixedHeight(_HEIGHT_PX)
        self.setMaximumWidth(_MOST_PX)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.engines = STARTING
        self._language = ""
        self._job: Verdict | None = None
        self.show_verdict(STARTING)

    @property
    def verdict(self) -> Verdict:
        """What is shown: what went wrong with the transcript in view, else how the engines are."""
        return self._job or self.engines

    def show_verdict(self, verdict: Verdict, *, language: str = "") -> None:
        """Show how the engines are."""
        self.engines, self._language = verdict, language
        self._refresh()

    def show_job(self, job: Verdict | None) -> None:
        """Show first what was not as chosen when the transcript in view was made; None where there is nothing."""
        self._job = job
        self._refresh()

    def _refresh(self) -> None:
        self.setText(self.verdict.text)
        if self._job is None:
            self.setAccessibleName(tr("Engines: {state}", state=self.engines.text))
            said = [self.engines.detail, self._language]
        else:
            self.setAccessibleName(tr("This transcript: {state}", state=self._job.text))
            job = tr("This transcript: {state}", state=self._job.detail)
            said = [job, tr("Now: {state}", state=self.engines.detail), self._language]
        self.setAccessibleDescription(said[0])
        self.setToolTip("\n".join(line for line in (*said, tr("Click for details and a self-test")) if line))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for all of the text."""
        text = self.fontMetrics().horizontalAdvance(self.verdict.text)
        return QSize(text + 2 * _PADDING_PX + DOT_PX + 10, _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        """Little room will do."""
        return QSize(_LEAST_PX, _HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill, the dot and what fits of the text."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(theme.accent if focused else theme.edge), 2 if focused else 1))
        painter.setBrush(QColor(theme.hover if self.underMouse() or self.isDown() else theme.ground))
        radius = _HEIGHT_PX / 2 - 1
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), radius, radius)
        paint_dot(painter, QPointF(_PADDING_PX + DOT_PX / 2, self.height() / 2), self.verdict.level)
        left = _PADDING_PX + DOT_PX + 8
        room = QRect(left, 0, self.width() - left - _PADDING_PX, self.height())
        painter.setPen(QColor(theme.ink))
        text = self.fontMetrics().elidedText(self.verdict.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
