"""How well a thin margin tells that somebody else speaks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bench.doubt_recordings import Transcribed
from desktop_app.core.evaluation.judged_words import TrueSpeakers
from desktop_app.core.transcript.values import Span, Turn

THRESHOLDS = (0.04, 0.06, 0.08, 0.10, 0.12, 0.14, 0.16, 0.20)
STEP_MS = 20


@dataclass(frozen=True, slots=True)
class JudgedTurn:
    """A turn's margin, and for how much of its speech somebody is heard, and somebody else alone, in ms."""

    margin: float | None
    heard_ms: int
    wrong_ms: int


def judged_turns(recording: Transcribed) -> Iterator[JudgedTurn]:
    """Every turn, those without words too; what is no speech in the truth does not count."""
    true_speakers = TrueSpeakers(recording.transcript, recording.truth.spans)
    for turn in recording.transcript.turns:
        verdicts = [true_speakers.agree(turn.speaker, moment) for moment in _moments(turn)]
        heard = [verdict for verdict in verdicts if verdict is not None]
        yield JudgedTurn(turn.margin, STEP_MS * len(heard), STEP_MS * heard.count(False))


def margin_figures(turns: Sequence[JudgedTurn]) -> Mapping[str, Any]:
    """Precision and recall of speech under the wrong speaker, in percent, for every threshold, and of no margin."""
    return {
        "turns": len(turns),
        "heard_s": sum(turn.heard_ms for turn in turns) / 1000,
        "wrong_s": sum(turn.wrong_ms for turn in turns) / 1000,
        "below": {
            f"{limit:.2f}": _figures(turns, [turn for turn in turns if turn.margin is not None and turn.margin < limit])
            for limit in THRESHOLDS
        },
        "unknown": _figures(turns, [turn for turn in turns if turn.margin is None]),
    }


def _figures(turns: Sequence[JudgedTurn], hatched: Sequence[JudgedTurn]) -> Mapping[str, float]:
    wrong_ms, heard_ms = (sum(getattr(turn, name) for turn in hatched) for name in ("wrong_ms", "heard_ms"))
    return {
        "turns": len(hatched),
        "precision": 100 * wrong_ms / max(1, heard_ms),
        "recall": 100 * wrong_ms / max(1, sum(turn.wrong_ms for turn in turns)),
        "hatched": 100 * heard_ms / max(1, sum(turn.heard_ms for turn in turns)),
    }


def _moments(turn: Turn) -> Iterator[Span]:
    for span in turn.speech:
        for start_ms in range(span.start_ms, span.end_ms, STEP_MS):
            yield Span(start_ms, min(start_ms + STEP_MS, span.end_ms))
