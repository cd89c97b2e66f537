"""Typing in the text: what a person does to blocks becomes edits of the turns that they show.

Qt does what keys, input methods and the clipboard do to a text; afterwards the blocks that changed are compared with
what they showed. So there is one way from a text to turns, whatever led to the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from desktop_app.core.editing.rewriting import inserted, rewrite
from desktop_app.core.editing.turn_acts import delete
from desktop_app.ui.state.shown_turn import ShownTurn
from desktop_app.ui.transcript.edited_blocks import tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.core.transcript.edits import Edit
    from desktop_app.core.transcript.values import Transcript
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

    def edit(self, text: str) -> Edit | None:
        if not text.split():
            return delete(self.base, self.places)
        if self.places:
            return rewrite(self.base, self.places, [text])
        return inserted(self.base, [text], speaker=self.speaker, after=self.after)


class TextEditing(QObject):
    """Follows one text. A block without words is kept only while the caret is in it."""

    def __init__(self, text: TranscriptText, places: TurnPlaces) -> None:
        super().__init__(text)
        self._text = text
        self._places = places
        self._run: _Run | None = None
        self._is_typing = False
        self._is_reading_mode = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._rest)
        text.document().contentsChange.connect(self._changed)
        text.cursorPositionChanged.connect(self._moved)
        text.text_changed.connect(self._allow)

    @property
    def is_allowed(self) -> bool:
        """Whether the text can be changed now."""
        document = self._text.source
        return document is not None and document.can_edit and not (self._is_reading_mode or self._text.is_filling())

    def set_reading_mode(self, reading: bool) -> None:
        """Let nothing be changed by typing, or let it."""
        self.settle()
        self._is_reading_mode = reading
        self._allow()

    def settle(self) -> None:
        """Bring to an end what is being typed: the block is tidy, and one without words is gone."""
        run, self._run = self._run, None
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
            self._text.describe_turn("")

    # What has been done to the blocks.

    def _changed(self, position: int, _removed: int, added: int) -> None:
        document = self._text.source
        if self._text.is_changing or document is None or not self._text.shown:
            return
        blocks = self._text.document()
        more = blocks.blockCount() - len(self._text.shown)
        first = blocks.findBlock(position).blockNumber()
        behind = blocks.findBlock(position + added)
        end = (behind.blockNumber() if behind.isValid() else blocks.blockCount() - 1) + 1
        texts = [blocks.findBlockByNumber(number).text() for number in range(first, end)]
        first, old, texts = self._narrowed(first, self._text.shown[first : end - more], texts)
        if not texts and not old:
            return
        self._is_typing = True
        QTimer.singleShot(0, self, self._stop_typing)
        if len(old) == len(texts) == 1:
            self._type(document, first, texts[0])
        else:
            self._restructure(document, first, old, texts)
        self._pause.start()

    @staticmethod
    def _narrowed(first: int, old: list[ShownTurn], texts: list[str]) -> tuple[int, list[ShownTurn], list[str]]:
        """Without what is the same at the beginning and at the end."""
        while old and texts and old[0].text == texts[0]:
            first, old, texts = first + 1, old[1:], texts[1:]
        while old and texts and old[-1].text == texts[-1]:
            old, texts = old[:-1], texts[:-1]
        return first, old, texts

    def _type(self, document: Document, number: int, text: str) -> None:
        run = self._run
        if run is None or run.block != number or not self._goes_on(run, document):
            self._run = run = self._begin(document, number, [number])
        if run is None:  # no turn of the transcript: nothing could be kept
            QTimer.singleShot(0, self, lambda: self._text.rewrite(number, self._text.shown[number]))
            return
        self._text.shown[number] = self._text.shown[number]._replace(text=text)
        if text.split():
            self._make(run, run.edit(text))

    def _restructure(self, document: Document, first: int, old: Sequence[ShownTurn], texts: Sequence[str]) -> None:
        """Blocks have come or gone: turns were split, joined, pasted, deleted."""
        numbers = range(first, first + len(old))
        if not texts:  # whole blocks went, with the break behind or before them
            gone, self._run = self._begin(document, first, numbers), None
            self._text.shown[first : first + len(old)] = []
            if gone is not None:
                document.edit(gone.edit(""))
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
            return
        self._run = None
        edit = self._edit_of(document.transcript, run, filled) if filled else None
        if edit is not None:
            document.edit(edit)
        if empty is not None:
            self._wait(document, first + empty, run, is_new=bool(filled) or not run.places)

    @staticmethod
    def _edit_of(transcript: Transcript, run: _Run, texts: Sequence[str]) -> Edit | None:
        if run.places:
            return rewrite(transcript, run.places, texts)
        return inserted(transcript, texts, speaker=run.speaker, after=run.after)

    def _wait(self, document: Document, number: int, run: _Run, *, is_new: bool) -> None:
        """A block without words is there: a new turn, or one whose words have just been deleted."""
        if not is_new:
            self._run = _Run(number, document.transcript, run.places, run.speaker, run.after)
            return
        before = self._places.place_of(number - 1, document.transcript) if number else None
        self._run = _Run(number, document.transcript, (), self._text.shown[number].speaker, before)

    def _neighbour(self, number: int) -> ShownTurn:
        """The turn above, or the first."""
        return self._text.shown[max(0, min(number, len(self._text.shown)) - 1)]

    def _begin(self, document: Document, block: int, numbers: Sequence[int]) -> _Run | None:
        """What is typed from now on into this block, which shows the turns of these blocks."""
        transcript = document.transcript
        found = [self._places.place_of(number, transcript) for number in numbers]
        places = tuple(place for place in found if place is not None)
        if not places and numbers:
            return None
        speaker = transcript.turns[places[0]].speaker if places else self._neighbour(block).speaker
        return _Run(block, transcript, places, speaker)

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
        if self._run is None or self._text.is_changing:
            return
        was_typing, self._is_typing = self._is_typing, False
        if self._text.textCursor().blockNumber() != self._run.block:
            self.settle()
        elif not was_typing:
            self._rest()

    def _stop_typing(self) -> None:
        self._is_typing = False

    def _rest(self) -> None:
        """What is typed next into the same block is another step; one without words waits on."""
        run = self._run
        if run is not None and run.block < len(self._text.shown) and self._text.shown[run.block].text.split():
            self._run = None
