"""Who speaks when, as far as it is known while the recording goes on."""

from dataclasses import dataclass

from desktop_app.core.transcript.values import Speaker


@dataclass(frozen=True, slots=True)
class LiveSegment:
    """A stretch of speech of one voice. speaker: an id; None where it is not known yet whose it is."""

    start_ms: int
    end_ms: int
    speaker: str | None


@dataclass(frozen=True, slots=True)
class LiveTimeline:
    """A snapshot. heard_ms: up to where speech is known; no segment reaches beyond.

    full: who is heard when, ordered by start; segments of several may overlap. exclusive: the same with one at a time,
    ordered and disjoint. speakers: everybody found so far, in order; ids, names and colours never change hands.
    """

    heard_ms: int = 0
    full: tuple[LiveSegment, ...] = ()
    exclusive: tuple[LiveSegment, ...] = ()
    speakers: tuple[Speaker, ...] = ()
