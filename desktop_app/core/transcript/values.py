"""The one transcript model: frozen values that the window, the exports and the store all read."""

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass, field
from enum import StrEnum

from desktop_app.core.transcript.joined_text import joined
from desktop_app.translation import tr


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of time, [start_ms, end_ms), in milliseconds from the recording's start."""

    start_ms: int
    end_ms: int

    def __post_init__(self) -> None:
        if not 0 <= self.start_ms <= self.end_ms:
            raise ValueError(f"not a span of time: {self.start_ms} to {self.end_ms} ms")

    @property
    def duration_ms(self) -> int:
        """Length in milliseconds."""
        return self.end_ms - self.start_ms


class Mark(StrEnum):
    """What a person has said of a word. OFF_RECORD: it is kept in the project alone."""

    INAUDIBLE = "inaudible"
    UNCERTAIN = "uncertain"
    OFF_RECORD = "off the record"


CERTAIN = 1.0
"""The confidence of a word that a person has written, or has said to be right."""


@dataclass(frozen=True, slots=True)
class Word:
    """One spoken word.

    confidence: 0 to 1, or None where the engine gives none; CERTAIN where a person has written it.
    estimated: the times were interpolated, not measured by the engine.
    """

    text: str
    start_ms: int
    end_ms: int
    confidence: float | None = None
    estimated: bool = False
    marks: frozenset[Mark] = frozenset()


@dataclass(frozen=True, slots=True)
class Speaker:
    """A voice in the recording.

    id: stable within the transcript; turns refer to it.
    colour: index into the palette, given at first sight and never reshuffled.
    """

    id: str
    name: str
    colour: int


DECIDED_MARGIN = 2.0
"""The margin, as wide as can be, of a turn of which a person has said whose it is."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says until somebody else does, or until a long pause.

    Turns are ordered by start and may overlap in time. `speech` holds the stretches within the turn in
    which the speaker is really heard (at least one, ordered, disjoint); pauses lie between them.
    margin: how much nearer (cosine distance) the voice is to this speaker than to the next; None if unknown;
    DECIDED_MARGIN where a person has said whose it is.
    overlap: somebody else speaks during part of it. A turn that lies wholly under another has no words.
    """

    speaker: str
    start_ms: int
    end_ms: int
    words: tuple[Word, ...] = ()
    speech: tuple[Span, ...] = ()
    margin: float | None = None
    overlap: bool = False

    @property
    def text(self) -> str:
        """The words as they are read."""
        return joined(word.text for word in self.words)

    @property
    def spaced_text(self) -> str:
        """The words, separated by spaces everywhere: so that they can be told apart again, as in the editor."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class HeardTrack:
    """A sound track that was heard. number: from 1; heard: its channels that were, from 1; channels: how many."""

    number: int
    heard: tuple[int, ...]
    channels: int


@dataclass(frozen=True, slots=True)
class AudioSource:
    """The recording a transcript was made from, as the user named it.

    file: its whole path; sample_rate_hz and channels: of the file's (first) sound track, before conversion.
    sha256: of the file's bytes, None where that is not known. tracks: how many sound tracks it has, None where that is
    not known; heard: those that were heard, empty where that is not known.
    """

    file: str
    duration_ms: int
    sample_rate_hz: int | None = None
    channels: int | None = None
    sha256: str | None = None
    tracks: int | None = None
    heard: tuple[HeardTrack, ...] = ()


@dataclass(frozen=True, slots=True)
class EngineUse:
    """Which engine did one part of the work: 'segmentation', 'embedding' or 'asr'.

    device: 'cpu', 'cuda' or a host's name. sha256: of the model's bytes, where it is one file.
    note: anything the reader must know, such as a fallback and its reason.
    """

    role: str
    name: str
    device: str
    sha256: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class SourceCount:
    """How many segments one source embedded. source: 'torch', 'onnx' or 'remote'; device: as EngineUse's."""

    source: str
    device: str
    segments: int


@dataclass(frozen=True, slots=True)
class Fallback:
    """Segments that a source should have embedded and could not; the next source was asked for them.

    reason: why, in one clause, without the segments' own numbers: equal reasons are counted together.
    """

    source: str
    reason: str
    segments: int


@dataclass(frozen=True, slots=True)
class EmbeddingReport:
    """What told the voices of a recording apart, segment by segment.

    sources: in order of preference, those that embedded any. fallbacks: empty where nothing went wrong. lost:
    segments that no source could embed. too_short: segments with too little speech to be told. requests: made over
    the network.
    """

    sources: tuple[SourceCount, ...] = ()
    fallbacks: tuple[Fallback, ...] = ()
    lost: int = 0
    too_short: int = 0
    requests: int = 0

    @property
    def embedded(self) -> int:
        """Segments whose voice was told."""
        return sum(count.segments for count in self.sources)


@dataclass(frozen=True, slots=True)
class Transcript:
    """A recording's speakers and turns, and what made them.

    embedding: what told the voices apart, None where that is not known. warnings: what a reader must know of the
    whole, one sentence each.
    voices: the id under which the recording's voices are kept on the computer that made the transcript, if they are.
    incomplete_from_ms: from where on words are missing, because the work was interrupted; None if none are.
    """

    audio: AudioSource
    speakers: tuple[Speaker, ...] = ()
    turns: tuple[Turn, ...] = ()
    engines: tuple[EngineUse, ...] = ()
    language: str | None = None
    voices: str | None = None
    embedding: EmbeddingReport | None = None
    warnings: tuple[str, ...] = ()
    incomplete_from_ms: int | None = None
    _by_id: dict[str, Speaker] = field(init=False, repr=False, compare=False, hash=False)

    def __post_init__(self) -> None:
        by_id = {speaker.id: speaker for speaker in self.speakers}
        if len(by_id) != len(self.speakers):
            raise ValueError(tr("two speakers share an id"))
        for turn in self.turns:
            if turn.speaker not in by_id:
                raise ValueError(tr("a turn names an unknown speaker: {speaker!r}", speaker=turn.speaker))
        object.__setattr__(self, "_by_id", by_id)

    def with_turns(self, first: int, count: int, turns: Iterable[Turn]) -> "Transcript":
        """The transcript with these turns in the place of `count` from the first on. ValueError as at its making; only
        the new turns are looked at, so that a letter typed into hours of talk costs no more than in minutes."""
        new = tuple(turns)
        for turn in new:
            if turn.speaker not in self._by_id:
                raise ValueError(tr("a turn names an unknown speaker: {speaker!r}", speaker=turn.speaker))
        made = copy(self)
        object.__setattr__(made, "turns", (*self.turns[:first], *new, *self.turns[first + count :]))
        return made

    def speaker(self, speaker_id: str) -> Speaker:
        """The speaker of that id; KeyError if there is none."""
        return self._by_id[speaker_id]

    def _repr_html_(self) -> str:
        """What notebooks show of it."""
        from desktop_app.core.transcript.notebook_html import notebook_html

        return notebook_html(self)

    def spoken_turns(self) -> Iterator[Turn]:
        """The turns that have words, in order: what a reader reads."""
        return (turn for turn in self.turns if turn.words)
