from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from diarization.scripted_segmenter import ScriptedSegmenter

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.lazy_engine import LazyEngine
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.store.settings import (
    AsrSettings,
    Device,
    EmbeddingSettings,
    EmbeddingSource,
    Precision,
    RemoteSettings,
    Settings,
)
from desktop_app.core.transcript.values import EngineUse
from desktop_app.user_folders import data_folder


class Loader:
    """Loads on demand; fails while it is broken."""

    def __init__(self, *, broken: bool = False) -> None:
        self.broken = broken
        self.loads = 0

    def __call__(self) -> str:
        self.loads += 1
        if self.broken:
            raise ModelUnavailable("Ears", "they are missing", "Put them on")
        return f"engine {self.loads}"


def test_an_engine_is_loaded_at_first_use_only() -> None:
    loader = Loader()
    slot = LazyEngine(loader)
    assert loader.loads == 0
    assert [slot.get(), slot.get()] == ["engine 1", "engine 1"]
    assert loader.loads == 1


def test_an_engine_is_loaded_once_however_many_threads_ask() -> None:
    loader = Loader()
    slot = LazyEngine(loader)
    together = Barrier(8)

    def ask(_: int) -> str:
        together.wait(timeout=10)
        return slot.get()

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(ask, range(8))) == {"engine 1"}
    assert loader.loads == 1


def test_a_failure_is_remembered_with_its_cause_and_not_tried_again() -> None:
    loader = Loader(broken=True)
    slot = LazyEngine(loader)
    for _ in range(3):
        with pytest.raises(ModelUnavailable, match="they are missing"):
            slot.get()
        loader.broken = False
    assert loader.loads == 1


def test_a_forgotten_failure_is_tried_again() -> None:
    loader = Loader(broken=True)
    slot = LazyEngine(loader)
    with pytest.raises(ModelUnavailable):
        slot.get()
    loader.broken = False
    slot.forget_failure()
    assert slot.get() == "engine 2"


def test_forgetting_failures_keeps_an_engine_that_is_loaded() -> None:
    loader = Loader()
    slot = LazyEngine(loader)
    slot.get()
    slot.forget_failure()
    assert slot.get() == "engine 1"


def test_all_engines_can_try_again_at_once() -> None:
    engines = Engines()
    loaders = [Loader(broken=True) for _ in range(3)]
    slots = [LazyEngine(loader) for loader in loaders]
    engines.segmenter, engines.sources["onnx"], engines.recognisers["moonshine"] = slots
    for slot in slots:
        with pytest.raises(ModelUnavailable):
            slot.get()
    engines.forget_failures()
    for slot in slots:
        with pytest.raises(ModelUnavailable):
            slot.get()
    assert [loader.loads for loader in loaders] == [2, 2, 2]


def test_new_settings_load_again_only_what_they_concern() -> None:
    engines = Engines()
    before = dict(engines.sources), dict(engines.recognisers), engines.segmenter
    engines.follow(Settings(remote=RemoteSettings(url="http://gpu"), asr=AsrSettings(vocabulary=("Diarist",))))
    assert engines.sources["remote"] is not before[0]["remote"]
    assert engines.sources["onnx"] is before[0]["onnx"]
    assert engines.sources["torch"] is before[0]["torch"]
    assert engines.recognisers == before[1]
    assert engines.segmenter is before[2]
    engines.follow(
        Settings(embedding=EmbeddingSettings(precision=Precision.FLOAT32), asr=AsrSettings(device=Device.CPU))
    )
    assert engines.sources["torch"] is not before[0]["torch"]
    assert engines.recognisers["parakeet"] is not before[1]["parakeet"]
    assert engines.recognisers["moonshine"] is before[1]["moonshine"]


def test_alone_nothing_stands_in_for_what_was_chosen() -> None:
    remote = RemoteSettings(url="http://127.0.0.1:1", allowed=True)
    settings = Settings(embedding=EmbeddingSettings(EmbeddingSource.REMOTE), remote=remote)
    assert Engines(settings).source_names()[0] == "remote"
    assert len(Engines(settings).source_names()) > 1
    assert Engines(settings, alone=True).source_names() == ("remote",)


