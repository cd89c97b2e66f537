import numpy as np
import pytest

from desktop_app.core.diarization.change_candidates import MIN_PART_S, WINDOW_S
from desktop_app.core.diarization.voice_changes import voice_changes
from desktop_app.core.embedding.pooled_frames import PooledFrames
from desktop_app.core.embedding.voice_frames import FRAME_S, VoiceFrames

CHANNELS = 24
LEAST = round(MIN_PART_S / FRAME_S)


def spoken(
    *voices: tuple[int, int], clean: np.ndarray | None = None, seed: int = 2, noise: float = 0.05
) -> PooledFrames:
    """Frames of (voice, length) after each other: a direction for each voice, and noise."""
    order = np.concatenate([np.full(length, voice) for voice, length in voices])
    drawn = noise * np.random.default_rng(seed).standard_normal((CHANNELS, len(order)))
    features = (np.eye(CHANNELS)[:, order] + drawn).astype(np.float32)
    means_alone = np.hstack([np.eye(CHANNELS), np.zeros((CHANNELS, CHANNELS))]).astype(np.float32)
    mask = np.ones(len(order), np.float32) if clean is None else clean.astype(np.float32)
    return PooledFrames(features, mask, (means_alone, np.zeros(CHANNELS, np.float32)))


def test_one_voice_never_changes() -> None:
    assert voice_changes(spoken((0, 90))) == []


@pytest.mark.parametrize("at", [LEAST, 20, 37, 60 - LEAST])
def test_a_change_is_found_to_the_frame(at: int) -> None:
    assert voice_changes(spoken((0, at), (1, 60 - at))) == [at]


def test_every_change_is_found_in_order_though_a_voice_comes_back() -> None:
    assert voice_changes(spoken((0, 25), (1, 20), (0, 30), (2, 18))) == [25, 45, 75]


def test_a_word_too_short_to_be_told_is_no_change() -> None:
    assert voice_changes(spoken((0, 40), (1, LEAST // 2), (0, 40))) == []


def test_frames_that_are_not_clean_have_no_say() -> None:
    clean = np.ones(80)
    clean[30:50] = 0
    assert voice_changes(spoken((0, 30), (1, 20), (0, 30), clean=clean)) == []
    assert len(voice_changes(spoken((0, 30), (2, 20), (1, 30), clean=clean))) == 1


@pytest.mark.parametrize("length", [0, 1, 2 * LEAST - 1])
def test_what_is_too_short_for_two_voices_is_one(length: int) -> None:
    assert voice_changes(spoken((0, length // 2), (1, length - length // 2))) == []


def test_a_stretch_that_is_compared_with_several_is_embedded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    embed = PooledFrames.embed
    asked: list[list[tuple[int, int]]] = []

    def counted(frames: PooledFrames, starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
        asked.append(list(zip(starts.tolist(), ends.tolist(), strict=True)))
        return embed(frames, starts, ends)

    monkeypatch.setattr(PooledFrames, "embed", counted)
    assert voice_changes(spoken((0, 20), (1, 20))) == [20]
    assert asked
    assert all(len(set(stretches)) == len(stretches) for stretches in asked)


class Costly(VoiceFrames):
    """Frames of which every stretch costs a request, counted."""

    costly = True

    def __init__(self, frames: PooledFrames, clean: np.ndarray) -> None:
        super().__init__(clean.astype(np.float32))
        self._frames = frames
        self.requests: set[tuple[int, int]] = set()

    def embed(self, starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
        self.requests |= {(int(start), int(end)) for start, end in zip(starts, ends, strict=True)}
        return self._frames.embed(starts, ends)


def costly(*voices: tuple[int, int]) -> Costly:
    """So noisy that a longer stretch is told more surely."""
    return Costly(spoken(*voices, noise=0.5), np.ones(sum(length for _, length in voices)))


@pytest.mark.parametrize("seconds", [1.5, 3, 8])
def test_one_voice_in_costly_frames_takes_about_a_request_for_each_window(seconds: float) -> None:
    frames = costly((0, round(seconds / FRAME_S)))
    assert voice_changes(frames) == []
    assert len(frames.requests) <= max(2, seconds / WINDOW_S + 0.5)


@pytest.mark.parametrize("length", [0, 1, 2 * LEAST - 2])
def test_costly_frames_too_short_for_two_voices_take_no_request(length: int) -> None:
    frames = costly((0, length // 2), (1, length - length // 2))
    assert (voice_changes(frames), frames.requests) == ([], set())


@pytest.mark.parametrize("at", [20, 30, 37, 44, 50, 85])
def test_a_change_in_costly_frames_is_found_nearly_to_the_frame(at: int) -> None:
    frames = costly((0, at), (1, 100 - at))
    (found,) = voice_changes(frames)
    assert abs(found - at) <= 4
    assert len(frames.requests) < 70


def test_every_change_in_costly_frames_is_found_though_a_voice_comes_back() -> None:
    found = voice_changes(costly((0, 40), (1, 35), (0, 50), (2, 40)))
    assert len(found) == 3
    assert np.abs(np.array(found) - [40, 75, 125]).max() <= 4
