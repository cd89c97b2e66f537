from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from desktop_app.core.embedding.embedder import Clip
from desktop_app.core.embedding.wespeaker_onnx import WespeakerOnnx
from desktop_app.server.self_test import SelfTest


class Told:
    """An embedder that gives these rows, and counts how often it is asked."""

    def __init__(self, *rows: Sequence[float]) -> None:
        self.rows = np.array(rows, np.float32)
        self.asked = 0

    def embed(self, clips: Sequence[Clip]) -> NDArray[np.float32]:
        assert len(clips) == 3
        self.asked += 1
        return self.rows


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


WELL = ((1, 0), (1, 0), (0, 1))
BLIND = ((1, 0), (1, 0), (1, 0))
SILENT = ((1, 0), (np.nan, np.nan), (0, 1))


def test_the_carried_model_passes(wespeaker: WespeakerOnnx) -> None:
    assert SelfTest(wespeaker, Clock()).result().ok


@pytest.mark.parametrize(("rows", "ok", "found"), [
    (WELL, True, "it tells two voices apart: 1.00 in one voice, 0.00 in two"),
    (BLIND, False, "it does not tell two voices apart: 1.00 in one voice, 1.00 in two"),
    (SILENT, False, "its embeddings of the sample recording are not numbers"),
])  # fmt: skip
def test_what_it_finds_is_told(rows: Sequence[Sequence[float]], ok: bool, found: str) -> None:
    result = SelfTest(Told(*rows), Clock()).result()  # type: ignore[arg-type]
    assert (result.ok, result.found) == (ok, found)


def test_it_is_done_again_after_a_minute_and_after_a_doubt() -> None:
    embedder, clock = Told(*WELL), Clock()
    test = SelfTest(embedder, clock)  # type: ignore[arg-type]
    test.result(), test.result()
    assert embedder.asked == 1
    clock.now = 61.0
    test.result(), test.result()
    assert embedder.asked == 2
    test.doubt()
    test.result(), test.result()
    assert embedder.asked == 3


def test_after_a_failure_it_is_done_whenever_somebody_asks() -> None:
    embedder = Told(*BLIND)
    test = SelfTest(embedder, Clock())  # type: ignore[arg-type]
    assert not test.result().ok
    embedder.rows = np.array(WELL, np.float32)
    assert test.result().ok
