"""The transcript's text: a real text widget with one block per turn, and the speakers in its margin."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QHelpEvent,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QToolTip, QWidget

from desktop_app.core.export.formats import plain_text
from desktop_app.core.transcript.clock import clock
from desktop_app.core.transcript.on_record import on_record
from desktop_app.core.transcript.values import Speaker, Turn
from desktop_app.translation import tr
from desktop_app.ui.look.text_look import TextLook
from desktop_app.ui.look.theme import font
from desktop_app.ui.state.batches import Batches
from desktop_app.ui.state.document import Document
from desktop_app.ui.state.live_turns import UNSURE
from desktop_app.ui.state.shown_turn import ShownTurn, shown_live_turn, shown_turn, word_span, word_spans
from desktop_app.ui.transcript.copied_rich_text import rich_text
from desktop_app.ui.transcript.copied_turns import copied, copied_lines
from desktop_app.ui.transcript.copied_words import CopiedWords, mime_data, recording_id, words_in
from desktop_app.ui.transcript.edited_blocks import MOST, edited, take_over
from desktop_app.ui.transcript.end_follower import EndFollower
from desktop_app.ui.transcript.live_blocks import LiveBlocks
from desktop_app.ui.transcript.result_blocks import ResultBlocks
from desktop_app.ui.transcript.search_matches import Match
from desktop_app.ui.transcript.selection_search import Place
from desktop_app.ui.transcript.text_painting import BlockLook
from desktop_app.ui.transcript.text_replacement import exchange, select
from desktop_app.ui.transcript.turn_gutter import TurnGutter
from desktop_app.ui.transcript.turn_layout import TurnLayout
from desktop_app.ui.transcript.turn_margins import TurnMargins
from desktop_app.ui.transcript.turn_places import TurnPlaces
from desktop_app.ui.transcript.typed_text import TypedText

_DESCRIPTION = tr("One paragraph per turn. The speaker and the time are said when you enter a turn.")


class TranscriptText(TypedText):
    """Shows a document's spoken turns, a batch at a time, and follows its changes."""

    text_changed = Signal()
    grew = Signal(int)  # live captions changed it, from this block on
    columns_changed = Signal(object)  # Columns
    _font_px = TextLook().size_px

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transcript")
        self.setAccessibleName(tr("Transcript"))
        self.describe_turn("")
        flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(flags)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.shown: list[ShownTurn] = []
        self.waiting: int | None = None
        self._transcript: Document | None = None
        self.setTabChangesFocus(True)
        self.gutter = TurnGutter(TextLook())
        self.margins = TurnMargins(self)
        self._batches = Batches(self)
        self._batches.due.connect(self._insert)
        self.is_changing = False
        # Those of the document, and those that turns still show which have not been changed yet.
        self._speakers: dict[str, Speaker] = {}
        self._make_layout()
        self._make_live_parts()
        self._results = ResultBlocks(self)
        self._results.appended.connect(self._append)
        self._results.finished.connect(self._tell_of_text)

    def _make_layout(self) -> None:
        look = TextLook()
        self.setFont(font(look.size_px))
        self.document().setDefaultFont(font(look.size_px))
        self.turn_layout = TurnLayout(self.document(), self._look, look)
        self.document().setDocumentLayout(self.turn_layout)
        self._anchor: tuple[QTextBlock, int] = (self.document().firstBlock(), 0)
        self.verticalScrollBar().valueChanged.connect(self._hold_place)
        self.turn_layout.heights_changed.connect(self._keep_place)

    def _make_live_parts(self) -> None:
        self.follower = EndFollower(self)
        self.live_blocks = LiveBlocks(self, self)
        self.live_blocks.told.connect(self.grew)
        self.live_blocks.fresh.faded.connect(self.viewport().update)

    # The document.

    def show_document(self, document: Document | None) -> None:
        """Show another document from its first turn on; None shows nothing."""
        if self._transcript is not None:
            self._transcript.turns_added.disconnect(self._queue)
            self._transcript.replaced.disconnect(self._show_result)
            self._transcript.turns_changed.disconnect(self._show_edit)
            self._transcript.renamed.disconnect(self._repaint_names)
            self._transcript.heard.disconnect(self.live_blocks.hear)
            self._transcript.speaker_found.disconnect(self._learn_speakers)
        self.follower.end()
        self._transcript = document
        self._forget_what_waits()
        self._results.leave()
        self.exchange_blocks(0, len(self.shown), [])
        self._speakers = {UNSURE.id: UNSURE}
        self._to_the_top()
        if document is not None:
            document.turns_added.connect(self._queue)
            document.replaced.connect(self._show_result)
            document.turns_changed.connect(self._show_edit)
            document.renamed.connect(self._repaint_names)
            document.heard.connect(self.live_blocks.hear)
            document.speaker_found.connect(self._learn_speakers)
            self._learn_speakers()
            self._queue_all(document)
            self._batches.hand_on_now()

    @property
    def source(self) -> Document | None:
        """The document that is shown."""
        return self._transcript

    def is_filling(self) -> bool:
        """Whether turns still wait to be inserted."""
        return len(self._batches) + len(self._results) > 0

    def _queue_all(self, document: Document) -> None:
        if document.live is None:
            self._queue(document.transcript.turns)
            return
        shown = (shown_live_turn(turn) for turn in document.live.all())
        self._batches.add(turn for turn in shown if turn)
        self.follower.begin()

    def _forget_what_waits(self) -> None:
        self.live_blocks.clear()
        for waiting in (self._batches, self._results):
            waiting.clear()

    def _learn_speakers(self) -> None:
        if self._transcript is None:
            return
        self._speakers |= {speaker.id: speaker for speaker in self._transcript.speakers}
        anchor = self._anchor
        self.turn_layout.take_names(self._names_px())
        self._anchor = anchor
        self._keep_place()
        self.columns_changed.emit(self.turn_layout.columns)

    def _names_px(self) -> int:
        speakers = () if self._transcript is None else self._transcript.speakers
        return self.gutter.name_px(speaker.name for speaker in speakers)

    def take_look(self, look: TextLook) -> None:
        """Look like this from now on; what is read stays at the top of what is in view."""
        self.gutter = TurnGutter(look)
        layout, (block, offset) = self.turn_layout, self._anchor
        number = block.blockNumber() if block.isValid() else 0
        before = layout.blockBoundingRect(self.document().findBlockByNumber(number)).height()
        layout.take_look(look, self._names_px())
        self._font_px = look.size_px
        self.setFont(font(look.size_px))  # not before: it would be laid out at the height of lines as they were
        after = layout.blockBoundingRect(self.document().findBlockByNumber(number)).height()
        self._anchor = block, round(offset * after / max(1, before))
        self._keep_place()
        self.viewport().update()
        self.columns_changed.emit(layout.columns)

    def names_from(self, number: int) -> list[str]:
        """Who speaks in the blocks from this one on."""
        return [self._speakers[turn.speaker].name for turn in self.shown[number:]]

    def _queue(self, turns: Iterable[Turn]) -> None:
        self._learn_speakers()
        self._batches.add(turn for turn in turns if turn.words)

    def show_again(self) -> None:
        """Say what the document says, whatever has been done to the text."""
        self._show_result()

    def _show_result(self) -> None:
        """Take over the finished transcript, once its turns have been looked at a batch at a time."""
        if self._transcript is None:
            return
        self.follower.end()
        self._forget_what_waits()
        self._learn_speakers()
        self._results.take(self._transcript.transcript.spoken_turns())

    def _show_edit(self, before: Sequence[Turn], after: Sequence[Turn]) -> None:
        """Take over what a person has changed."""
        change = edited(before, after)
        if self.is_filling() or max(len(change.turns), len(self.shown) - change.first - change.behind) > MOST:
            self._show_result()
            return
        if self._transcript and any(self._speakers.get(each.id) != each for each in self._transcript.speakers):
            self._learn_speakers()
        take_over(self, change)
        self._tell_of_text()

    def _append(self, turns: Sequence[ShownTurn]) -> None:
        self._batches.add(turns)
        self._batches.hand_on_now()

    def _tell_of_text(self) -> None:
        self.viewport().update()
        self.text_changed.emit()

    def _insert(self, batch: list[Turn | ShownTurn]) -> None:
        ready = [each if isinstance(each, ShownTurn) else shown_turn(each) for each in batch]
        turns = sorted((turn for turn in ready if turn), key=_start_ms)
        places = groupby(turns, key=lambda turn: bisect_right(self.shown, turn.start_ms, key=_start_ms))
        runs = [(index, list(run)) for index, run in places]
        self.setUpdatesEnabled(False)
        # From the end, so that the places of the runs before stay true.
        for index, run in reversed(runs):
            self.exchange_blocks(index, index, run)
        self.setUpdatesEnabled(True)
        self.text_changed.emit()
        if not self.is_filling():
            self.live_blocks.catch_up()

    def exchange_blocks(self, first: int, end: int, turns: Sequence[ShownTurn]) -> None:
        """Put these turns in place of the blocks [first, end)."""
        self.live_blocks.note(turns)
        start, behind, inserted = self._stretch(first, end, [turn.text for turn in turns])
        self.shown[first:end] = turns
        with self._changing():
            if not self.shown:
                self.document().clear()
            else:
                exchange(self, start, behind, inserted)

    def rewrite(self, number: int, turn: ShownTurn) -> None:
        """Exchange a block's words, from the first that differs on."""
        self.shown[number] = turn
        block = self.document().findBlockByNumber(number)
        with self._changing():
            exchange(self, block.position(), block.position() + block.length() - 1, turn.text)

    def _stretch(self, first: int, end: int, texts: list[str]) -> tuple[int, int, str]:
        """Where the blocks [first, end) begin and end, with the break before or behind them, and what comes there."""
        find, shown = self.document().findBlockByNumber, len(self.shown)
        if first:
            behind = find(end - 1)
            inserted = "".join(f"\n{text}" for text in texts)
            return (
                find(first - 1).position() + find(first - 1).length() - 1,
                behind.position() + behind.length() - 1,
                inserted,
            )
        if end == shown:
            return 0, self.document().characterCount() - 1, "\n".join(texts)
        return 0, find(end).position(), "".join(f"{text}\n" for text in texts)

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """The caret moves with its turn: nobody moves it."""
        self.is_changing = True
        try:
            yield
        finally:
            self.is_changing = False

    def select_between(self, anchor: Place, position: Place) -> None:
        """Select the text between two places."""
        find = self.document().findBlockByNumber
        with self._changing():
            select(self, *(find(place.block).position() + place.offset for place in (anchor, position)))

    def _to_the_top(self) -> None:
        caret = QTextCursor(self.document())
        caret.setKeepPositionOnInsert(True)
        self.setTextCursor(caret)
        self._anchor = (self.document().firstBlock(), 0)
        self.verticalScrollBar().setValue(0)

    def _look(self, number: int) -> BlockLook:
        if number >= len(self.shown):
            return BlockLook()
        shown = self.shown[number]
        tail_px = self.gutter.tail_px if shown.overlap else 0
        return BlockLook(tail_px, shown.soft_from, shown.number in self.live_blocks.fresh, shown.marked)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the font: another style sheet, with another theme, would bring the first one back."""
        if event.type() == QEvent.Type.FontChange and self.font().pixelSize() != self._font_px:
            self.setFont(font(self._font_px))
        else:
            super().changeEvent(event)

    # The reader's place.

    def _hold_place(self, y: int) -> None:
        number = self.turn_layout.block_at(y)
        self._anchor = (self.document().findBlockByNumber(number), y - self.turn_layout.top_of(number))

    def hold_at(self, number: int, offset: int) -> None:
        """Let this block stand at the top of what is in view, scrolled out by so much."""
        self._anchor = (self.document().findBlockByNumber(number), offset)
        self._keep_place()

    def _keep_place(self) -> None:
        block, offset = self._anchor
        if not self.follower.follows and block.isValid() and self.verticalScrollBar().value() > 0:
            self.verticalScrollBar().setValue(self.turn_layout.top_of(block.blockNumber()) + offset)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the first visible turn where it is."""
        anchor = self._anchor
        super().resizeEvent(event)
        self._anchor = anchor
        self._keep_place()
        self.columns_changed.emit(self.turn_layout.columns)

    def go_to(self, start_ms: int, word: int) -> bool:
        """Select a word of the turn that begins at this time, and show it; False where that turn is not shown (yet)."""
        number = bisect_left(self.shown, start_ms, key=_start_ms)
        if number == len(self.shown) or self.shown[number].start_ms != start_ms:
            return False
        match = Match(number, *word_span(self.shown[number].text, word))
        self.setTextCursor(self.cursor_at(match))
        self.reveal(match)
        return True

    def go_to_time(self, time_ms: int) -> None:
        """Put the caret at the beginning of the first turn from this time on."""
        number = min(bisect_left(self.shown, time_ms, key=_start_ms), len(self.shown) - 1)
        if number >= 0:
            match = Match(number, 0, 0)
            self.setTextCursor(self.cursor_at(match))
            self.reveal(match)

    def select_words(self, turn: Turn, first: int, end: int) -> bool:
        """Select words of a turn, and show them; False where the turn is not shown (yet)."""
        number = TurnPlaces(self.shown).block_of(turn)
        if number is None:
            return False
        spans = word_spans(turn, self.shown[number].text)[first:end]
        match = Match(number, spans[0][0], spans[-1][1])
        self.setTextCursor(self.cursor_at(match))
        self.reveal(match)
        return True

    def select_nothing(self) -> None:
        """Leave the caret where it is, with nothing selected."""
        caret = self.textCursor()
        caret.clearSelection()
        self.setTextCursor(caret)

    def reveal(self, match: Match) -> None:
        """Scroll a found stretch into view."""
        rect = self.cursorRect(self.cursor_at(match))
        if not 0 <= rect.top() <= self.viewport().height() - 2 * rect.height():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + rect.center().y() - self.viewport().height() // 3)

    def cursor_at(self, match: Match) -> QTextCursor:
        """A cursor that selects a found stretch; at the beginning of the turn for one of a speaker's name."""
        block = self.document().findBlockByNumber(match.block)
        cursor = QTextCursor(self.document())
        cursor.setKeepPositionOnInsert(True)
        if match.in_name:
            cursor.setPosition(block.position())
            return cursor
        cursor.setPosition(block.position() + match.start)
        cursor.setPosition(block.position() + match.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    # The margins.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, then the margins of the turns in view."""
        super().paintEvent(event)
        if self.shown and self._transcript is not None:
            self.margins.paint(event.rect())

    def viewportEvent(self, event: QEvent) -> bool:
        """Say the full name where the pointer rests in the margin."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.margins.tip(event.x(), event.y()), self)
            return True
        return super().viewportEvent(event)

    def speaker_of(self, number: int) -> Speaker:
        """Who speaks in a block."""
        return self._speakers[self.shown[number].speaker]

    def describe_turn(self, said: str) -> None:
        """Let those who ask what this is know in whose turn the caret is, too."""
        description = f"{said}. {_DESCRIPTION}" if said else _DESCRIPTION
        if description != self.accessibleDescription():
            self.setAccessibleDescription(description)

    def speaker_and_time(self, number: int) -> str:
        """'Anna, 00:12': who speaks in a block, and when."""
        if self._transcript is None or number >= len(self.shown):
            return ""
        shown = self.shown[number]
        said = f"{self._speakers[shown.speaker].name}, {clock(shown.start_ms)}"
        return tr("{speaker_and_time}, somebody else speaks too", speaker_and_time=said) if shown.overlap else said

    def speaker_at_caret(self) -> str | None:
        """The id of the speaker whose turn the caret is in, while the text has the keyboard."""
        number = self.textCursor().blockNumber()
        return self.shown[number].speaker if self.hasFocus() and number < len(self.shown) else None

    def _repaint_names(self) -> None:
        self._learn_speakers()
        self._tell_of_text()

    # Copying.

    def copy(self) -> None:
        """Copy what is selected."""
        if (data := self.selected_data()) is not None:
            QGuiApplication.clipboard().setMimeData(data)

    def selected_data(self) -> QMimeData | None:
        """What is selected, for the clipboard or to be dragged: as text, and as words with their times."""
        selection, document = self.textCursor(), self._transcript
        if document is None or not selection.hasSelection():
            return None
        speakers = (*document.speakers, *self._speakers.values())
        text = copied(selection, self.shown, speakers)
        rich = rich_text(text, speakers)
        if document.live is not None:
            return mime_data(text, rich, None)
        transcript = document.transcript
        lines = copied_lines(selection, TurnPlaces(self.shown), transcript)
        words = CopiedWords(recording_id(transcript.audio), text, lines)
        return mime_data(text, rich, words if any(line.words for line in lines) else None)

    def known_words(self, data: QMimeData) -> CopiedWords | None:
        """The words of this recording that the data has; None where it is text alone."""
        document = self._transcript
        return None if document is None else words_in(data, recording_id(document.transcript.audio))

    def copy_transcript(self) -> None:
        """Copy everything, with names and times."""
        if self._transcript is not None:
            transcript = on_record(self._transcript.transcript)
            text = plain_text.render(transcript)
            QGuiApplication.clipboard().setMimeData(mime_data(text, rich_text(text, transcript.speakers), None))


def _start_ms(turn: ShownTurn) -> int:
    return turn.start_ms
