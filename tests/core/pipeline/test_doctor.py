import numpy as np
import pytest
from asr.scripted_recogniser import ScriptedRecogniser
from embedding.scripted_embedder import ScriptedEmbedder
from numpy.typing import NDArray

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.lazy_engine import LazyEngine
from desktop_app.core.models.manifest import MOONSHINE_TINY_EN, SEGMENTATION, WESPEAKER
from desktop_app.core.pipeline.doctor import engine_statuses
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.transcript.values import EngineUse, Word


class DeafSegmenter:
    """Hears nobody, ever."""

    use = EngineUse(role="segmentation", name="deaf", device="cpu")

    def segment(self, windows: NDArray[np.float32]) -> NDArray[np.bool_]:
        return np.zeros((len(windows), 589, 3), np.bool_)


class LostEmbedder(ScriptedEmbedder):
    """Gives no usable vector."""

    def embed(self, clips: object) -> NDArray[np.float32]:
        return np.full((1, 8), np.nan, np.float32)


class MuteRecogniser(ScriptedRecogniser):
    """Understands nothing."""

    def recognise(self, samples: NDArray[np.float32]) -> tuple[Word, ...]:
        return ()


def missing() -> DeafSegmenter:
    raise ModelUnavailable("Ears", "they are missing", "Put them on")


@pytest.fixture(scope="module")
def carried() -> Engines:
    return Engines()


def test_every_carried_engine_is_usable_and_says_from_which_files(carried: Engines) -> None:
    statuses = engine_statuses(carried, self_test=False)
    assert [status.role for status in statuses] == ["segmentation", "embedding", "asr"]
    for status, spec in zip(statuses, (SEGMENTATION, WESPEAKER, MOONSHINE_TINY_EN), strict=True):
        assert (status.label, status.licence, status.attribution) == (spec.label, spec.licence, spec.attribution)
        assert status.model == spec.name
        assert (status.usable, status.reason, status.hint, status.self_test) == (True, None, None, None)
        assert [file.state for file in status.files] == ["ok"] * len(spec.files)


def test_the_self_test_runs_every_engine_on_the_sample(carried: Engines) -> None:
    statuses = engine_statuses(carried, self_test=True)
    assert all(status.usable for status in statuses)
    heard, embedded, wrote = (status.self_test or "" for status in statuses)
    assert heard.startswith("heard speech in ")
    assert embedded.startswith("embedded a second of speech as 256 numbers")
    assert wrote.startswith("wrote down “")
    assert all(found.endswith(" ms)") for found in (heard, embedded, wrote))


def test_an_engine_that_does_not_load_says_why_and_what_to_do_and_the_others_go_on(carried: Engines) -> None:
    engines = Engines()
    engines.segmenter = LazyEngine(missing)
    engines.sources, engines.recognisers = carried.sources, carried.recognisers
    broken, *others = engine_statuses(engines, self_test=True)
    assert (broken.usable, broken.reason, broken.hint) == (False, "they are missing", "Put them on")
    assert broken.self_test is None
    assert all(status.usable for status in others)


def test_engines_that_load_but_fail_their_test_are_not_usable() -> None:
    engines = Engines()
    engines.segmenter = LazyEngine(DeafSegmenter)
    engines.sources["onnx"] = LazyEngine(LostEmbedder)
    engines.recognisers["moonshine"] = LazyEngine(MuteRecogniser)
    assert all(status.usable for status in engine_statuses(engines, self_test=False))
    statuses = engine_statuses(engines, self_test=True)
    assert [status.reason for status in statuses] == [
        "it hears no speech in the sample recording",
        "its embedding of the sample recording is not a number",
        "it understands nothing in the sample recording",
    ]
    assert not any(status.usable for status in statuses)
