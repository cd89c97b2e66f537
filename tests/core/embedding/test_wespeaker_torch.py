"""WeSpeaker on torch against pyannote.audio itself and against the carried copy, on real speech."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from threading import Barrier

import numpy as np
import pytest
from models.packaged_recordings import DIALOGUE, READER, packaged_samples
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.embedding.batching import BatcherClosed
from desktop_app.core.embedding.embedder import Clip, normalised
from desktop_app.core.embedding.errors import EmbeddingFailed
from desktop_app.core.embedding.torch_trunk import TorchTrunk, bank_count
from desktop_app.core.embedding.wespeaker_onnx import WespeakerOnnx
from desktop_app.core.embedding.wespeaker_torch import WespeakerTorch
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.torch.wespeaker_checkpoint import FILE_NAME, load_checkpoint
from desktop_app.core.store.settings import Device, Precision
from embedding.tiny_wespeaker import save_tiny_wespeaker

pytestmark = pytest.mark.skipif(find_spec("torch") is None, reason="torch is not installed")

PUBLISHED = Path(__file__).parents[4] / "shared" / "models" / "wespeaker-voxceleb-resnet34-LM" / FILE_NAME
PUBLISHED_SHA256 = "23b57734346a0ac8598f85d89132bfc904f24cb9475456a8a1394f92151daaef"


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    return save_tiny_wespeaker(tmp_path_factory.mktemp("tiny"))


@pytest.fixture(scope="module")
def embedder(tiny: tuple[Path, str]) -> Iterator[WespeakerTorch]:
    made = WespeakerTorch(tiny[0], sha256=tiny[1], device=Device.CPU)
    yield made
    made.close()


@pytest.fixture(scope="module")
def published() -> WespeakerTorch:
    if not PUBLISHED.is_file():
        pytest.skip("the published checkpoint is not on this machine")
    return WespeakerTorch(PUBLISHED, sha256=PUBLISHED_SHA256, device=Device.CPU)


def clip(start_s: float, end_s: float, name: str = READER) -> Clip:
    samples = packaged_samples(name)[round(start_s * SAMPLE_RATE_HZ) : round(end_s * SAMPLE_RATE_HZ)]
    return Clip(samples, ((0, len(samples)),))


CLIPS = (clip(2, 5), clip(10, 11), clip(20, 20.7), clip(9, 13.21, DIALOGUE), clip(5, 7.005, DIALOGUE))


def by_pyannote(file: Path, sha256: str, clips: Sequence[Clip]) -> NDArray[np.float32]:
    """What pyannote.audio makes of whole clips, one after the other."""
    model = load_checkpoint(file, sha256=sha256)
    import torch
    from pyannote.audio import Inference

    inference = Inference(model, window="whole", device=torch.device("cpu"))
    waveforms = [torch.from_numpy(one.samples.copy())[None] for one in clips]
    rows = [inference({"waveform": one, "sample_rate": SAMPLE_RATE_HZ}) for one in waveforms]
    return normalised(np.stack(rows).astype(np.float32))


def whole(embedder: WespeakerTorch, one: Clip) -> NDArray[np.float32]:
    frames = embedder.frames(one)
    return frames.embed(np.array([0]), np.array([len(frames)]))[0]


def assert_alike(one: NDArray[np.float32], other: NDArray[np.float32], *, likeness: float) -> None:
    """Row by row alike, and every row more alike to its own than to any other row."""
    matrix = one @ other.T
    assert np.diag(matrix).min() >= likeness
    assert (matrix.argmax(axis=1) == np.arange(len(matrix))).all()


def test_embeddings_are_those_of_pyannote(embedder: WespeakerTorch, tiny: tuple[Path, str]) -> None:
    ours, theirs = embedder.embed(CLIPS), by_pyannote(*tiny, CLIPS)
    assert_alike(ours, theirs, likeness=0.9999)
    assert np.allclose(ours, theirs, atol=1e-4)


def test_our_filter_banks_give_the_embeddings_of_pyannote(tmp_path: Path) -> None:
    """The real number of mel bins, where the processor uses our own filter banks."""
    file, sha256 = save_tiny_wespeaker(tmp_path, mel_bins=80)
    clips = CLIPS[1:3]
    ours = WespeakerTorch(file, sha256=sha256, device=Device.CPU).embed(clips)
    assert_alike(ours, by_pyannote(file, sha256, clips), likeness=0.9999)


def test_what_is_not_clean_is_weighed_as_pyannote_weighs_it(embedder: WespeakerTorch, tiny: tuple[Path, str]) -> None:
    model = load_checkpoint(tiny[0], sha256=tiny[1])
    import torch

    one = Clip(clip(2, 5).samples, ((8000, 20_000), (30_000, 48_000)))
    banks = bank_count(len(one.samples))
    centres = np.arange(banks) * 160 + 200
    weights = ((centres >= 8000) & (centres < 20_000)) | (centres >= 30_000)
    with torch.inference_mode():
        waveform = torch.from_numpy(one.samples.copy())[None, None]
        theirs = model(waveform, weights=torch.from_numpy(weights.astype(np.float32))[None])[0].numpy()
    assert np.allclose(whole(embedder, one), theirs, atol=1e-4)
    assert not np.allclose(whole(embedder, clip(2, 5)), theirs, atol=1e-3)


def test_clips_of_different_lengths_have_the_features_that_each_has_alone(tiny: tuple[Path, str]) -> None:
    import torch

    trunk = TorchTrunk(load_checkpoint(tiny[0], sha256=tiny[1]), device="cpu", precision=torch.float32)
    lengths = [48_000, 47_999, 41_000, 40_123, 39_000, 8123, 400, 560]
    items = [(packaged_samples(READER)[40_000 : 40_000 + n], [(0, bank_count(n))]) for n in lengths]
    together = trunk.features(items)
    for n, (features,), item in zip(lengths, together, items, strict=True):
        ((alone,),) = trunk.features([item])
        assert features.shape == alone.shape == (256, -(-bank_count(n) // 8))
        assert np.allclose(features, alone, atol=1e-5 * np.abs(alone).max())


def test_a_skimmed_clip_has_the_features_of_its_stretches(embedder: WespeakerTorch) -> None:
    frames = embedder.frames(clip(2, 9), skim=True)
    assert len(frames) == len(embedder.frames(clip(2, 9)))
    heard_s = frames.clean_s(np.array([0]), np.array([len(frames)]))[0]
    assert 0.4 * 7 < heard_s < 0.7 * 7


def test_callers_at_once_get_what_each_gets_alone(embedder: WespeakerTorch) -> None:
    alone = [whole(embedder, one) for one in CLIPS]
    together = Barrier(len(CLIPS))

    def at_once(one: Clip) -> NDArray[np.float32]:
        together.wait()
        return whole(embedder, one)

    with ThreadPoolExecutor(len(CLIPS)) as pool:
        at_once_rows = list(pool.map(at_once, CLIPS))
    assert np.allclose(at_once_rows, alone, atol=1e-4)


def test_a_clip_that_is_not_a_number_gives_no_embedding_and_spares_the_others(embedder: WespeakerTorch) -> None:
    broken = clip(2, 4).samples.copy()
    broken[1000] = np.nan
    rows = embedder.embed([Clip(broken, ((0, len(broken)),)), CLIPS[0]])
    assert np.isnan(rows[0]).all()
    assert np.isfinite(rows[1]).all()


def fail_above(clips: int, error: type[Exception], monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Let the trunk refuse batches of more clips; how large each batch was."""
    heard, sizes = TorchTrunk.features, []

    def features(self: TorchTrunk, items: Sequence[object]) -> object:
        sizes.append(len(items))
        if len(items) > clips:
            raise error("the first line\nand more")
        return heard(self, items)

    monkeypatch.setattr(TorchTrunk, "features", features)
    return sizes


