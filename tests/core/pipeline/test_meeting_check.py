"""The test of a model for meetings: on the carried model, and on what hears too few."""

from collections.abc import Callable
from itertools import count

import numpy as np
import pytest
from numpy.typing import NDArray

from desktop_app.core.diarization.segmentation_onnx import SegmentationOnnx
from desktop_app.core.pipeline.meeting_check import take_dialogue_test
from desktop_app.core.transcript.values import EngineUse

pytestmark = pytest.mark.slow


class Scripted:
    """Hears what it is told to, whatever it hears."""

    use = EngineUse(role="segmentation", name="scripted", device="cpu")
    voices = 8

    def __init__(self, *spans: tuple[int, float, float]) -> None:
        """spans: of a voice, and between which shares of the recording."""
        self._spans = spans

    def active(self, samples: NDArray[np.float32], *, on_progress: Callable[[float], None]) -> NDArray[np.bool_]:
        active = np.zeros((len(samples) // 270, self.voices), np.bool_)
        for voice, start, end in self._spans:
            active[round(start * len(active)) : round(end * len(active)), voice] = True
        return active


def test_the_carried_model_passes_and_its_speed_is_told() -> None:
    clock = count(step=7.0)
    others, speed, fault = take_dialogue_test(SegmentationOnnx(), clock=lambda: next(clock))
    assert (others, fault) == (0, None)
    assert speed == pytest.approx(28.2 / 7, abs=0.1)


def test_a_model_that_hears_nobody_fails() -> None:
    others, _, fault = take_dialogue_test(Scripted())
    assert (others, fault) == (1, "where two people talk, it heard 0")


def test_a_model_that_hears_less_than_there_is_fails() -> None:
    others, _, fault = take_dialogue_test(Scripted((0, 0.17, 0.29), (1, 0.31, 0.4)))
    assert others > 0.15
    assert fault == f"of the speech of two people, {others:.0%} was given to others"
