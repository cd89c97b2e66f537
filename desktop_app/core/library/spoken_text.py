"""What was said in a recording, as it is searched: turns of plain words."""

import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop_app.core.library.folding import composed
from desktop_app.core.transcript.joined_text import joined, place_in_spaced
from desktop_app.core.transcript.values import Transcript


@dataclass(frozen=True, slots=True)
class SpokenTurn:
    """A turn with words. speaker: the name. words: as many as the transcript's turn has, each in one line."""

    speaker: str
    start_ms: int
    words: tuple[str, ...]

    @property
    def text(self) -> str:
        """The words as they are read."""
        return joined(self.words)

    def word_at(self, offset: int) -> int:
        """Which of the words has the character at an offset of the text."""
        at = place_in_spaced(" ".join(self.words), offset)
        end = -1
        for number, word in enumerate(self.words):
            end += len(word) + 1
            if at <= end:
                return number
        return max(len(self.words) - 1, 0)


def spoken_turns(transcript: Transcript) -> tuple[SpokenTurn, ...]:
    """The turns that have words, in order."""
    return tuple(
        SpokenTurn(
            transcript.speaker(turn.speaker).name, turn.start_ms, tuple(_one_line(word.text) for word in turn.words)
        )
        for turn in transcript.spoken_turns()
    )


def pack_turns(turns: Sequence[SpokenTurn]) -> bytes:
    """The turns, as small as they easily get."""
    rows = [(turn.speaker, turn.start_ms, "\n".join(turn.words)) for turn in turns]
    return zlib.compress(json.dumps(rows).encode())


def unpack_turns(packed: bytes, places: Iterable[int] | None = None) -> tuple[SpokenTurn, ...]:
    """The turns of pack_turns, or those at these places among them.

    ValueError or zlib.error where the bytes are others, IndexError where there is no such turn.
    """
    rows = json.loads(zlib.decompress(packed))
    chosen = rows if places is None else [rows[place] for place in places]
    return tuple(SpokenTurn(speaker, start_ms, tuple(words.split("\n"))) for speaker, start_ms, words in chosen)


def _one_line(word: str) -> str:
    return " ".join(composed(word).split())
