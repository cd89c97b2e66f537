"""What comes of hearing one turn once more."""

from dataclasses import dataclass

from desktop_app.core.transcript.values import Word


@dataclass(frozen=True, slots=True)
class HeardTurn:
    """What was heard. engine: the name of what wrote it down; warnings: one sentence each."""

    words: tuple[Word, ...]
    engine: str
    warnings: tuple[str, ...] = ()
