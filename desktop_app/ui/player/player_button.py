"""The player's quiet buttons: a sign, a word, or both, without a frame until they are pointed at."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from desktop_app.translation import tr
from desktop_app.ui.look.theme import SMALL_PX, current_theme, font
from desktop_app.ui.player.signs import SIGN_PX, Sign, paint_sign

HEIGHT_PX = 28
_PADDING_PX = 7
_GAP_PX = 6
_RADIUS_PX = 6


class PlayerButton(QAbstractButton):
    """sign, word: either may be missing. A word beside a sign can be left out where there is little room; the name
    and the tool tip say it still. menu: opens on a click."""

    def __init__(
        self, name: str, *, sign: Sign | None = None, word: str = "", key: str = "", checkable: bool = False
    ) -> None:
        super().__init__()
        self.sign = sign
        self.menu: QMenu | None = None
        self._key = key
        self._brief = False
        self._widest_words: tuple[str, ...] = (word,)
        self.setText(word)
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFont(font(SMALL_PX))
        self.call(name)

    def call(self, name: str) -> None:
        """What it does: for screen readers and the tool tip, with its key."""
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({self._key})" if self._key else name)

    def show_key(self, key: str) -> None:
        """The key that does the same; '' where none does."""
        self._key = key
        self.call(self.accessibleName())

    def keep_room_for(self, *words: str) -> None:
        """It will have one or another of these words, and nothing beside it is to move."""
        self._widest_words = words
        self.updateGeometry()

    def open_on_click(self, menu: QMenu) -> None:
        """Open this menu when it is pressed."""
        self.menu = menu
        self.clicked.connect(self._open)

    def be_brief(self, brief: bool) -> None:
        """Leave the word out where there is a sign, or show it again."""
        if brief != self._brief:
            self._brief = brief
            self.updateGeometry()

    def _open(self) -> None:
        if self.menu is not None:
            self.menu.popup(self.mapToGlobal(QPointF(0, -self.menu.sizeHint().height() - 4)).toPoint())

    @property
    def _word(self) -> str:
        return "" if self._brief and self.sign is not None else self.text()

    def sizeHint(self) -> QSize:
        """Room for the sign and the longest of its words."""
        return QSize(self.width_px(brief=self._brief), max(HEIGHT_PX, QFontMetrics(self.font()).height() + 8))

    def width_px(self, *, brief: bool) -> int:
        """How wide it is with its word, or without."""
        advance = QFontMetrics(self.font()).horizontalAdvance
        if self.sign is None:
            return self._word_px(advance) + 2 * _PADDING_PX
        word = 0 if brief else self._word_px(advance)
        return SIGN_PX + (_GAP_PX + word if word else 0) + 2 * _PADDING_PX

    def _word_px(self, advance: Callable[[str], int]) -> int:
        return max(advance(word) for word in (*self._widest_words, self.text()))

    def minimumSizeHint(self) -> QSize:
        """All of it."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        colour = self._colour()
        inside = QRectF(self.rect()).adjusted(_PADDING_PX, 0, -_PADDING_PX, 0)
        if self.sign is not None:
            box = QRectF(inside.left(), inside.top(), SIGN_PX, inside.height()) if self._word else QRectF(self.rect())
            paint_sign(painter, self.sign, box, colour)
            inside.setLeft(inside.left() + SIGN_PX + _GAP_PX)
        if self._word:
            painter.setFont(self.font())
            painter.setPen(QColor(colour))
            centred = Qt.AlignmentFlag.AlignHCenter if self.sign is None else Qt.AlignmentFlag.AlignLeft
            painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | centred, self._word)

    def _paint_ground(self, painter: QPainter) -> None:
        theme = current_theme()
        ground = self._ground()
        painter.setPen(QPen(QColor(theme.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS_PX, _RADIUS_PX)

    def _ground(self) -> str:
        theme = current_theme()
        if not self.isEnabled():
            return ""
        if self.isDown():
            return theme.line
        if self.isChecked():
            return theme.selection
        return theme.hover if self.underMouse() else ""

    def _colour(self) -> str:
        theme = current_theme()
        if not self.isEnabled():
            return theme.edge
        if self.isChecked():
            return theme.link
        return theme.ink if self.underMouse() or self.isDown() else theme.muted


class PlayButton(PlayerButton):
    """The one that stands out: a disc with the sign of what a click does."""

    _DISC_PX = 34

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Play"), sign=Sign.PLAY)
        self.setParent(parent)

    def show_playing(self, playing: bool) -> None:
        """Offer to pause, or to play."""
        self.sign = Sign.PAUSE if playing else Sign.PLAY
        self.call(tr("Pause") if playing else tr("Play"))
        self.update()

    def sizeHint(self) -> QSize:
        """The disc and the ring around it that shows that keys go there."""
        return QSize(self.width_px(brief=True), self._DISC_PX + 6)

    def width_px(self, *, brief: bool) -> int:
        """It has no word."""
        del brief
        return self._DISC_PX + 6

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.ink), 2))
            painter.drawEllipse(box.center(), self._DISC_PX / 2 + 2, self._DISC_PX / 2 + 2)
        painter.setPen(Qt.PenStyle.NoPen)
        active = theme.accent_hover if self.underMouse() or self.isDown() else theme.accent
        painter.setBrush(QColor(active if self.isEnabled() else theme.line))
        painter.drawEllipse(box.center(), self._DISC_PX / 2, self._DISC_PX / 2)
        if self.sign is not None:
            middle = box.translated(0.5 if self.sign is Sign.PLAY else 0, 0)
            paint_sign(painter, self.sign, middle, theme.on_accent if self.isEnabled() else theme.muted)