def test_a_batch_that_does_not_fit_into_memory_is_halved(
    embedder: WespeakerTorch, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    items = [(one.samples, [(0, bank_count(len(one.samples)))]) for one in CLIPS]
    expected = embedder._hear(items)
    sizes = fail_above(2, torch.OutOfMemoryError, monkeypatch)
    heard = embedder._hear(items)
    assert sizes == [5, 2, 3, 1, 2]
    for (features,), (alone,) in zip(heard, expected, strict=True):
        assert np.allclose(features, alone, atol=1e-5 * np.abs(alone).max())


def test_a_clip_that_does_not_fit_alone_has_failed(embedder: WespeakerTorch, monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    fail_above(0, torch.OutOfMemoryError, monkeypatch)
    with pytest.raises(EmbeddingFailed, match=r"^a clip of 3 s does not fit into the memory of the device$"):
        embedder.embed([CLIPS[0]])


def test_what_torch_says_is_the_reason_in_one_line(embedder: WespeakerTorch, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_above(0, RuntimeError, monkeypatch)
    with pytest.raises(EmbeddingFailed, match=r"^torch failed \(the first line\)$"):
        embedder.frames(CLIPS[0])


def test_it_says_what_it_runs_on(tiny: tuple[Path, str], embedder: WespeakerTorch) -> None:
    assert (embedder.use.device, embedder.use.sha256, embedder.use.note) == ("cpu", tiny[1], None)
    assert embedder.dimension == 256
    assert embedder.callers >= 1


def test_a_card_that_is_not_there_is_refused(tiny: tuple[Path, str]) -> None:
    import torch

    if torch.cuda.is_available():
        pytest.skip("there is a card")
    with pytest.raises(ModelUnavailable, match=r"^WeSpeaker \(pyannote\): .*(no CUDA device|NVIDIA card)"):
        WespeakerTorch(tiny[0], sha256=tiny[1], device=Device.CUDA)


def test_nothing_is_taken_after_it_is_closed(tiny: tuple[Path, str]) -> None:
    closed = WespeakerTorch(tiny[0], sha256=tiny[1], device=Device.CPU)
    closed.close()
    with pytest.raises(BatcherClosed):
        closed.frames(CLIPS[0])


def test_convolutions_of_less_precision_say_so_and_stay_near(tiny: tuple[Path, str], embedder: WespeakerTorch) -> None:
    coarse = WespeakerTorch(tiny[0], sha256=tiny[1], device=Device.CPU, precision=Precision.BFLOAT16)
    assert coarse.use.note == "bfloat16"
    assert_alike(coarse.embed(CLIPS[:2]), embedder.embed(CLIPS[:2]), likeness=0.999)


@pytest.mark.slow
def test_the_published_checkpoint_gives_the_embeddings_of_pyannote(published: WespeakerTorch) -> None:
    assert_alike(published.embed(CLIPS), by_pyannote(PUBLISHED, PUBLISHED_SHA256, CLIPS), likeness=0.9999)


@pytest.mark.slow
def test_the_published_checkpoint_and_the_carried_copy_give_the_same(published: WespeakerTorch) -> None:
    assert_alike(published.embed(CLIPS), WespeakerOnnx().embed(CLIPS), likeness=0.999)


@pytest.mark.slow
def test_the_published_checkpoint_and_the_carried_copy_skim_the_same(published: WespeakerTorch) -> None:
    carried = WespeakerOnnx()
    one, other = (engine.frames(clip(2, 7), skim=True) for engine in (published, carried))
    starts, ends = np.array([0, 10, 30]), np.array([len(one), 40, len(one)])
    ours, theirs = normalised(one.embed(starts, ends)), normalised(other.embed(starts, ends))
    assert (ours * theirs).sum(axis=1).min() >= 0.999
