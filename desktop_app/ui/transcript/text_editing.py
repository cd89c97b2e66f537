"""Typing in the text: what a person does to blocks becomes edits of the turns that they show.

Qt does what keys, input methods and the clipboard do to a text; afterwards the blocks that changed are compared with
what they showed. So there is one way from a text to turns, whatever led to the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from desktop_app.core.editing.pasting import paste, paste_new
from desktop_app.core.editing.rewriting import inserted, rewrite
from desktop_app.core.editing.turn_acts import delete
from desktop_app.ui.state.shown_turn import ShownTurn, shown_turn
from desktop_app.ui.transcript.edited_blocks import tidy

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop_app.core.transcript.edits import Edit
    from desktop_app.core.transcript.values import Transcript, Word
    from desktop_app.ui.state.document import Document
    from desktop_app.ui.transcript.transcript_text import TranscriptText
    from desktop_app.ui.transcript.turn_places import TurnPlaces

PAUSE_MS = 2000
"""After such a pause what is typed is another step to be undone."""
_READING = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
_EDITING = Qt.TextInteractionFlag.TextEditorInteraction


@dataclass(slots=True)
class _Run:
    """What is typed into one block without a pause or a jump: one edit, which is made again for each letter.

    base: the transcript before it. places: indices of the turns that the block stands for, none for a new turn of
    `speaker` behind the turn `after` (None: before all). made: the edit, while it is the newest of the history.
    """

    block: int
    base: Transcript
    places: tuple[int, ...]
    speaker: str
    after: int | None = None
    made: Edit | None = None

    def edit(self, text: str, pasted: Mapping[int, Word] | None = None) -> Edit | None:
        return self.edit_of(self.base, [text], pasted or {}) if text.split() else delete(self.base, self.places)

    def edit_of(self, transcript: Transcript, texts: Sequence[str], pasted: Mapping[int, Word]) -> Edit | None:
        """The edit after which these texts stand there. pasted: words with their times, by their places among all."""
        if self.places:
            return paste(transcript, self.places, texts, pasted) if pasted else rewrite(transcript, self.places, texts)
        if pasted:
            return paste_new(transcript, texts, pasted, speaker=self.speaker, after=self.after)
        return inserted(transcript, texts, speaker=self.speaker, after=self.after)


class TextEditing(QObject):
    """Follows one text. A block without words is kept only while the caret is in it."""

    def __init__(self, text: TranscriptText, places: TurnPlaces) -> None:
        super().__init__(text)
        self._text = text
        self._places = places
        self._run: _Run | None = None
        self._touched: tuple[int, int] | None = None  # from where to where the text was changed and not looked at yet
        self._is_reading_mode = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._rest)
        text.document().contentsChange.connect(self._note)
        text.typed.connect(self.catch_up)
        text.cursorPositionChanged.connect(self._moved)
        text.text_changed.connect(self._allow)

    @property
    def is_allowed(self) -> bool:
        """Whether the text can be changed now."""
        document = self._text.source
        is_ready = bool(self._text.shown) and not self._text.is_filling()
        return document is not None and document.can_edit and is_ready and not self._is_reading_mode

    def set_reading_mode(self, reading: bool) -> None:
        """Let nothing be changed by typing, or let it."""
        self.settle()
        self._is_reading_mode = reading
        self._allow()

    def settle(self) -> None:
        """Bring to an end what is being typed: the block is tidy, and one without words is gone."""
        self.catch_up()
        run, self._run = self._run, None
        self._text.waiting = None
        self._pause.stop()
        if run is None or run.block >= len(self._text.shown):
            return
        shown = self._text.shown[run.block]
        if shown.text.split():
            self._text.rewrite(run.block, tidy(shown))
        elif run.places or run.made is not None:
            self._make(run, run.edit(""))
        else:
            self._text.exchange_blocks(run.block, run.block + 1, [])

    def _allow(self) -> None:
        """As the document is now. The flags of an equal kind are not set again: that would move the caret."""
        flags = _EDITING if self.is_allowed else _READING
        if self._text.textInteractionFlags() != flags:
            self._text.setTextInteractionFlags(flags)

    # What has been done to the blocks.

    def _note(self, position: int, removed: int, added: int) -> None:
        """Qt is in the middle of a change: nothing may be changed now. It is looked at when the key, the paste or what
        else led to it has been dealt with, or else as soon as the window is at rest."""
        if self._text.is_changing or self._text.source is None or not self._text.shown:
            return
        end = position + added
        if self._touched is None:
            QTimer.singleShot(0, self, self.catch_up)
        else:
            start, known = self._touched
            position = min(position, start)
            end = max(end, known + added - removed)
        self._touched = position, end

    def catch_up(self) -> None:
        """Make edits of what has been done to the text since."""
        touched, self._touched = self._touched, None
        document = self._text.source
        if touched is None or document is None or not self._text.shown:
            return
        is_paste = bool(self._text.pasted)
        if is_paste:
            self._rest()
        self._look(document, *touched)
        if is_paste:
            self._rest()
        if self._run is not None and self._text.textCursor().blockNumber() != self._run.block:
            self.settle()

    def _look(self, document: Document, start: int, end: int) -> None:
        blocks = self._text.document()
        more = blocks.blockCount() - len(self._text.shown)
        first = blocks.findBlock(start).blockNumber()
        behind = blocks.findBlock(end)
        last = behind.blockNumber() if behind.isValid() else blocks.blockCount() - 1
        texts = [blocks.findBlockByNumber(number).text() for number in range(first, last + 1)]
        first, old, texts = self._narrowed(first, self._text.shown[first : last + 1 - more], texts)
        if not texts and not old:
            return
        if len(old) == len(texts) == 1:
            self._type(document, first, texts[0])
        else:
            self._restructure(document, first, old, texts)
        self._pause.start()

    def _narrowed(self, first: int, old: list[ShownTurn], texts: list[str]) -> tuple[int, list[ShownTurn], list[str]]:
        """Without what is the same at the beginning and at the end; what was pasted may be the same by chance."""
        pasted = {block for block, _ in self._text.pasted}
        while old and texts and old[0].text == texts[0] and first not in pasted:
            first, old, texts = first + 1, old[1:], texts[1:]
        while old and texts and old[-1].text == texts[-1] and first + len(texts) - 1 not in pasted:
            old, texts = old[:-1], texts[:-1]
        return first, old, texts

    def _pasted(self, first: int, texts: Sequence[str]) -> dict[int, Word]:
        """The words that were pasted into the blocks from this one on, by their places among all words there."""
        counts = accumulate((len(text.split()) for text in texts), initial=0)
        before = dict(zip(range(first, first + len(texts)), counts, strict=False))
        pasted = self._text.pasted.items()
        return {before[block] + place: word for (block, place), word in pasted if block in before}

    def _type(self, document: Document, number: int, text: str) -> None:
        run = self._run
        if run is None or run.block != number or not self._goes_on(run, document):
            self._run = run = self._begin(document, number, [number])
        if run is None:  # no turn of the transcript: what is typed could not be kept
            self._text.show_again()
            return
        self._text.shown[number] = self._text.shown[number]._replace(text=text)
        if text.split():
            self._text.waiting = None
            self._make(run, run.edit(text, self._pasted(number, [text])))

    def _restructure(self, document: Document, first: int, old: Sequence[ShownTurn], texts: Sequence[str]) -> None:
        """Blocks have come or gone: turns were split, joined, pasted, deleted."""
        numbers = range(first, first + len(old))
        if not texts:
            self._remove(document, first, numbers)
            return
        waiting = self._run if self._run is not None and not self._run.places and self._run.made is None else None
        if waiting is not None and list(numbers) == [waiting.block]:
            run: _Run | None = waiting
        else:
            run = self._begin(document, first, [each for each in numbers if waiting is None or each != waiting.block])
        shown = [old[min(place, len(old) - 1)] if old else self._neighbour(first) for place in range(len(texts))]
        self._text.shown[first : first + len(old)] = [
            each._replace(text=text) for each, text in zip(shown, texts, strict=True)
        ]
        filled = [text for text in texts if text.split()]
        empty = next((place for place, text in enumerate(texts) if not text.split()), None)
        if run is None:
            self._text.show_again()
            return
        self._run = None
        self._text.waiting = None if empty is None else first + empty
        edit = run.edit_of(document.transcript, filled, self._pasted(first, texts)) if filled else None
        if edit is not None:
            document.edit(edit)
        elif filled:
            self._name_blocks(document.transcript, first, run.places)
        if empty is not None:
            self._wait(document, first + empty, run, is_new=bool(filled) or not run.places)

    def _name_blocks(self, transcript: Transcript, first: int, places: Sequence[int]) -> None:
        """Say whose the blocks from this one on are, where their words are the same but have come to another block."""
        filled = (number for number in range(first, len(self._text.shown)) if self._text.shown[number].text.split())
        for number, place in zip(filled, places, strict=False):
            if (shown := shown_turn(transcript.turns[place])) is not None:
                self._text.shown[number] = shown._replace(text=self._text.shown[number].text)

    def _remove(self, document: Document, first: int, numbers: range) -> None:
        """Whole blocks went, with the break behind or before them."""
        run = self._run
        is_run = run is not None and list(numbers) == [run.block]
        gone = run if is_run else self._begin(document, first, numbers)
        self._run = self._text.waiting = None
        self._text.shown[first : first + len(numbers)] = []
        if gone is not None and (gone.places or gone.made is not None):
            self._make(gone, gone.edit(""))

    def _wait(self, document: Document, number: int, run: _Run, *, is_new: bool) -> None:
        """A block without words is there: a new turn, or one whose words have just been deleted."""
        if not is_new:
            self._run = _Run(number, document.transcript, run.places, run.speaker, run.after)
            return
        before = self._place_before(number, document.transcript)
        self._run = _Run(number, document.transcript, (), self._text.shown[number].speaker, before)

    def _place_before(self, block: int, transcript: Transcript) -> int | None:
        return self._places.place_of(block - 1, transcript) if block else None

    def _neighbour(self, number: int) -> ShownTurn:
        """The turn above, or the first."""
        return self._text.shown[max(0, min(number, len(self._text.shown)) - 1)]

    def _begin(self, document: Document, block: int, numbers: Sequence[int]) -> _Run | None:
        """What is typed from now on into this block, which shows the turns of these blocks."""
        transcript = document.transcript
        places = tuple(place for number in numbers for place in self._places_of(number, transcript))
        if not places and numbers:
            return None
        if places:
            return _Run(block, transcript, places, transcript.turns[places[0]].speaker)
        return _Run(block, transcript, (), self._neighbour(block).speaker, self._place_before(block, transcript))

    def _places_of(self, number: int, transcript: Transcript) -> tuple[int, ...]:
        """The turns that a block stands for: several where their words have been deleted and others are waited for."""
        run = self._run
        if run is not None and run.block == number and run.made is None and run.base is transcript:
            return run.places
        place = self._places.place_of(number, transcript)
        return () if place is None else (place,)

    def _goes_on(self, run: _Run, document: Document) -> bool:
        """Nothing else was done meanwhile."""
        if run.made is None:
            return document.transcript is run.base
        return bool(document.history.done) and document.history.done[-1] is run.made

    def _make(self, run: _Run, edit: Edit | None) -> None:
        document = self._text.source
        if document is None or (edit is None and run.made is None):
            return
        before, run.made = run.made, edit
        document.edit(edit, instead_of_last=before is not None)

    # The end of a run.

    def _moved(self) -> None:
        """The caret is elsewhere, and not by typing: what is typed next is another step."""
        if self._run is None or self._text.is_changing or self._touched is not None:
            return
        if self._text.textCursor().blockNumber() != self._run.block:
            self.settle()
        else:
            self._rest()

    def _rest(self) -> None:
        """What is typed next into the same block is another step; one without words waits on."""
        run = self._run
        if run is not None and run.block < len(self._text.shown) and self._text.shown[run.block].text.split():
            self._run = None
