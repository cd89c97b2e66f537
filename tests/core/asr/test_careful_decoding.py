import threading
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from numpy.typing import NDArray

from asr.scripted_piece_model import Clips, ScriptedPieceModel
from desktop_app.core.asr.careful_decoding import CarefulDecoder
from desktop_app.core.asr.tokens import Piece
from desktop_app.core.models.errors import ModelUnavailable

torch = pytest.importorskip("torch")


def clips(*lengths: int) -> list[NDArray[np.float32]]:
    return [np.zeros(length, np.float32) for length in lengths]


def decoder(model: ScriptedPieceModel, batch_s: float = 60.0) -> CarefulDecoder:
    return CarefulDecoder(model, label="Scripted", batch_s=batch_s)


def named_by_length(clip: NDArray[np.float32]) -> tuple[Piece, ...]:
    return (Piece(f"▁{len(clip)}", 0, 1, 1.0),)


def texts(heard: list[tuple[Piece, ...]]) -> list[str]:
    return [pieces[0].text for pieces in heard]


def out_of_memory_over(limit: int) -> ScriptedPieceModel:
    def fails(batch: Clips, graphs: bool) -> None:
        if sum(map(len, batch)) > limit:
            raise torch.OutOfMemoryError("CUDA out of memory")

    return ScriptedPieceModel(named_by_length, fails=fails)


class OfNoClassInCommon(Exception):
    """As NeMo's errors of CUDA are."""


def graphs_broken(error: type[Exception]) -> ScriptedPieceModel:
    def fails(batch: Clips, graphs: bool) -> None:
        if graphs:
            raise error("CUDA failure! 35\nmore")

    return ScriptedPieceModel(named_by_length, fails=fails)


def test_a_batch_too_large_for_the_memory_is_halved_and_so_are_the_next() -> None:
    careful = decoder(out_of_memory_over(3))
    assert texts(careful.decode(clips(1, 2, 3, 2), ())) == ["▁1", "▁2", "▁3", "▁2"]
    assert careful.batch_s < 60
    assert careful.note is None


def test_one_clip_too_large_for_the_memory_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(ModelUnavailable, match=r"memory is too small.*processor"):
        decoder(out_of_memory_over(3)).decode(clips(9), ())


@pytest.mark.parametrize("error", [RuntimeError, OfNoClassInCommon])
def test_graphs_that_fail_are_turned_off_for_good_and_that_is_told(error: type[Exception]) -> None:
    model = graphs_broken(error)
    careful = decoder(model)
    assert texts(careful.decode(clips(1, 2), ())) == ["▁1", "▁2"]
    assert careful.note == "decoding without CUDA graphs, which failed (CUDA failure! 35)"
    careful.decode(clips(3), ())
    assert model.heard == [[1, 2], [1], [2], [3]]
    assert careful.batch_s == 0


def test_without_graphs_every_clip_is_decoded_alone() -> None:
    model = ScriptedPieceModel(named_by_length, graphs=False)
    assert texts(decoder(model).decode(clips(3, 1, 2), ())) == ["▁3", "▁1", "▁2"]
    assert model.heard == [[3], [1], [2]]


def test_what_fails_with_and_without_graphs_is_an_error() -> None:
    def fails(batch: Clips, graphs: bool) -> None:
        raise RuntimeError("illegal memory access\nat 0x0")

    with pytest.raises(ModelUnavailable, match=r"decoding failed \(illegal memory access\)"):
        decoder(ScriptedPieceModel(fails=fails)).decode(clips(1), ())


def test_a_failure_leaves_nothing_locked() -> None:
    failures = iter([RuntimeError("once"), RuntimeError("twice")])

    def fails(batch: Clips, graphs: bool) -> None:
        for failure in failures:
            raise failure

    careful = decoder(ScriptedPieceModel(named_by_length, fails=fails))
    with pytest.raises(ModelUnavailable):
        careful.decode(clips(1), ())
    assert texts(careful.decode(clips(2), ())) == ["▁2"]


def test_no_two_threads_are_in_the_model_at_once_and_each_has_its_vocabulary() -> None:
    inside = threading.Semaphore(1)
    model = ScriptedPieceModel(fails=lambda batch, graphs: enter())

    def enter() -> None:
        assert inside.acquire(blocking=False)
        assert model.preferred[-1] == (str(model.heard[-1][0]),)
        inside.release()

    careful = decoder(model)
    with ThreadPoolExecutor(8) as threads:
        done = list(threads.map(lambda n: careful.decode(clips(n), (str(n),)), range(1, 200)))
    assert len(done) == len(model.heard) == 199
