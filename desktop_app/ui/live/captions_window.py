"""The captions in a window of their own, to be projected or put beside a call."""

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSettings, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QColor,
    QContextMenuEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.core.transcript.values import Speaker
from desktop_app.translation import tr
from desktop_app.ui.live.caption_painting import BLACK_ON_WHITE, WHITE_ON_BLACK, CaptionColours, CaptionPainter
from desktop_app.ui.look.theme import font
from desktop_app.ui.state.document import Document
from desktop_app.ui.state.live_turns import UNSURE, LiveTurn
from desktop_app.ui.state.shown_turn import ShownTurn, shown_live_turn
from desktop_app.ui.widgets.screen_fit import bring_within, resize_within

SIZES_PX = (18, 22, 27, 33, 40, 48, 58, 70, 84, 100, 120)
_USUAL_PX = 40
_TURNS = 40
_MARGIN_PX = 32
_NOTE_PX = 14
_SIZE_KEY = "captions/size"
_GEOMETRY_KEY = "captions/geometry"
_REVERSED_KEY = "captions/black on white"
_FRAMELESS_KEY = "captions/without a frame"
NOT_RECORDING = tr("Captions appear here while Diarist records. Press Ctrl+R.")
NOBODY_YET = tr("Captions appear here as soon as somebody speaks.")


