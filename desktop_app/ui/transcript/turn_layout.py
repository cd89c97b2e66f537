"""The layout of the transcript's text: one block per turn, laid out when it comes into view.

Qt's own layout needs every line above a place to know where that place is, and holds the event loop while it finds
out. This one estimates the height of a block from its length, and makes it exact when it is seen or in idle time.
"""

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate
from time import perf_counter

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QAbstractTextDocumentLayout, QFontMetricsF, QPainter, QTextBlock, QTextDocument, QTextFrame

from desktop_app.ui.look.text_look import TextLook
from desktop_app.ui.look.theme import font
from desktop_app.ui.transcript.columns import NAME_PX, columns_for
from desktop_app.ui.transcript.text_painting import GROUND_MARGIN_PX, BlockLook, TextPainting
from desktop_app.ui.transcript.text_rows import line_at, place_in_row

BETWEEN_TURNS_PX = 20
ABOVE_PX = 8
BELOW_PX = 40
IDLE_SLICE_S = 0.006
_AT_ONCE = 3
_SAMPLE = "the quick brown fox jumps over the lazy dog and then it has to rest "


class TurnLayout(QAbstractTextDocumentLayout):
    """Blocks below each other; heights are kept in lists beside the document's blocks. block_look: what a block of this
    number looks like; text_look: what all of them do."""

    heights_changed = Signal()

    def __init__(
        self, document: QTextDocument, block_look: Callable[[int], BlockLook], text_look: TextLook | None = None
    ) -> None:
        super().__init__(document)
        self.text_look = text_look or TextLook()
        self.columns = columns_for(800, look=self.text_look)
        self.painting = TextPainting(self.text_look)
        self._look = block_look
        self._lengths: list[int] = [1]
        self._heights: list[int] = [0]
        self._exact: list[bool] = [False]
        self._tops: list[int] = [ABOVE_PX]  # of the first blocks, as far as they are known
        self._estimated = 0
        self._announced = QSizeF()
        self._font = ""
        self._name_px = NAME_PX
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._make_some_exact)

    # What the window asks.

    def block_at(self, y: float) -> int:
        """The number of the block at this height, the nearest if there is none."""
        return max(0, min(bisect_right(self._block_tops(), y) - 1, len(self._heights) - 1))

    def top_of(self, number: int) -> int:
        """The y of a block's top, in the document's coordinates."""
        return self._tops_to(number)[number]

    def blocks_between(self, top: float, bottom: float) -> range:
        """The numbers of the blocks that show between two heights, made exact."""
        first = number = self.block_at(top)
        while number < len(self._heights):
            self._lay_out(number)
            if self.top_of(number) >= bottom:
                break
            number += 1
        return range(first, number)

    def is_exact(self) -> bool:
        """Whether no height is estimated any more."""
        return self._estimated >= len(self._heights)

    def ground_of(self, number: int) -> QRectF:
        """What a block that stands out is painted on, from margin to margin."""
        aside, above = GROUND_MARGIN_PX.width(), GROUND_MARGIN_PX.height()
        self._lay_out(number)
        inside = QRectF(self.columns.page_left, self.top_of(number), 0, self._heights[number] - self._between_px)
        inside.setRight(self.columns.page_right)
        return inside.adjusted(-aside, -above, aside, above)

    # What QTextEdit asks.

    def documentChanged(self, position: int, removed: int, added: int) -> None:
        """Take over the lengths of the changed blocks; everything where the page's size was set."""
        document = self.document()
        if added >= document.characterCount() and sum(self._lengths) == document.characterCount():
            # Not the text: the page's width or the font was set.
            self._take_page(int(document.pageSize().width()), document.defaultFont().toString())
            return
        first = document.findBlock(position)
        last = document.findBlock(position + added)
        last_number = last.blockNumber() if last.isValid() else document.blockCount() - 1
        more = document.blockCount() - len(self._heights)
        changed = slice(first.blockNumber(), last_number + 1 - more)
        lengths = _lengths(first, last_number + 1 - first.blockNumber())
        self._lengths[changed] = lengths
        self._heights[changed] = self._estimates(lengths)
        self._exact[changed] = [False] * len(lengths)
        self._forget_tops(first.blockNumber())
        if len(lengths) <= _AT_ONCE:  # an estimate that is mended a moment later would move what is read
            for number in range(first.blockNumber(), last_number + 1):
                self._lay_out(number)
        if len(lengths) <= _AT_ONCE and first.blockNumber() < self._estimated:
            self._estimated = max(first.blockNumber(), self._estimated + more)
        else:
            self._estimated = min(self._estimated, first.blockNumber())
        self._announce(QRectF(0, self.top_of(first.blockNumber()), 1e6, 1e6))

    def documentSize(self) -> QSizeF:
        """The page's width, and the height of all blocks."""
        return QSizeF(self.columns.page_right, self._block_tops()[-1] - self._between_px + BELOW_PX)

    def frameBoundingRect(self, frame: QTextFrame) -> QRectF:
        """The only frame is the whole document."""
        return QRectF(QPointF(0, 0), self.documentSize())

    def pageCount(self) -> int:
        """The document is one long page."""
        return 1

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """The block's place, exact: Qt reads its lines after asking."""
        if not block.isValid():
            return QRectF()
        number = block.blockNumber()
        self._lay_out(number, block)
        self._put_in_place(number, block)
        return QRectF(0, self.top_of(number), self.columns.page_right, self._heights[number])

    def hitTest(self, point: QPointF, accuracy: Qt.HitTestAccuracy) -> int:  # type: ignore[override]
        """The position in the text under a point; with an exact hit asked for, -1 beside the text."""
        number = self.block_at(point.y())
        block = self.document().findBlockByNumber(number)
        self._lay_out(number, block)
        layout = block.layout()
        line = line_at(layout, point.y() - self.top_of(number), self.text_look.line_px)
        if accuracy is Qt.HitTestAccuracy.ExactHit and not line.naturalTextRect().contains(
            point - QPointF(0, self.top_of(number))
        ):
            return -1
        return block.position() + line.xToCursor(point.x())

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Paint the blocks inside the clip."""
        for number in self.blocks_between(context.clip.top(), context.clip.bottom() + GROUND_MARGIN_PX.height()):
            block = self.document().findBlockByNumber(number)
            top, look = self.top_of(number), self._look(number)
            self._put_in_place(number, block)
            if look.fresh or self.painting.spoken_in(number):
                self.painting.paint_ground(painter, self.ground_of(number))
            self.painting.paint(painter, block, QPointF(0, top), context, look)

    def _put_in_place(self, number: int, block: QTextBlock) -> None:
        """Tell Qt where the block's lines are: screen readers and magnifiers ask it for the place of a letter."""
        block.layout().setPosition(QPointF(0, self.top_of(number)))

    # Heights.

    def _block_tops(self) -> list[int]:
        return self._tops_to(len(self._heights))

    def _tops_to(self, number: int) -> list[int]:
        """The tops of all blocks up to this one, and of some more."""
        known = len(self._tops) - 1
        if known < number:
            last = self._tops.pop()
            self._tops.extend(accumulate(self._heights[known:number], initial=last))
        return self._tops

    def _forget_tops(self, number: int) -> None:
        """Of the blocks below this one: what grows at the end leaves the tops above as they are."""
        del self._tops[number + 1 :]

    def take_names(self, name_px: int) -> None:
        """The longest name needs so much room."""
        self._name_px = name_px
        if self.document().pageSize().width() > 0:
            self._take_page(int(self.document().pageSize().width()), self.document().defaultFont().toString())

    def take_look(self, look: TextLook, name_px: int) -> None:
        """All look otherwise from now on: heights are estimated, and exact where they are seen. name_px: what the
        longest name needs then."""
        self.text_look = self.painting.look = look
        self._name_px = name_px
        self.document().setDefaultFont(font(look.size_px))
        self.take_names(name_px)

    def _take_page(self, width: int, text_font: str) -> None:
        columns = columns_for(width, self._name_px, self.text_look)
        if (columns, text_font) == (self.columns, self._font):
            return
        self.columns, self._font = columns, text_font
        self._heights = self._estimates(self._lengths)
        self._exact = [False] * len(self._heights)
        self._forget_tops(0)
        self._estimated = 0
        self._announce(QRectF(0, 0, 1e6, 1e6))

    def _estimates(self, lengths: list[int]) -> list[int]:
        metrics = QFontMetricsF(self.document().defaultFont())
        per_line = max(8, int(self.columns.text_width * len(_SAMPLE) / metrics.horizontalAdvance(_SAMPLE)))
        line_px = self.text_look.line_px
        one_line = self.columns.lead + line_px + self._between_px
        return [one_line + (length - 2) // per_line * line_px if length > 1 else one_line for length in lengths]

    @property
    def _between_px(self) -> int:
        return self.text_look.beside_px(BETWEEN_TURNS_PX)

    def _announce(self, changed: QRectF) -> None:
        self.tell_size()
        self.heights_changed.emit()
        # The overload must be named: the one without a rectangle would be called with one.
        self.update[QRectF].emit(changed)  # type: ignore[index]
        self._idle.start()

    def tell_size(self) -> None:
        """Say how high everything is, where it was found to be another height than was estimated."""
        size = self.documentSize()
        if size != self._announced:
            self._announced = size
            self.documentSizeChanged.emit(size)

    def _make_some_exact(self) -> None:
        """Idle work: a slice of the blocks that are still estimated."""
        until = perf_counter() + IDLE_SLICE_S
        while self._estimated < len(self._heights) and perf_counter() < until:
            self._lay_out(self._estimated)
            self._estimated += 1
        if self._estimated >= len(self._heights):
            self._idle.stop()
        self.tell_size()
        self.heights_changed.emit()

    def _lay_out(self, number: int, block: QTextBlock | None = None) -> None:
        if self._exact[number]:
            return
        block = block or self.document().findBlockByNumber(number)
        height = self.columns.lead + self._break_lines(block, self._look(number).tail_px) + self._between_px
        self._exact[number] = True
        if height != self._heights[number]:
            self._heights[number] = height
            self._forget_tops(number)
        self._put_in_place(number, block)

    def _break_lines(self, block: QTextBlock, tail_px: int) -> int:
        """Break a block into lines; the height of its rows, with one more where its tail finds no room."""
        columns, line_px = self.columns, self.text_look.line_px
        layout = block.layout()
        layout.setFont(self.document().defaultFont())
        layout.beginLayout()
        height, used = 0, 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(columns.text_width)
            height += place_in_row(line, columns.text_left, columns.lead + height, line_px)
            used = line.naturalTextWidth()
        layout.endLayout()
        return max(line_px, height) + (line_px if used + tail_px > columns.text_width else 0)


def _lengths(block: QTextBlock, count: int) -> list[int]:
    lengths = []
    for _ in range(count):
        lengths.append(block.length())
        block = block.next()
    return lengths
