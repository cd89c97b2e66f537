import numpy as np
from numpy.typing import NDArray

from desktop_app.core.embedding.embedder import Clip
from desktop_app.core.embedding.remote_frames import RemoteFrames
from desktop_app.core.embedding.remote_sound import wav_bytes
from desktop_app.core.embedding.voice_frames import border_samples
from desktop_app.core.embedding.wespeaker_onnx import WespeakerOnnx

RAMP = np.linspace(-1, 1, 64_000, dtype=np.float32)


class Heard:
    """Embeds a sound as its length and its first sample, and remembers what it was asked."""

    def __init__(self) -> None:
        self.sounds: list[NDArray[np.float32]] = []

    def __call__(self, sounds: object) -> NDArray[np.float32]:
        assert isinstance(sounds, list)
        self.sounds += sounds
        return np.array([[len(sound), sound[0]] for sound in sounds], np.float32).reshape(-1, 2)


def frames(*clean: tuple[int, int]) -> tuple[RemoteFrames, Heard]:
    heard = Heard()
    return RemoteFrames(Clip(RAMP, clean), heard, 2), heard


def test_nothing_is_asked_before_a_stretch_is_wanted() -> None:
    whole, heard = frames((0, 64_000))
    assert len(whole) > 0
    assert whole.clean_s(np.array([0]), np.array([len(whole)]))[0] > 3.9
    assert (whole.costly, heard.sounds) == (True, [])


def test_the_whole_clip_is_all_its_clean_sound() -> None:
    whole, heard = frames((1_000, 20_000), (40_000, 64_000))
    whole.embed(np.array([0]), np.array([len(whole)]))
    assert np.array_equal(heard.sounds[0], np.concatenate([RAMP[1_000:20_000], RAMP[40_000:]]))


def test_stretches_that_follow_each_other_share_no_sound() -> None:
    whole, heard = frames((0, 64_000))
    whole.embed(np.array([0, 20]), np.array([20, len(whole)]))
    assert [len(sound) for sound in heard.sounds] == [border_samples(20), 64_000 - border_samples(20)]


def test_no_stretch_is_asked_for_twice() -> None:
    whole, heard = frames((0, 64_000))
    starts, ends = np.array([0, 10, 0]), np.array([20, 30, 20])
    first, again = whole.embed(starts, ends), whole.embed(starts, ends)
    assert len(heard.sounds) == 2
    assert np.array_equal(first, again)
    assert np.array_equal(first[0], first[2])


def test_a_stretch_with_too_little_clean_sound_is_not_sent() -> None:
    whole, heard = frames((0, 7_900), (30_000, 60_000))
    rows = whole.embed(np.array([0, 22]), np.array([20, 45]))
    assert np.isfinite(rows).all(axis=1).tolist() == [False, True]
    assert len(heard.sounds) == 1


def test_no_stretches_have_no_embeddings() -> None:
    none = np.zeros(0, np.int64)
    assert frames((0, 64_000))[0].embed(none, none).shape == (0, 2)


def test_its_grid_is_that_of_the_model_here() -> None:
    embedder = WespeakerOnnx()
    for length in (399, 400, 1_679, 1_680, 20_000, 20_077):
        clip = Clip(RAMP[:length], ((0, length // 3), (length // 2, length)))
        here, there = embedder.frames(clip), RemoteFrames(clip, Heard(), 2)
        ends = np.arange(len(here) + 1)
        assert len(here) == len(there)
        assert np.array_equal(here.clean_s(ends * 0, ends), there.clean_s(ends * 0, ends))


def test_loud_sound_is_clipped_and_not_wrapped() -> None:
    pcm = np.frombuffer(wav_bytes(np.array([-2.0, -1.0, 0.0, 1.0, 2.0], np.float32))[44:], "<i2")
    assert pcm.tolist() == [-32_768, -32_768, 0, 32_767, 32_767]
