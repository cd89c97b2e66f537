import threading
import tracemalloc
from itertools import pairwise

import numpy as np
import pytest

from asr.whisper.scripted_transcriber import Clip, ScriptedTranscriber, texts
from desktop_app.core.asr.whisper.recogniser import Whisper
from desktop_app.core.transcript.values import Span, Word

SAMPLES_PER_MS = 16
TONE = np.full(120_000 * SAMPLES_PER_MS, 0.1, np.float32)
WINDOW = 30_000 * SAMPLES_PER_MS


def hear(model: ScriptedTranscriber, speech: list[Span], samples: Clip = TONE) -> list[Word]:
    whisper = Whisper(model, label="Scripted")
    blocks = whisper.recognise_recording(samples, speech, language="en", on_progress=lambda _: None)
    return [word for block in blocks for word in block]


def every_second(clip: Clip) -> tuple:  # type: ignore[type-arg]
    return texts(*((f" word{at}", at + 0.3, at + 0.8) for at in range(len(clip) // 16_000)))


def test_no_region_is_longer_than_what_whisper_hears_at_once() -> None:
    model = ScriptedTranscriber(every_second)
    hear(model, [Span(0, 115_000)])
    assert len(model.heard) >= 4
    assert max(model.heard) <= WINDOW


def test_words_lie_where_their_region_lies() -> None:
    words = hear(ScriptedTranscriber(every_second), [Span(1000, 9000), Span(40_000, 58_000)])
    assert words[0].start_ms == 800 + 300
    assert all(before.end_ms <= after.start_ms for before, after in pairwise(words))
    assert all(word.start_ms < 9400 or word.start_ms > 39_600 for word in words)


def test_words_are_those_of_one_caller_however_many_there_are() -> None:
    speech = [Span(at, at + 9000) for at in range(0, 120_000, 15_000)]
    alone = hear(ScriptedTranscriber(every_second, callers=1), speech)
    assert hear(ScriptedTranscriber(every_second, callers=4), speech) == alone


def test_loops_are_cut_and_words_in_silence_are_dropped() -> None:
    loop = texts(*((" la" if at % 2 else " tra", 0.3 + at / 10, 0.4 + at / 10) for at in range(10)))
    model = ScriptedTranscriber(lambda clip: (*loop, *texts((" ghost", 4, 4.5), (" end", 8, 8.5))))
    assert [word.text for word in hear(model, [Span(1000, 3000), Span(7600, 10_000)])] == ["tra", "la", "end"]


def test_a_stretch_that_was_passed_over_is_heard_once_more_alone() -> None:
    def said(clip: Clip) -> tuple:  # type: ignore[type-arg]
        if len(clip) > 15_000 * SAMPLES_PER_MS:
            return texts((" first", 0.3, 0.6), (" last", 15.5, 16.0))
        return texts((" between", 4, 4.5))

    model = ScriptedTranscriber(said)
    assert [word.text for word in hear(model, [Span(1000, 17_000)])] == ["first", "between", "last"]
    assert len(model.heard) == 2


def test_digital_silence_is_not_asked_for() -> None:
    model = ScriptedTranscriber()
    assert hear(model, [Span(0, 5000)], np.zeros_like(TONE)) == []
    assert model.heard == []


@pytest.mark.parametrize("length", [0, 1, 100, 800])
def test_the_shortest_sound_is_borne(length: int) -> None:
    model = ScriptedTranscriber(lambda clip: ())
    assert hear(model, [Span(0, 1000)], TONE[:length]) == []


def test_hours_are_heard_in_little_memory_and_in_blocks() -> None:
    hours = np.broadcast_to(np.float32(0.1), (3 * 3600 * 1000 * SAMPLES_PER_MS,))
    speech = [Span(start_ms, start_ms + 19_500) for start_ms in range(0, 10_800_000, 20_000)]
    whisper = Whisper(ScriptedTranscriber(every_second), label="Scripted")
    progress: list[float] = []
    blocks, words, last_ms = 0, 0, 0
    tracemalloc.start()
    try:
        for block in whisper.recognise_recording(hours, speech, on_progress=progress.append):
            assert last_ms <= block[0].start_ms
            blocks, words, last_ms = blocks + 1, words + len(block), block[-1].end_ms
        peak_bytes = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert 80 <= blocks <= 110
    assert words > 9000
    assert progress == sorted(progress)
    assert progress[-1] == pytest.approx(1)
    assert peak_bytes < 50_000_000


class Stopped(Exception):
    pass


@pytest.mark.parametrize("how", ["progress", "close"])
def test_who_stops_has_nothing_going_on_behind_him(how: str) -> None:
    model = ScriptedTranscriber(every_second)
    speech = [Span(at, at + 16_000) for at in range(0, 1_000_000, 22_000)]
    samples = np.broadcast_to(np.float32(0.1), (1_000_000 * SAMPLES_PER_MS,))

    def on_progress(_: float) -> None:
        if how == "progress":
            raise Stopped

    before = threading.active_count()
    blocks = Whisper(model, label="Scripted").recognise_recording(samples, speech, on_progress=on_progress)
    if how == "progress":
        with pytest.raises(Stopped):
            next(iter(blocks))
    else:
        next(iter(blocks))
        blocks.close()  # type: ignore[attr-defined]
    heard = len(model.heard)
    assert threading.active_count() == before
    assert heard < len(speech) / 2
    assert len(model.heard) == heard
