"""Who takes the floor from whom."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.core.transcript.heard_at_once import speech_of
from desktop_app.core.transcript.values import Transcript, Turn

LEAST_OVERLAP_MS = 200
"""Less is how people take turns: nobody feels interrupted."""


@dataclass(frozen=True, slots=True)
class Interruption:
    """turn: the index of the turn that interrupts, in the transcript's turns; by, of: ids of speakers; at_ms: when."""

    turn: int
    by: str
    of: str
    at_ms: int


def interruptions(transcript: Transcript) -> tuple[Interruption, ...]:
    """Every turn that interrupts, in order.

    A turn with words interrupts if it begins while another speaker's speech, in a turn with words, is running and runs
    on for at least LEAST_OVERLAP_MS, and if it takes the floor: it goes on when the other's turn has ended. What the
    other talks over ("mm-hmm") does not. Of several who are interrupted at once, it is who goes on longest.
    """
    return tuple(_interruptions(transcript))


def _interruptions(transcript: Transcript) -> Iterator[Interruption]:
    spoken = sorted(
        ((number, turn) for number, turn in enumerate(transcript.turns) if turn.words),
        key=lambda pair: pair[1].start_ms,
    )
    running: list[Turn] = []
    for number, turn in spoken:
        running = [each for each in running if each.end_ms > turn.start_ms]
        interrupted = [each for each in running if _interrupts(turn, each)]
        if interrupted:
            longest = max(interrupted, key=lambda each: each.end_ms)
            yield Interruption(number, turn.speaker, longest.speaker, turn.start_ms)
        running.append(turn)


def _interrupts(turn: Turn, other: Turn) -> bool:
    return (
        other.speaker != turn.speaker
        and other.end_ms < turn.end_ms
        and any(
            span.start_ms < turn.start_ms and turn.start_ms + LEAST_OVERLAP_MS <= span.end_ms
            for span in speech_of(other)
        )
    )
