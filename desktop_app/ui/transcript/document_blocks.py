"""Fills the text with a document's spoken turns, a batch at a time, and follows the document's changes."""

from __future__ import annotations

from bisect import bisect_right
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.ui.state.batches import Batches
from desktop_app.ui.state.shown_turn import ShownTurn, shown_live_turn, shown_turn
from desktop_app.ui.transcript.edited_blocks import MOST, edited, take_over
from desktop_app.ui.transcript.live_blocks import LiveBlocks
from desktop_app.ui.transcript.result_blocks import ResultBlocks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop_app.core.transcript.values import Turn
    from desktop_app.ui.state.document import Document
    from desktop_app.ui.transcript.transcript_text import TranscriptText


class DocumentBlocks(QObject):
    """Stands between one document at a time and the blocks of the text. live: those that captions tell of."""

    changed = Signal()
    """The text says something else."""

    def __init__(self, text: TranscriptText) -> None:
        super().__init__(text)
        self._text = text
        self.document: Document | None = None
        self.live = LiveBlocks(text, text)
        self._batches = Batches(self)
        self._batches.due.connect(self._insert)
        self._results = ResultBlocks(text)
        self._results.appended.connect(self._append)
        self._results.finished.connect(self.changed)

    def __len__(self) -> int:
        """How much waits to be inserted."""
        return len(self._batches) + len(self._results)

    def show(self, document: Document | None) -> None:
        """Fill the text with the turns of another document, and follow its changes; None leaves it empty."""
        if self.document is not None:
            self._leave(self.document)
        self.document = document
        self._forget_what_waits()
        self._results.leave()
        self._text.begin_anew()
        if document is not None:
            self._follow(document)

    def _leave(self, document: Document) -> None:
        document.turns_added.disconnect(self._queue)
        document.replaced.disconnect(self.show_result)
        document.turns_changed.disconnect(self._show_edit)
        document.heard.disconnect(self.live.hear)

    def _follow(self, document: Document) -> None:
        document.turns_added.connect(self._queue)
        document.replaced.connect(self.show_result)
        document.turns_changed.connect(self._show_edit)
        document.heard.connect(self.live.hear)
        self._text.learn_speakers()
        self._queue_all(document)
        self._batches.hand_on_now()

    def show_result(self) -> None:
        """Take over the finished transcript, once its turns have been looked at a batch at a time."""
        if self.document is None:
            return
        self._text.follower.end()
        self._forget_what_waits()
        self._text.learn_speakers()
        self._results.take(self.document.transcript.spoken_turns())

    def _forget_what_waits(self) -> None:
        self.live.clear()
        for waiting in (self._batches, self._results):
            waiting.clear()

    def _queue_all(self, document: Document) -> None:
        if document.live is None:
            self._queue(document.transcript.turns)
            return
        shown = (shown_live_turn(turn) for turn in document.live.all())
        self._batches.add(turn for turn in shown if turn)
        self._text.follower.begin()

    def _queue(self, turns: Iterable[Turn]) -> None:
        self._text.learn_speakers()
        self._batches.add(turn for turn in turns if turn.words)

    def _append(self, turns: Sequence[ShownTurn]) -> None:
        self._batches.add(turns)
        self._batches.hand_on_now()

    def _show_edit(self, before: Sequence[Turn], after: Sequence[Turn]) -> None:
        """Take over what a person has changed."""
        change = edited(before, after)
        if len(self) or max(len(change.turns), len(self._text.shown) - change.first - change.behind) > MOST:
            self.show_result()
            return
        self._text.learn_new_speakers()
        take_over(self._text, change)
        self.changed.emit()

    def _insert(self, batch: list[Turn | ShownTurn]) -> None:
        ready = [each if isinstance(each, ShownTurn) else shown_turn(each) for each in batch]
        turns = sorted((turn for turn in ready if turn), key=_start_ms)
        places = groupby(turns, key=lambda turn: bisect_right(self._text.shown, turn.start_ms, key=_start_ms))
        runs = [(index, list(run)) for index, run in places]
        self._text.setUpdatesEnabled(False)
        # From the end, so that the places of the runs before stay true.
        for index, run in reversed(runs):
            self._text.exchange_blocks(index, index, run)
        self._text.setUpdatesEnabled(True)
        self.changed.emit()
        if not len(self):
            self.live.catch_up()


def _start_ms(turn: ShownTurn) -> int:
    return turn.start_ms
