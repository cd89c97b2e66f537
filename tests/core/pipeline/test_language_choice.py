"""Nothing writes down a language that it does not know, and what would is named."""

from collections.abc import Callable

import pytest
from asr.scripted_recogniser import ScriptedRecogniser
from asr.scripted_recording_recogniser import ScriptedRecordingRecogniser

from desktop_app.core.live.engines import LiveEngineRoom
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.lazy_engine import LazyEngine
from desktop_app.core.models.manifest import MOONSHINE_TINY_EN, PARAKEET_ULTRA, PARAKEET_V3_ONNX, WHISPER_BASE
from desktop_app.core.models.model_spec import ModelSpec
from desktop_app.core.pipeline import engines as engines_module
from desktop_app.core.pipeline import workstation
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.store.settings import AsrEngine, AsrSettings, Settings


class Danish(ScriptedRecordingRecogniser):
    languages = ("da", "en")


class German(ScriptedRecordingRecogniser):
    languages = ("de", "en")


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes these models be on this computer."""

    def are(*specs: ModelSpec) -> None:
        def is_here(spec: ModelSpec) -> bool:
            return spec in (*specs, MOONSHINE_TINY_EN)

        monkeypatch.setattr(engines_module, "is_here", is_here)
        monkeypatch.setattr(workstation, "is_here", is_here)

    are()
    return are


def engines(asr: AsrSettings = AsrSettings()) -> Engines:  # noqa: B008
    made = Engines(Settings(asr=asr), prepare=False)
    made.recognisers["moonshine"] = LazyEngine(ScriptedRecogniser)
    for name in ("parakeet-ultra", "whisper"):
        made.recognisers[name] = LazyEngine(Danish)
    return made


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(("language", "model"), [("de", "parakeet-ultra-onnx"), ("ja", "whisper-"), ("yue", "turbo")])
def test_where_nothing_here_knows_it_the_model_to_fetch_is_named_and_nothing_is_loaded(
    language: str, model: str
) -> None:
    made = engines()
    with pytest.raises(ModelUnavailable, match=rf"no model on this computer.*diarist models fetch \S*{model}"):
        made.require_language(language)
    with pytest.raises(ModelUnavailable, match="no model on this computer"):
        made.recogniser(language)
    assert made.recogniser_names(language) == ()


@pytest.mark.usefixtures("here")
def test_an_engine_chosen_by_name_that_does_not_know_it_is_told_by_name() -> None:
    made = engines(AsrSettings(AsrEngine.MOONSHINE))
    with pytest.raises(
        ModelUnavailable, match=r"^Moonshine tiny \(English\): it does not know German\. Parakeet Ultra"
    ):
        made.recogniser("de")
    assert made.recogniser("en").engine.use.name == "scripted"
    assert made.recognisers["moonshine"].loaded is not None


@pytest.mark.usefixtures("here")
def test_a_language_that_no_model_knows_has_none_to_fetch() -> None:
    with pytest.raises(ModelUnavailable, match="Choose another language"):
        engines().recogniser("xx")


def test_the_settings_say_the_language_where_nobody_else_does(here: Callable[..., None]) -> None:
    here(WHISPER_BASE)
    assert engines(AsrSettings(language="da")).recogniser_names() == ("whisper",)
    assert engines(AsrSettings(language="da")).recogniser_names("auto") == ("moonshine",)
    assert isinstance(engines(AsrSettings(language="da")).recogniser().engine, Danish)


def test_what_turns_out_not_to_know_it_is_refused(here: Callable[..., None]) -> None:
    here(PARAKEET_ULTRA)
    assert isinstance(engines().recogniser("da").engine, Danish)
    with pytest.raises(ModelUnavailable, match="scripted: it does not know German") as refused:
        engines().recogniser("de")
    assert "diarist models fetch parakeet-tdt-0.6b-v3-onnx" in refused.value.hint, "not what it is itself"


def test_what_turns_out_not_to_know_it_is_passed_over_for_what_does(here: Callable[..., None]) -> None:
    here(PARAKEET_ULTRA, PARAKEET_V3_ONNX)
    made = engines()
    made.recognisers["parakeet-v3"] = LazyEngine(German)
    preferred = made.recogniser("de")
    assert isinstance(preferred.engine, German)
    assert [(each.model, each.reason) for each in preferred.passed_over] == [("scripted", "it does not know German")]
    assert isinstance(made.recogniser("da").engine, Danish)


def test_whisper_is_no_stand_in_for_captions(here: Callable[..., None]) -> None:
    here(PARAKEET_ULTRA, WHISPER_BASE)
    made = engines(AsrSettings(language="da"))
    assert made.recogniser_names() == ("parakeet-ultra", "whisper")

    def fails() -> ScriptedRecogniser:
        raise ModelUnavailable("Parakeet Ultra", "it is broken", "")

    made.recognisers["parakeet-ultra"] = LazyEngine(fails)
    with pytest.raises(ModelUnavailable, match="it is broken"):
        LiveEngineRoom(made).load()
    here(WHISPER_BASE)
    with pytest.raises(ModelUnavailable, match="writes no captions"):
        LiveEngineRoom(made).load()


def test_moonshine_takes_over_captions_in_english_alone(here: Callable[..., None]) -> None:
    here(PARAKEET_ULTRA)
    danish, english, open_ = (engines(AsrSettings(language=tag)) for tag in ("da", "en", "auto"))
    assert LiveEngineRoom(danish).load().quicker is None
    assert LiveEngineRoom(english).load().quicker is not None
    assert LiveEngineRoom(open_).load().quicker is not None


@pytest.mark.usefixtures("here")
def test_without_whisper_nothing_tells_languages_by_their_sound() -> None:
    assert engines().language_listener() is None


def test_a_whisper_that_cannot_be_used_tells_nothing(here: Callable[..., None]) -> None:
    here(WHISPER_BASE)
    assert engines().language_listener() is None