def test_a_remote_that_is_not_allowed_is_refused_before_anything_is_sent() -> None:
    settings = Settings(embedding=EmbeddingSettings(EmbeddingSource.REMOTE), remote=RemoteSettings(url="http://gpu"))
    with pytest.raises(ModelUnavailable, match="not allowed"):
        Engines(settings, alone=True).embedders()


def note(engines: Engines) -> str:
    """What is said of WeSpeaker's form."""
    return engines.sources["onnx"].get().use.note or ""


def test_where_nothing_was_prepared_the_carried_model_is_taken_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    engines = Engines()
    engines.take_prepared()
    assert "no other form has been tried" in note(engines)
    assert list(tmp_path.iterdir()) == []


def test_what_was_prepared_since_is_taken_the_next_time(
    prepared_models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = data_folder().parent
    engines = Engines()
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("XDG_DATA_HOME", str(tmp_path))
        engines.take_prepared()
        before = engines.sources["onnx"]
    monkeypatch.setenv("XDG_DATA_HOME", str(home))
    engines.take_prepared()
    after = engines.sources["onnx"]
    engines.take_prepared()
    assert after is not before
    assert engines.sources["onnx"] is after
    assert "no other form has been tried" not in note(engines)


@pytest.mark.parametrize("waiting", [True, False])
def test_who_asks_for_exact_results_gets_the_original_and_nothing_is_prepared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waiting: bool
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    engines = Engines(Settings(embedding=EmbeddingSettings(exact=True)))
    if waiting:
        engines.prepare(lambda _: pytest.fail("something is prepared"))
    else:
        engines.take_prepared()
    assert note(engines) == "original form; the exact one was asked for"
    assert list(tmp_path.iterdir()) == []


def test_the_wish_for_exact_results_is_followed_and_so_is_its_end(prepared_models: Path) -> None:
    engines = Engines()
    usual, on_torch = note(engines), engines.sources["torch"]
    engines.follow(Settings(embedding=EmbeddingSettings(exact=True)))
    assert note(engines) == "original form; the exact one was asked for"
    assert engines.sources["torch"] is not on_torch
    engines.follow(Settings())
    assert note(engines) == usual


def with_card(settings: Settings | None = None, **options: bool) -> Engines:
    """On a computer where a card is expected."""
    engines = Engines(settings, prepare=False, **options)
    engines.card_expected = lambda: True  # type: ignore[method-assign]
    engines.segmenter = LazyEngine(ScriptedSegmenter)
    engines.card_segmenter = LazyEngine(OnCard)
    return engines


class OnCard(ScriptedSegmenter):
    use = EngineUse(role="segmentation", name="scripted on a card", device="cuda")


def test_speech_is_found_on_a_card_where_voices_are_told_apart_there() -> None:
    assert with_card().window_segmenter().engine.use.device == "cuda"
    assert with_card().recording_segmenter().engine.use.device == "cuda"
    for chosen in (EmbeddingSettings(EmbeddingSource.ONNX), EmbeddingSettings(device=Device.CPU)):
        found = with_card(Settings(embedding=chosen)).recording_segmenter()
        assert (found.engine.use.device, found.passed_over) == ("cpu", ())


def test_a_card_that_cannot_be_used_is_passed_over_and_alone_nothing_stands_in() -> None:
    engines, alone = with_card(), with_card(alone=True)
    for each in (engines, alone):
        each.card_segmenter = LazyEngine(Loader(broken=True))  # type: ignore[arg-type]  it never returns
    found = engines.recording_segmenter()
    assert found.engine.use.name == "scripted"
    assert [each.reason for each in found.passed_over] == ["they are missing"]
    with pytest.raises(ModelUnavailable, match="they are missing"):
        alone.recording_segmenter()


def test_a_card_that_was_chosen_and_is_not_there_is_told() -> None:
    found = Engines(Settings(embedding=EmbeddingSettings(device=Device.CUDA))).recording_segmenter()
    assert found.engine.use.device == "cpu"
    (refused,) = found.passed_over
    assert refused.model == "pyannote segmentation (torch)"
