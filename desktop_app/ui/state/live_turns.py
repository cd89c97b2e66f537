"""The turns of a recording that is being made, as live captions tell them."""

from dataclasses import dataclass, replace
from itertools import islice

from desktop_app.core.live.events import Final, Partial, Revision
from desktop_app.core.transcript.speaker_names import unsure_name
from desktop_app.core.transcript.values import Span, Speaker, Turn, Word

UNSURE = Speaker("unsure", unsure_name(), 0)
"""Who stands for a voice that is not known yet. Its colour is never shown."""

_TOUCH_MS = 200  # turns that only meet are no overlap


@dataclass(frozen=True, slots=True)
class LiveTurn:
    """A turn as the captions tell it.

    number: the captions' own. settled: how many of its words stay as they are; None where the turn is final. words:
    none until it is. overlap: somebody else spoke at the same time. revised: another speaker was found for it.
    """

    number: int
    speaker: str
    start_ms: int
    end_ms: int
    text: str
    settled: int | None = None
    words: tuple[Word, ...] = ()
    overlap: bool = False
    revised: bool = False


class LiveTurns:
    """Takes in one event after the other; none costs more for the turns there are already.

    changed: whether a final turn is other than `turns` said last.
    """

    def __init__(self) -> None:
        self._told: dict[int, LiveTurn] = {}
        self._finals: dict[int, Turn] = {}
        self._last_final: LiveTurn | None = None
        self.changed = False

    def take(self, event: Partial | Final | Revision) -> LiveTurn | None:
        """Take in an event: the turn as it is now, without text where it is withdrawn; None where nothing changed."""
        before = self._told.get(event.turn)
        now = self._after(event, before)
        if now is None or now == before:
            return None
        if now.text:
            self._told[now.number] = now
        else:
            self._told.pop(now.number, None)
        if now.words:
            self._finals[now.number] = _turn(now)
            self.changed = True
        return now

    def turns(self) -> tuple[Turn, ...]:
        """The final turns, in order."""
        self.changed = False
        return tuple(sorted(self._finals.values(), key=_start_ms))

    def all(self) -> list[LiveTurn]:
        """Every turn as it is now, in order."""
        return sorted(self._told.values(), key=_start_ms)

    def latest(self, count: int) -> list[LiveTurn]:
        """The turns that came last, at most so many, the newest last."""
        return list(islice(reversed(self._told.values()), count))[::-1]

    def _after(self, event: Partial | Final | Revision, before: LiveTurn | None) -> LiveTurn | None:
        match event:
            case Partial():
                return _partial(event)
            case Final():
                now = self._final(event)
                self._last_final = now if now.words else self._last_final
                return now
            case Revision() if before is not None and before.speaker != (event.speaker or UNSURE.id):
                return replace(before, speaker=event.speaker or UNSURE.id, revised=True)
        return None

    def _final(self, event: Final) -> LiveTurn:
        speaker, last = event.speaker or UNSURE.id, self._last_final
        overlap = last is not None and last.speaker != speaker and last.end_ms > event.start_ms + _TOUCH_MS
        text = event.text
        return LiveTurn(event.turn, speaker, event.start_ms, event.end_ms, text, None, event.words, overlap)


def _partial(event: Partial) -> LiveTurn:
    speaker = event.speaker or UNSURE.id
    return LiveTurn(event.turn, speaker, event.start_ms, event.end_ms, event.text, event.settled)


def _turn(turn: LiveTurn) -> Turn:
    speech = (Span(turn.start_ms, turn.end_ms),)
    return Turn(turn.speaker, turn.start_ms, turn.end_ms, turn.words, speech, overlap=turn.overlap)


def _start_ms(turn: Turn | LiveTurn) -> int:
    return turn.start_ms
