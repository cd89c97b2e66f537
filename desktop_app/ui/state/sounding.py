"""Which word of a document sounds at a time, whatever becomes of the document."""

from bisect import bisect_right
from operator import attrgetter
from typing import NamedTuple

from desktop_app.core.playback.sounding_word import SoundingWords
from desktop_app.core.transcript.values import Transcript, Turn, Word
from desktop_app.ui.state.document import Document

_start_ms = attrgetter("start_ms")


class Heard(NamedTuple):
    """A word that sounds: its turn, and its place there."""

    turn: Turn
    place: int

    @property
    def word(self) -> Word:
        """The word itself."""
        return self.turn.words[self.place]


class Sounding:
    """Looks words up by time; the index is made anew when a word is asked for and the transcript is another."""

    def __init__(self) -> None:
        self._document: Document | None = None
        self._indexed: tuple[Transcript, SoundingWords] | None = None

    def take(self, document: Document | None) -> None:
        """Look words up in another document, or in none."""
        self._document, self._indexed = document, None

    def at(self, time_ms: int) -> Heard | None:
        """The word that sounds then; None where none does."""
        transcript = self._transcript()
        if transcript is None:
            return None
        if self._indexed is None or self._indexed[0] is not transcript:
            self._indexed = transcript, SoundingWords(transcript)
        place = self._indexed[1].at(time_ms)
        return None if place is None else Heard(transcript.turns[place.turn], place.word)

    def turn_at(self, time_ms: int) -> Turn | None:
        """The turn of the word that sounds then, or else the last that had begun; the first before it."""
        if (heard := self.at(time_ms)) is not None:
            return heard.turn
        transcript = self._transcript()
        turns = [] if transcript is None else list(transcript.spoken_turns())
        return turns[max(0, bisect_right(turns, time_ms, key=_start_ms) - 1)] if turns else None

    def _transcript(self) -> Transcript | None:
        """None where there is none, or where it is still being heard."""
        document = self._document
        return None if document is None or document.live is not None else document.transcript
