"""Where the reader is in the text: it stays there while words come, go and are laid out anew."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock
    from PySide6.QtWidgets import QTextEdit

    from desktop_app.ui.transcript.end_follower import EndFollower
    from desktop_app.ui.transcript.turn_layout import TurnLayout


class ReadingPlace:
    """The block at the top of what is in view, and how far it is scrolled out. Not kept while the end is followed."""

    def __init__(self, text: QTextEdit, layout: TurnLayout, follower: EndFollower) -> None:
        self._text, self._layout, self._follower = text, layout, follower
        self._bar = text.verticalScrollBar()
        self._anchor: tuple[QTextBlock, int] = (text.document().firstBlock(), 0)
        self._bar.valueChanged.connect(self._note)
        layout.heights_changed.connect(self.keep)

    def to_the_top(self) -> None:
        """Begin with the first block."""
        self._anchor = (self._text.document().firstBlock(), 0)
        self._bar.setValue(0)

    def hold_at(self, number: int, offset: int) -> None:
        """Let this block stand at the top of what is in view, scrolled out by so much."""
        self._anchor = (self._text.document().findBlockByNumber(number), offset)
        self.keep()

    def keep(self) -> None:
        """Scroll to where the reader was."""
        block, offset = self._anchor
        if not self._follower.follows and block.isValid() and self._bar.value() > 0:
            self._bar.setValue(self._layout.top_of(block.blockNumber()) + offset)

    @contextmanager
    def kept(self) -> Iterator[None]:
        """What is done meanwhile may scroll the text."""
        anchor = self._anchor
        yield
        self._anchor = anchor
        self.keep()

    @contextmanager
    def kept_in_block(self) -> Iterator[None]:
        """What is done meanwhile may make the block higher or lower: so much more or less of it is scrolled out."""
        block, offset = self._anchor
        before = self._height(block)
        yield
        self._anchor = block, round(offset * self._height(block) / max(1, before))
        self.keep()

    def _height(self, block: QTextBlock) -> float:
        number = block.blockNumber() if block.isValid() else 0
        return self._layout.blockBoundingRect(self._text.document().findBlockByNumber(number)).height()

    def _note(self, y: int) -> None:
        number = self._layout.block_at(y)
        self._anchor = (self._text.document().findBlockByNumber(number), y - self._layout.top_of(number))
