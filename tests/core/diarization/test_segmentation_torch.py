"""The segmentation on torch against the same model under onnxruntime, on real sound."""

from collections.abc import Callable
from functools import cache
from importlib.util import find_spec

import numpy as np
import pytest
from models.packaged_recordings import DIALOGUE, READER, packaged_samples
from numpy.typing import NDArray

from desktop_app.core.diarization.errors import SegmentationFailed
from desktop_app.core.diarization.segmentation import WINDOW_SAMPLES
from desktop_app.core.diarization.segmentation_network import SegmentationNetwork, carried_network
from desktop_app.core.diarization.segmentation_onnx import SegmentationOnnx
from desktop_app.core.diarization.segmentation_torch import SegmentationTorch
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.forms.standard_onnx import standard_onnx
from desktop_app.core.models.manifest import SEGMENTATION
from desktop_app.core.models.onnx import single_threaded_session
from desktop_app.core.models.packaged_models import packed_model
from desktop_app.core.store.settings import Device, Precision

pytestmark = pytest.mark.skipif(find_spec("torch") is None, reason="torch is not installed")


@pytest.fixture(scope="module")
def on_torch() -> SegmentationTorch:
    return SegmentationTorch(device=Device.CPU)


@cache
def windows() -> NDArray[np.float32]:
    """Two people talk, one reads, and noise beyond full scale; the last half silent."""
    samples = [packaged_samples(name)[at : at + WINDOW_SAMPLES] for name, at in ((DIALOGUE, 0), (READER, 60_000))]
    noise = np.random.default_rng(3).normal(0, 0.5, WINDOW_SAMPLES).astype(np.float32)
    return np.stack([*samples, noise, np.where(np.arange(WINDOW_SAMPLES) < WINDOW_SAMPLES // 2, samples[0], 0)])


def onnxruntime_scores(waveforms: NDArray[np.float32]) -> NDArray[np.float32]:
    """What goes into the choice of the most probable set of speakers: log-probabilities [windows, 589, 7]."""
    from onnx import helper

    model = standard_onnx(packed_model(SEGMENTATION), SEGMENTATION.label)
    (node,) = (node for node in model.graph.node if node.op_type == "LogSoftmax")
    model.graph.output.append(helper.make_empty_tensor_value_info(node.output[0]))
    session = single_threaded_session(model.SerializeToString(), SEGMENTATION.label)
    (scores,) = session.run([node.output[0]], {"waveforms": waveforms[:, None]})
    return scores


def test_its_outputs_are_those_of_onnxruntime() -> None:
    import torch

    network = carried_network()
    network.to("cpu")
    with torch.inference_mode():
        ours = network.scores(torch.from_numpy(windows())).log_softmax(dim=-1).numpy()
    theirs = onnxruntime_scores(windows())
    assert np.ptp(theirs) > 5
    assert np.abs(ours - theirs).max() <= 1e-4


def test_it_hears_who_speaks_as_onnxruntime_does(on_torch: SegmentationTorch) -> None:
    heard = on_torch.segment(windows())
    assert np.array_equal(heard, SegmentationOnnx().segment(windows()))
    assert heard.any(axis=(0, 1)).sum() >= 2


def test_how_many_windows_there_are_at_once_does_not_matter(on_torch: SegmentationTorch) -> None:
    together = on_torch.segment(np.concatenate([windows(), windows()[:1]]))
    for row, window in zip(together, windows(), strict=False):
        assert np.array_equal(row, on_torch.segment(window[None])[0])


def test_it_says_what_it_runs_on(on_torch: SegmentationTorch) -> None:
    use = on_torch.use
    assert (use.role, use.device, use.note) == ("segmentation", "cpu", None)
    assert use.sha256 == SegmentationOnnx().use.sha256
    assert on_torch.batch >= 4


def test_half_precision_says_so_and_hears_about_the_same(on_torch: SegmentationTorch) -> None:
    coarse = SegmentationTorch(device=Device.CPU, precision=Precision.BFLOAT16)
    assert coarse.use.note == "bfloat16"
    different = (coarse.segment(windows()[:2]) != on_torch.segment(windows()[:2])).mean()
    assert 0 < different < 0.05


def fail_above(most: int, error: Exception, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Let the network refuse more windows at once; how many each call had."""
    active: Callable[..., object] = SegmentationNetwork.active
    sizes: list[int] = []

    def refusing(self: SegmentationNetwork, given: NDArray[np.float32]) -> object:
        sizes.append(len(given))
        if len(given) > most:
            raise error
        return active(self, given)

    monkeypatch.setattr(SegmentationNetwork, "active", refusing)
    return sizes


def test_windows_that_do_not_fit_into_memory_are_halved(
    on_torch: SegmentationTorch, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    expected = on_torch.segment(windows())
    sizes = fail_above(1, torch.OutOfMemoryError("full"), monkeypatch)
    assert np.array_equal(on_torch.segment(windows()), expected)
    assert sizes == [4, 2, 1, 1, 2, 1, 1]


def test_a_window_that_does_not_fit_alone_and_what_torch_cannot_do_are_told(
    on_torch: SegmentationTorch, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    with monkeypatch.context() as full:
        fail_above(0, torch.OutOfMemoryError("full"), full)
        with pytest.raises(SegmentationFailed, match="a window does not fit into the memory of the device"):
            on_torch.segment(windows())
    fail_above(0, RuntimeError("the first line\nand more"), monkeypatch)
    with pytest.raises(SegmentationFailed, match=r"torch failed \(the first line\)"):
        on_torch.segment(windows())
    with pytest.raises(ModelUnavailable, match="torch failed"):
        SegmentationTorch(device=Device.CPU)


def test_a_card_that_is_not_there_is_refused() -> None:
    import torch

    if torch.cuda.is_available():
        pytest.skip("there is a card")
    with pytest.raises(ModelUnavailable, match=r"no CUDA device|NVIDIA card"):
        SegmentationTorch(device=Device.CUDA)


def test_a_model_that_is_built_otherwise_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    model = standard_onnx(packed_model(SEGMENTATION), SEGMENTATION.label)
    (bias, *_) = (node for node in model.graph.node if node.op_type == "Add")
    model.graph.node.remove(bias)
    monkeypatch.setattr("desktop_app.core.diarization.segmentation_network.standard_onnx", lambda *_: model)
    with pytest.raises(ModelUnavailable, match="it cannot be converted"):
        SegmentationTorch(device=Device.CPU)