class CaptionsWindow(QWidget):
    """Always on top. Moved by dragging it anywhere; what can be chosen is in its context menu, and remembered."""

    hidden = Signal()

    def __init__(self, settings: QSettings) -> None:
        super().__init__(None, _flags(frameless=False))
        self.setWindowTitle(tr("Captions – Diarist"))
        self.setAccessibleName(tr("Captions"))
        self.setMinimumSize(280, 120)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._settings = settings
        self._document: Document | None = None
        self._turns: dict[int, ShownTurn] = {}
        self._speakers: dict[str, Speaker] = {}
        self._hint = NOT_RECORDING
        self._note = ""
        self._painter = CaptionPainter()
        self.shown: list[int] = []
        self.size_px = _nearest(int(str(settings.value(_SIZE_KEY, _USUAL_PX))))
        self._make_actions()
        self._restore()

    def _make_actions(self) -> None:
        self.larger = self._action(tr("Larger"), QKeySequence.keyBindings(QKeySequence.StandardKey.ZoomIn))
        self.larger.triggered.connect(lambda: self._step_size(+1))
        self.smaller = self._action(tr("Smaller"), QKeySequence.keyBindings(QKeySequence.StandardKey.ZoomOut))
        self.smaller.triggered.connect(lambda: self._step_size(-1))
        self.reversed = self._choice(tr("Black on white"), "Ctrl+I", _REVERSED_KEY)
        self.reversed.toggled.connect(self.update)
        self.frameless = self._choice(tr("Without a frame"), "Ctrl+B", _FRAMELESS_KEY)
        self.frameless.toggled.connect(self._show_frame)
        self.full_screen = self._action(tr("Full screen"), [QKeySequence("F11")])
        self.full_screen.triggered.connect(self._toggle_full_screen)
        self.leave = self._action(tr("Leave full screen"), [QKeySequence("Esc")])
        self.leave.triggered.connect(self._leave_full_screen)
        self.hide_action = self._action(tr("Close"), [QKeySequence("Ctrl+W")])
        self.hide_action.triggered.connect(self.close)

    def _action(self, text: str, keys: list[QKeySequence]) -> QAction:
        action = QAction(text, self)
        action.setShortcuts(keys)
        self.addAction(action)
        return action

    def _choice(self, text: str, keys: str, key: str) -> QAction:
        action = self._action(text, [QKeySequence(keys)])
        action.setCheckable(True)
        action.setChecked(bool(self._settings.value(key, False, bool)))
        action.toggled.connect(lambda chosen: self._settings.setValue(key, chosen))
        return action

    def _restore(self) -> None:
        resize_within(self, QSize(960, 320))
        geometry = self._settings.value(_GEOMETRY_KEY)
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        self.overrideWindowFlags(_flags(frameless=self.frameless.isChecked()))

    # What is said.

    def follow(self, document: Document | None) -> None:
        """Show the captions of this document from now on; None leaves the last ones where they are."""
        if self._document is not None:
            self._document.heard.disconnect(self._hear)
            self._document.speaker_found.disconnect(self._learn_speakers)
            self._document.renamed.disconnect(self._learn_speakers)
        self._document = document
        if document is not None:
            document.heard.connect(self._hear)
            document.speaker_found.connect(self._learn_speakers)
            document.renamed.connect(self._learn_speakers)
            self._turns = {}
            self._learn_speakers()
            self.show_hint(NOBODY_YET)
            for turn in document.live.latest(_TURNS) if document.live else ():
                self._hear(turn)

    def show_hint(self, hint: str) -> None:
        """Say this while there are no captions."""
        self._hint = hint
        self.update()

    def show_note(self, note: str) -> None:
        """Say this above the captions, which stay; '' says nothing."""
        if note != self._note:
            self._note = note
            self.setAccessibleDescription(note or self.text())
            self.update()

    def _hear(self, turn: LiveTurn) -> None:
        shown = shown_live_turn(turn, goes_on="")
        if shown is None:
            self._turns.pop(turn.number, None)
        elif turn.number in self._turns or not turn.revised:
            self._turns[turn.number] = shown
        if len(self._turns) > _TURNS:
            del self._turns[next(iter(self._turns))]
        if shown is not None and turn.settled is None:
            self.setAccessibleDescription(shown.text)
        self.update()

    def _learn_speakers(self) -> None:
        if self._document is not None:
            self._speakers = {UNSURE.id: UNSURE} | {each.id: each for each in self._document.speakers}
        self.update()

    # What it looks like.

    @property
    def colours(self) -> CaptionColours:
        """The chosen contrast."""
        return BLACK_ON_WHITE if self.reversed.isChecked() else WHITE_ON_BLACK

    def text(self) -> str:
        """What can be read: the captions in view, or what is said while there are none; above it what must be known."""
        captions = "\n".join(turn.text for turn in self._turns.values()) or self._hint
        return f"{self._note}\n{captions}" if self._note else captions

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the last lines."""
        painter = QPainter(self)
        colours = self.colours
        painter.fillRect(self.rect(), QColor(colours.ground))
        page = QRectF(self.rect()).adjusted(_MARGIN_PX, _MARGIN_PX / 2, -_MARGIN_PX, -_MARGIN_PX / 2)
        if self._note:
            page.setTop(self._paint_note(painter, page) + _MARGIN_PX / 4)
            painter.setClipRect(self.rect().adjusted(0, int(page.top()), 0, 0))  # letters may be higher than the page
        turns = list(self._turns.values())
        if turns:
            self.shown = self._painter.paint(painter, page, turns, self._speakers, colours, self.size_px)
            return
        self.shown = []
        painter.setPen(QColor(colours.soft))
        painter.setFont(font(max(16, self.size_px * 2 // 3)))
        painter.drawText(page, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._hint)

    def _paint_note(self, painter: QPainter, page: QRectF) -> float:
        """Paint what must be known at the upper edge, as large as leaves room for captions; where it ends."""
        painter.setPen(QColor(self.colours.soft))
        painter.setFont(font(max(_NOTE_PX, min(self.size_px * 2 // 3, int(page.height() / 6)))))
        where = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        return painter.drawText(page, where, self._note).bottom()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._painter.forget_lines()

    def _step_size(self, by: int) -> None:
        at = SIZES_PX.index(self.size_px) + by
        self.size_px = SIZES_PX[max(0, min(at, len(SIZES_PX) - 1))]
        self._settings.setValue(_SIZE_KEY, self.size_px)
        self._painter.forget_lines()
        self.update()

    def sizeHint(self) -> QSize:
        """A band at the lower edge of a screen."""
        return QSize(960, 320)

    # The window.

    def _show_frame(self, frameless: bool) -> None:
        # Not by setWindowFlag: it hides the window, and the desktop forgets what it knew, such as to keep it on top.
        self.overrideWindowFlags(_flags(frameless=frameless))
        if (handle := self.windowHandle()) is not None:
            handle.setFlag(Qt.WindowType.FramelessWindowHint, frameless)
            self._come_within()

    def _come_within(self) -> None:
        """Where it was dragged, or where its frame is now, it may lie beyond the edge of its screen."""
        if not (self.isFullScreen() or self.isMaximized()):
            bring_within(self)

    def _toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _leave_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()

    def make_menu(self) -> QMenu:
        """The context menu."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.larger, self.smaller, self.reversed])
        menu.addSeparator()
        menu.addActions([self.frameless, self.full_screen])
        menu.addSeparator()
        menu.addAction(self.hide_action)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be chosen."""
        self.make_menu().popup(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Move the window by any point of it."""
        handle = self.windowHandle()
        if event.button() is Qt.MouseButton.LeftButton and not self.isFullScreen() and handle is not None:
            handle.startSystemMove()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fill the screen, or go back."""
        self._toggle_full_screen()

    def showEvent(self, event: QShowEvent) -> None:
        """Break the lines anew."""
        super().showEvent(event)
        self._painter.forget_lines()
        self._come_within()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where it stood."""
        if not self.isFullScreen():
            self._settings.setValue(_GEOMETRY_KEY, self.saveGeometry())
        event.accept()
        self.hidden.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Say which way the full-screen key goes."""
        if event.type() == QEvent.Type.WindowStateChange:
            self.full_screen.setText(tr("Leave full screen") if self.isFullScreen() else tr("Full screen"))
        super().changeEvent(event)


def _flags(*, frameless: bool) -> Qt.WindowType:
    flags = Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint
    return flags | Qt.WindowType.FramelessWindowHint if frameless else flags


def _nearest(size_px: int) -> int:
    return min(SIZES_PX, key=lambda each: abs(each - size_px))
