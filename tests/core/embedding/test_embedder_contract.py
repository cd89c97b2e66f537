"""What every Embedder keeps to: the scripted one, the carried model and a small one on torch."""

from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from models.packaged_recordings import DIALOGUE, READER, packaged_samples

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.embedding.embedder import MIN_SPEECH_S, Clip, Embedder, normalised
from desktop_app.core.embedding.wespeaker_onnx import WespeakerOnnx
from desktop_app.core.embedding.wespeaker_torch import WespeakerTorch
from desktop_app.core.store.settings import Device
from embedding.scripted_embedder import ScriptedEmbedder
from embedding.tiny_wespeaker import save_tiny_wespeaker

_TORCH_ROUNDING = 1e-5
"""Torch hears clips in batches, and one of another shape rounds otherwise, in dozens of convolutions. Even the small
model's two clips of one voice are 70 times as far apart."""


def tiny_on_torch(folder: Path) -> Embedder:
    if find_spec("torch") is None:
        pytest.skip("torch is not installed")
    file, sha256 = save_tiny_wespeaker(folder)
    return WespeakerTorch(file, sha256=sha256, device=Device.CPU)


@pytest.fixture(
    scope="module",
    params=[lambda _: ScriptedEmbedder(), lambda _: WespeakerOnnx(), tiny_on_torch],
    ids=["scripted", "onnx", "torch"],
)
def embedder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Embedder:
    made: Embedder = request.param(tmp_path_factory.mktemp("model"))
    return made


def clip(name: str, start_s: float, end_s: float) -> Clip:
    samples = packaged_samples(name)[round(start_s * SAMPLE_RATE_HZ) : round(end_s * SAMPLE_RATE_HZ)]
    return Clip(samples, ((0, len(samples)),))


def test_every_embedding_has_length_one(embedder: Embedder) -> None:
    vectors = embedder.embed([clip(READER, 2, 5), clip(READER, 10, 11), clip(DIALOGUE, 9, 12)])
    assert vectors.dtype == np.float32
    assert len(vectors) == 3
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)


def test_no_clips_have_no_embeddings(embedder: Embedder) -> None:
    some = embedder.embed([clip(READER, 2, 5)])
    assert embedder.embed([]).shape == (0, some.shape[1]) == (0, embedder.dimension)


def test_the_frames_of_a_clip_embed_it_as_the_whole_does(embedder: Embedder) -> None:
    heard = clip(DIALOGUE, 9, 12)
    frames = embedder.frames(Clip(heard.samples, ((0, 20_000), (30_000, 48_000))))
    (whole,) = embedder.embed([Clip(heard.samples, ((0, 20_000), (30_000, 48_000)))])
    (stretch,) = normalised(frames.embed(np.array([0]), np.array([len(frames)])))
    assert frames.clean_s(np.array([0]), np.array([len(frames)]))[0] == pytest.approx(38 / 16, abs=0.1)
    assert stretch @ whole == pytest.approx(1.0, abs=1e-5)


def test_too_little_clean_speech_gives_no_embedding(embedder: Embedder) -> None:
    samples = packaged_samples(READER)[: 3 * SAMPLE_RATE_HZ]
    enough = round(MIN_SPEECH_S * SAMPLE_RATE_HZ)
    clips = [
        Clip(samples, ((16_000, 16_000 + enough - 1),)),
        Clip(samples, ((16_000, 16_000 + enough),)),
        Clip(samples, ()),
        Clip(samples[:0], ()),
    ]
    told = np.isfinite(embedder.embed(clips))
    assert told.all(axis=1).tolist() == told.any(axis=1).tolist() == [False, True, False, False]


def test_a_clip_is_embedded_the_same_alone_among_others_and_from_another_thread(embedder: Embedder) -> None:
    clips = [clip(READER, at, at + 2) for at in (0, 5, 10, 15)]
    together = embedder.embed(clips)
    with ThreadPoolExecutor(2) as pool:
        alone = np.concatenate(list(pool.map(lambda one: embedder.embed([one]), clips)))
    rounding = _TORCH_ROUNDING if isinstance(embedder, WespeakerTorch) else 1e-6
    assert np.allclose(together, alone, rtol=0, atol=rounding)


def test_a_skimmed_clip_is_nearly_embedded_as_the_whole_is(embedder: Embedder) -> None:
    heard = clip(READER, 2, 9)
    whole, skimmed = embedder.frames(heard), embedder.frames(heard, skim=True)
    assert len(whole) == len(skimmed)
    one, other = (normalised(frames.embed(np.array([0]), np.array([len(frames)])))[0] for frames in (whole, skimmed))
    assert one @ other > 0.85


def test_it_says_what_it_is(embedder: Embedder) -> None:
    assert embedder.use.role == "embedding"
    assert embedder.use.name


def test_two_clips_of_one_voice_are_nearer_than_two_voices() -> None:
    first, second, third, man, woman = WespeakerOnnx().embed(
        [
            clip(READER, 1, 5),
            clip(READER, 15, 19),
            clip(READER, 33, 37),
            clip(DIALOGUE, 4.8, 8.1),
            clip(DIALOGUE, 8.8, 12.4),
        ]
    )
    same = min(first @ second, first @ third, second @ third)
    other = max(float(voice @ reader) for voice in (man, woman) for reader in (first, second, third))
    assert first.shape == (256,)
    assert same > 0.5
    assert same > other + 0.2
    assert man @ woman < same


def test_silence_gives_either_no_embedding_or_one_of_length_one() -> None:
    silence = Clip(np.zeros(2 * SAMPLE_RATE_HZ, np.float32), ((0, 2 * SAMPLE_RATE_HZ),))
    (vector,) = WespeakerOnnx().embed([silence])
    assert np.isnan(vector).all() or np.linalg.norm(vector) == pytest.approx(1.0, abs=1e-5)


def test_a_voice_that_is_not_clean_stays_out_of_the_embedding() -> None:
    reader, woman = clip(READER, 1, 5).samples, clip(DIALOGUE, 8.8, 12.4).samples
    both = np.concatenate([reader, woman])
    alone, masked, unmasked = WespeakerOnnx().embed(
        [clip(READER, 1, 5), Clip(both, ((0, len(reader)),)), Clip(both, ((0, len(both)),))]
    )
    assert alone @ masked > alone @ unmasked + 0.02
