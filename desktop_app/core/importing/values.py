"""What a reader finds in a file: less than a transcript has, and in whatever order it stands there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadWord:
    """A word, with its times in ms and its confidence, 0 to 1, where the file tells them."""

    text: str
    start_ms: int | None = None
    end_ms: int | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class ReadStretch:
    """What one speaker says in one go: a cue, a paragraph, a line.

    speaker: the name in the file, None where it tells none. start_ms, end_ms: None where it tells none. words: in the
    place of the text, where the file tells them one by one. opens_turn: it is not the same turn as what stands before.
    """

    speaker: str | None = None
    start_ms: int | None = None
    end_ms: int | None = None
    text: str = ""
    words: tuple[ReadWord, ...] = ()
    opens_turn: bool = False


@dataclass(frozen=True, slots=True)
class ReadTranscript:
    """All that a file says.

    speakers: names in the order in which they are to be listed; others follow as they come. media: what the recording's
    file is called, '' where that is not told. notes: what a reader must know, such as what was
    left out, one sentence each.
    """

    stretches: tuple[ReadStretch, ...]
    speakers: tuple[str, ...] = ()
    language: str | None = None
    media: str = ""
    notes: tuple[str, ...] = ()
