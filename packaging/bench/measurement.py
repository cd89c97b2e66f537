"""The seam between the bench and its parts: what a part measures, and what it says of it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from bench.recordings import Recordings
from bench.records import Records


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for.

    peer: run the peer on the same recordings, too. short_min, long_min: minutes of the two long made conversations;
    hours: of the longest recording, 0 for none. embeddings: so many are clustered.
    """

    peer: bool = True
    short_min: float = 10
    long_min: float = 60
    hours: float = 0
    embeddings: int = 48_000

    @property
    def engines(self) -> tuple[str, ...]:
        """The engines to compare, Diarist first: what the peer leaves in memory is not to count for it."""
        return ("diarist", "moonshine") if self.peer else ("diarist",)


@dataclass(frozen=True, slots=True)
class Measurement:
    """Something to measure; its name is its file's in out/bench. measure raises LeftOut where it cannot."""

    name: str
    measure: Callable[[], Mapping[str, Any]]


class Part(Protocol):
    """A section of the page; every module of the bench that is listed in `parts` is one."""

    TITLE: str
    LABELS: Mapping[str, str]
    """What its records are called for people, by their names."""

    def measurements(self, options: Options, recordings: Recordings, /) -> Iterator[Measurement]:
        """What to measure, in order."""
        ...

    def section(self, records: Records) -> Iterator[str]:
        """The section's lines of Markdown, from whichever of its records there are."""
        ...
