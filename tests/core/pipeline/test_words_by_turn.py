"""A recogniser that hears one turn at a time: several are heard at once, and told in their order all the same."""

import time
from collections.abc import Callable
from threading import Event

import numpy as np
import pytest
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.diarization.offline import Diarization
from desktop_app.core.diarization.timeline import Segment, exclusive_timeline
from desktop_app.core.pipeline.stages import Stage
from desktop_app.core.pipeline.words_by_turn import turns_by_turn
from desktop_app.core.transcript.values import EngineUse, Speaker, Turn, Word
from pipeline.scripted_talks import believe_all

SECOND = SAMPLE_RATE_HZ
TIMEOUT_S = 30


class ByTurn:
    """Two threads ask it. It says how loud a turn is, in tenths; what it does before it says so is the test's."""

    use = EngineUse("asr", "scripted", "cpu")
    language = "en"
    max_turn_s = 30.0
    callers = 2

    def __init__(self, before: Callable[[int], None]) -> None:
        self._before = before

    def recognise(self, samples: NDArray[np.float32]) -> tuple[Word, ...]:
        loud = round(10 * float(samples.max()))
        self._before(loud)
        return (Word(str(loud), 0, 500),)


class Listener:
    def __init__(self, on_turn: Callable[[Turn], None] = lambda _: None) -> None:
        self.told: list[float] = []
        self._on_turn = on_turn

    def progress(self, stage: Stage, fraction: float) -> None:
        assert stage is Stage.TRANSCRIPTION
        self.told.append(fraction)

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None:
        for turn in turns:
            self._on_turn(turn)


def talk(turns: int) -> tuple[NDArray[np.float32], Diarization]:
    """Two who take turns of two seconds with pauses between; the first is 0.1 loud, the second 0.2 ..."""
    loud = np.repeat(np.arange(1, turns + 1, dtype=np.float32) / 10, 3 * SECOND)
    segments = tuple(Segment(at % 2, at * 3000, at * 3000 + 2000) for at in range(turns))
    return loud, Diarization(segments, exclusive_timeline(segments), 2, turns, 0)


def test_turns_are_told_in_order_whichever_is_heard_first() -> None:
    second_heard = Event()

    def before(loud: int) -> None:
        if loud == 1:
            assert second_heard.wait(TIMEOUT_S)
        if loud == 2:
            second_heard.set()

    told: list[str] = []
    listener = Listener(lambda turn: told.append(turn.text))
    turns = turns_by_turn(*talk(5), ByTurn(before), listener, believe=believe_all)
    assert told == [turn.text for turn in turns] == ["1", "2", "3", "4", "5"]
    assert listener.told == sorted(listener.told)
    assert (listener.told[0], listener.told[-1]) == (0.0, 1.0)


def test_an_interruption_does_not_wait_for_what_is_queued() -> None:
    asked: list[int] = []

    def before(loud: int) -> None:
        asked.append(loud)
        if loud > 1:
            time.sleep(0.05)

    def interrupt(_turn: Turn) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        turns_by_turn(*talk(100), ByTurn(before), Listener(interrupt), believe=believe_all)
    assert 1 in asked
    until_then = len(asked)
    assert until_then < 50
    time.sleep(0.2)
    assert len(asked) == until_then


def test_what_goes_wrong_with_a_turn_is_raised() -> None:
    def fail(loud: int) -> None:
        if loud == 3:
            raise MemoryError

    with pytest.raises(MemoryError):
        turns_by_turn(*talk(5), ByTurn(fail), Listener(), believe=believe_all)
