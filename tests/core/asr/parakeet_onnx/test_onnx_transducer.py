"""Pieces against those of NeMo, by the trained tiny model and by others that know nothing."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from models.nemo_to_build import import_nemo_to_build
from models.packaged_recordings import DIALOGUE, READER, packaged_samples
from numpy.typing import NDArray

from asr import tiny_onnx as tiny_onnx_files
from asr.conftest import ModelOnDisk
from desktop_app.core.asr.parakeet_onnx.model_files import read_settings, transducer_files
from desktop_app.core.asr.parakeet_onnx.onnx_transducer import OnnxTransducer
from desktop_app.core.asr.tokens import Piece
from desktop_app.core.asr.transducer import Transducer
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ

pytestmark = pytest.mark.slow


def loaded(folder: Path) -> OnnxTransducer:
    files = transducer_files(folder.iterdir(), "Tiny")
    return OnnxTransducer(files, read_settings(files, "Tiny"), label="Tiny")


def clips() -> Sequence[NDArray[np.float32]]:
    """Of all lengths."""
    reader = packaged_samples(READER)
    lengths_s = (17.0, 4.0, 3.83, 1.0, 0.7, 0.3, 0.05)
    starts_s = (0.5, 12.9, 8.5, 20.0, 29.0, 29.0, 29.2)
    cut = [
        reader[round(start * SAMPLE_RATE_HZ) : round((start + length) * SAMPLE_RATE_HZ)]
        for start, length in zip(starts_s, lengths_s, strict=True)
    ]
    return [reader, packaged_samples(DIALOGUE), *cut]


def assert_same(found: Sequence[Piece], expected: Sequence[Piece]) -> None:
    assert [(each.text, each.frame, each.frames) for each in found] == [
        (each.text, each.frame, each.frames) for each in expected
    ]
    assert [each.confidence for each in found] == pytest.approx([each.confidence for each in expected], abs=1e-5)


def test_the_trained_model_hears_what_it_hears_in_nemo(tiny_model: ModelOnDisk, tiny_onnx: Path) -> None:
    import torch

    model = import_nemo_to_build().models.ASRModel.restore_from(str(tiny_model.path), map_location="cpu").eval()
    theirs, ours = Transducer(model, device="cpu", dtype=torch.float32), loaded(tiny_onnx)
    heard = [ours.hear(clip) for clip in clips()]
    assert sum(map(len, heard)) > 200
    for clip, found in zip(clips(), heard, strict=True):
        assert_same(found, theirs.hear([clip])[0])
    assert ours.settings.frame_ms == theirs.frame_ms


@pytest.mark.parametrize(("bands", "seed"), [(80, 1), (128, 2)])
def test_models_with_features_as_published_hear_the_same(tmp_path: Path, bands: int, seed: int) -> None:
    import_nemo_to_build()
    import torch

    model = tiny_onnx_files.untaught(tmp_path, bands=bands, seed=seed)
    (tmp_path / "onnx").mkdir()
    tiny_onnx_files.export(model, tmp_path / "onnx")
    theirs, ours = Transducer(model, device="cpu", dtype=torch.float32), loaded(tmp_path / "onnx")
    heard = [ours.hear(clip) for clip in clips()]
    assert sum(map(len, heard)) > 200
    for clip, found in zip(clips(), heard, strict=True):
        assert_same(found, theirs.hear([clip])[0])


def test_several_threads_hear_what_one_does(tiny_onnx: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    model = loaded(tiny_onnx)
    alone = [model.hear(clip) for clip in clips()]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(model.hear, clips())) == alone


@pytest.mark.parametrize("strange", [np.nan, np.inf, -np.inf])
def test_what_is_no_number_is_silence(tiny_onnx: Path, strange: float) -> None:
    model, clip = loaded(tiny_onnx), packaged_samples(READER)[: 4 * SAMPLE_RATE_HZ].copy()
    clip[1000:1100] = 0
    expected = model.hear(clip)
    clip[1000:1100] = strange
    assert model.hear(clip) == expected
    assert expected


def test_what_is_behind_a_minute_is_not_heard(tiny_onnx: Path) -> None:
    model = loaded(tiny_onnx)
    long = np.tile(packaged_samples(READER), 10)
    assert max(piece.frame for piece in model.hear(long)) < 60_000 / model.settings.frame_ms


def test_whoever_no_longer_waits_can_end_it(tiny_onnx: Path) -> None:
    from onnxruntime import RunOptions

    from desktop_app.core.models.onnx import onnx_failures

    run = RunOptions()
    run.terminate = True
    with pytest.raises(onnx_failures()):
        loaded(tiny_onnx).hear(packaged_samples(READER), run=run)
