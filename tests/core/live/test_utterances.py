"""Where a stream is cut."""

import numpy as np
from asr.scripted_detector import ScriptedDetector
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.live.stream_sound import StreamSound
from desktop_app.core.live.utterances import Utterance, UtteranceCutter

FRAME_S = 0.032


def speech(*lengths_s: float, level: float = 0.2) -> NDArray[np.float32]:
    """Speech and silence in turns, first silence; float32 [n]."""
    parts = [np.full(round(s * SAMPLE_RATE_HZ), level * (at % 2), np.float32) for at, s in enumerate(lengths_s)]
    samples = np.concatenate(parts)
    samples[::2] *= -1
    return samples


def cut(samples: NDArray[np.float32], *, block: int = 800, longest_s: float = 15.0) -> list[Utterance]:
    sound, cutter = StreamSound(), UtteranceCutter(ScriptedDetector(), longest_s=longest_s)
    found: list[Utterance] = []
    for at in range(0, len(samples), block):
        sound.add(samples[at : at + block])
        found += cutter.hear(samples[at : at + block], sound)
    return [*found, *cutter.finish()]


def seconds(utterance: Utterance) -> tuple[float, float]:
    return utterance.speech_start / SAMPLE_RATE_HZ, utterance.speech_end / SAMPLE_RATE_HZ


def assert_near(utterance: Utterance, start_s: float, end_s: float) -> None:
    start, end = seconds(utterance)
    assert abs(start - start_s) <= 2 * FRAME_S
    assert abs(end - end_s) <= 2 * FRAME_S


def test_half_a_second_of_silence_ends_a_short_utterance_and_less_does_not() -> None:
    first, second = cut(speech(1, 2, 0.3, 2, 0.7, 1, 1))
    assert_near(first, 1, 5.3)
    assert_near(second, 6, 7)


def test_the_longer_an_utterance_is_the_shorter_a_pause_ends_it() -> None:
    assert [len(cut(speech(1, length_s, pause_s, 2, 1))) for length_s, pause_s in ((5, 0.3), (7, 0.3))] == [1, 2]
    assert [len(cut(speech(1, length_s, pause_s, 2, 1))) for length_s, pause_s in ((7, 0.15), (11, 0.15))] == [1, 2]


def test_an_utterance_has_some_silence_around_it_but_nothing_of_the_one_before() -> None:
    first, second = cut(speech(1, 1, 0.52, 1, 1))
    assert first.speech_start - first.start == int(0.3 * SAMPLE_RATE_HZ)
    assert first.end - first.speech_end == int(0.2 * SAMPLE_RATE_HZ)
    assert second.start >= first.end


def test_speech_without_a_pause_is_cut_where_it_is_quietest() -> None:
    samples = speech(0.5, 25, 1)
    dip = slice(round(13.2 * SAMPLE_RATE_HZ), round(13.25 * SAMPLE_RATE_HZ))
    samples[dip] *= 0.3
    first, second = cut(samples)
    assert 13.1 <= first.end / SAMPLE_RATE_HZ <= 13.35
    assert (first.end, first.speech_end) == (second.start, second.speech_start)
    assert abs(seconds(second)[1] - 25.5) <= 2 * FRAME_S
    assert all(each.speech_end - each.speech_start <= 15.1 * SAMPLE_RATE_HZ for each in (first, second))


def test_a_click_is_no_utterance_and_a_short_word_is_one() -> None:
    assert cut(speech(1, 0.03, 1)) == []
    assert_near(cut(speech(1, 0.2, 1))[0], 1, 1.2)


def test_what_is_being_said_when_the_stream_ends_is_an_utterance() -> None:
    (only,) = cut(speech(1, 2))
    assert_near(only, 1, 3)


def test_blocks_of_any_size_are_cut_alike() -> None:
    samples = speech(0.4, 2, 0.6, 8, 0.3, 18, 0.7, 0.3, 1)
    assert cut(samples, block=160) == cut(samples, block=5000) == cut(samples, block=len(samples))


def test_an_utterance_that_goes_on_is_known_after_a_tenth_of_a_second() -> None:
    sound, cutter = StreamSound(), UtteranceCutter(ScriptedDetector(), longest_s=15.0)
    samples = speech(1, 0.2)
    known = []
    for at in range(0, len(samples), 512):
        sound.add(samples[at : at + 512])
        list(cutter.hear(samples[at : at + 512], sound))
        known.append(cutter.current is not None)
    assert known.index(True) * 512 / SAMPLE_RATE_HZ < 1.15
    assert all(known[known.index(True) :])


def test_faint_speech_is_heard_too() -> None:
    (only,) = cut(speech(1, 2, 1, level=0.006))
    assert_near(only, 1, 3)
