"""The transcript's text: a real text widget with one block per turn, and the speakers in its margin."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QHelpEvent,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QToolTip, QWidget

from desktop_app.core.transcript.clock import clock
from desktop_app.core.transcript.values import Speaker
from desktop_app.translation import tr
from desktop_app.ui.look.text_look import TextLook
from desktop_app.ui.look.theme import font
from desktop_app.ui.state.document import Document
from desktop_app.ui.state.live_turns import UNSURE
from desktop_app.ui.state.shown_turn import ShownTurn
from desktop_app.ui.transcript.copied_words import CopiedWords, recording_id, words_in
from desktop_app.ui.transcript.document_blocks import DocumentBlocks
from desktop_app.ui.transcript.end_follower import EndFollower
from desktop_app.ui.transcript.reading_place import ReadingPlace
from desktop_app.ui.transcript.selection_search import Place
from desktop_app.ui.transcript.text_copying import selection_data, transcript_data
from desktop_app.ui.transcript.text_navigation import TextNavigation
from desktop_app.ui.transcript.text_painting import BlockLook
from desktop_app.ui.transcript.text_replacement import exchange, select
from desktop_app.ui.transcript.turn_gutter import TurnGutter
from desktop_app.ui.transcript.turn_layout import TurnLayout
from desktop_app.ui.transcript.turn_margins import TurnMargins
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
        self.setTabChangesFocus(True)
        self.gutter = TurnGutter(TextLook())
        self.margins = TurnMargins(self)
        self.is_changing = False
        # Those of the document, and those that turns still show which have not been changed yet.
        self._speakers: dict[str, Speaker] = {}
        self._make_layout()
        self.follower = EndFollower(self)
        self.place = ReadingPlace(self, self.turn_layout, self.follower)
        self.navigation = TextNavigation(self)
        self._blocks = DocumentBlocks(self)
        self._blocks.changed.connect(self._tell_of_text)
        self.live_blocks = self._blocks.live
        self.live_blocks.told.connect(self.grew)
        self.live_blocks.fresh.faded.connect(self.viewport().update)

    def _make_layout(self) -> None:
        look = TextLook()
        self.setFont(font(look.size_px))
        self.document().setDefaultFont(font(look.size_px))
        self.turn_layout = TurnLayout(self.document(), self._look, look)
        self.document().setDocumentLayout(self.turn_layout)

    # The document.

    def show_document(self, document: Document | None) -> None:
        """Show another document from its first turn on; None shows nothing."""
        if self.source is not None:
            self.source.renamed.disconnect(self._repaint_names)
            self.source.speaker_found.disconnect(self.learn_speakers)
        self._blocks.show(document)
        if document is not None:
            document.renamed.connect(self._repaint_names)
            document.speaker_found.connect(self.learn_speakers)

    def begin_anew(self) -> None:
        """Show nothing, and go to the top."""
        self.follower.end()
        self.exchange_blocks(0, len(self.shown), [])
        self._speakers = {UNSURE.id: UNSURE}
        caret = QTextCursor(self.document())
        caret.setKeepPositionOnInsert(True)
        self.setTextCursor(caret)
        self.place.to_the_top()

    @property
    def source(self) -> Document | None:
        """The document that is shown."""
        return self._blocks.document

    def is_filling(self) -> bool:
        """Whether turns still wait to be inserted."""
        return len(self._blocks) > 0

    def learn_speakers(self) -> None:
        """Name the document's speakers as they are named now."""
        if self.source is None:
            return
        self._speakers |= {speaker.id: speaker for speaker in self.source.speakers}
        with self.place.kept():
            self.turn_layout.take_names(self._names_px())
        self.columns_changed.emit(self.turn_layout.columns)

    def learn_new_speakers(self) -> None:
        """Do the same, where any is another than before."""
        if self.source and any(self._speakers.get(each.id) != each for each in self.source.speakers):
            self.learn_speakers()

    def _names_px(self) -> int:
        speakers = () if self.source is None else self.source.speakers
        return self.gutter.name_px(speaker.name for speaker in speakers)

    def take_look(self, look: TextLook) -> None:
        """Look like this from now on; what is read stays at the top of what is in view."""
        self.gutter = TurnGutter(look)
        with self.place.kept_in_block():
            self.turn_layout.take_look(look, self._names_px())
            self._font_px = look.size_px
            self.setFont(font(look.size_px))  # not before: it would be laid out at the height of lines as they were
        self.viewport().update()
        self.columns_changed.emit(self.turn_layout.columns)

    def names_from(self, number: int) -> list[str]:
        """Who speaks in the blocks from this one on."""
        return [self._speakers[turn.speaker].name for turn in self.shown[number:]]

    def show_again(self) -> None:
        """Say what the document says, whatever has been done to the text."""
        self._blocks.show_result()

    def _tell_of_text(self) -> None:
        self.viewport().update()
        self.text_changed.emit()

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the first visible turn where it is."""
        with self.place.kept():
            super().resizeEvent(event)
        self.columns_changed.emit(self.turn_layout.columns)

    # The margins.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, then the margins of the turns in view."""
        super().paintEvent(event)
        if self.shown and self.source is not None:
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
        if self.source is None or number >= len(self.shown):
            return ""
        shown = self.shown[number]
        said = f"{self._speakers[shown.speaker].name}, {clock(shown.start_ms)}"
        return tr("{speaker_and_time}, somebody else speaks too", speaker_and_time=said) if shown.overlap else said

    def speaker_at_caret(self) -> str | None:
        """The id of the speaker whose turn the caret is in, while the text has the keyboard."""
        number = self.textCursor().blockNumber()
        return self.shown[number].speaker if self.hasFocus() and number < len(self.shown) else None

    def _repaint_names(self) -> None:
        self.learn_speakers()
        self._tell_of_text()

    # Copying.

    def copy(self) -> None:
        """Copy what is selected."""
        if (data := self.selected_data()) is not None:
            QGuiApplication.clipboard().setMimeData(data)

    def selected_data(self) -> QMimeData | None:
        """What is selected, for the clipboard or to be dragged: as text, and as words with their times."""
        selection, document = self.textCursor(), self.source
        if document is None or not selection.hasSelection():
            return None
        return selection_data(selection, self.shown, document, (*document.speakers, *self._speakers.values()))

    def known_words(self, data: QMimeData) -> CopiedWords | None:
        """The words of this recording that the data has; None where it is text alone."""
        document = self.source
        return None if document is None else words_in(data, recording_id(document.transcript.audio))

    def copy_transcript(self) -> None:
        """Copy everything, with names and times."""
        if self.source is not None:
            QGuiApplication.clipboard().setMimeData(transcript_data(self.source.transcript))
