"""What of the text is needed by those who change its blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.state.shown_turn import ShownTurn


class TextBlocks(Protocol):
    """A text with one block per turn. shown: the turns, in the order of their blocks. waiting: number of a block that
    is no turn's: it waits for words, while the caret is in it."""

    shown: list[ShownTurn]
    waiting: int | None

    def is_filling(self) -> bool:
        """Whether turns still wait to be inserted."""
        ...

    def rewrite(self, number: int, turn: ShownTurn) -> None:
        """Let a block say what the turn says now."""
        ...

    def exchange_blocks(self, first: int, end: int, turns: Sequence[ShownTurn]) -> None:
        """Put turns in the place of the blocks [first, end)."""
        ...

    def viewport(self) -> QWidget:
        """The widget that the text is painted on."""
        ...
