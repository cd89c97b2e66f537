import pytest

from desktop_app.core.models.manifest import MODELS, PARAKEET, PARAKEET_ULTRA, PARAKEET_V3_ONNX
from desktop_app.core.pipeline.preference import lacks_better_words, recogniser_order, source_order, writes_better
from desktop_app.core.store.settings import (
    AsrEngine,
    AsrSettings,
    Device,
    EmbeddingSettings,
    EmbeddingSource,
    RemoteSettings,
    Settings,
)

REMOTE = RemoteSettings(url="http://gpu:8080", allowed=True)


def chosen(
    source: EmbeddingSource = EmbeddingSource.BUILTIN,
    device: Device = Device.AUTO,
    remote: RemoteSettings = RemoteSettings(),  # noqa: B008
) -> Settings:
    return Settings(embedding=EmbeddingSettings(source, device), remote=remote)


@pytest.mark.parametrize(
    ("settings", "card", "order"),
    [
        (chosen(), False, ("onnx",)),
        (chosen(), True, ("torch", "onnx")),
        (chosen(device=Device.CPU), True, ("onnx",)),
        (chosen(device=Device.CUDA), False, ("torch", "onnx")),
        (chosen(EmbeddingSource.ONNX), True, ("onnx",)),
        (chosen(EmbeddingSource.TORCH), False, ("torch", "onnx")),
        (chosen(remote=REMOTE), False, ("onnx", "remote")),
        (chosen(remote=REMOTE), True, ("torch", "onnx", "remote")),
        (chosen(EmbeddingSource.REMOTE, remote=REMOTE), False, ("remote", "onnx")),
        (chosen(EmbeddingSource.REMOTE, remote=REMOTE), True, ("remote", "torch", "onnx")),
    ],
)
def test_what_embeds_is_the_choice_then_this_computer_then_the_remote(
    settings: Settings, card: bool, order: tuple[str, ...]
) -> None:
    assert source_order(settings, card=card) == order


@pytest.mark.parametrize("remote", [RemoteSettings(url="http://gpu"), RemoteSettings(allowed=True)])
def test_a_remote_that_is_not_allowed_or_not_named_stands_in_for_nothing(remote: RemoteSettings) -> None:
    assert source_order(chosen(remote=remote), card=False) == ("onnx",)


@pytest.mark.parametrize(
    ("asr", "card", "here", "order"),
    [
        (AsrSettings(), False, "", "moonshine"),
        (AsrSettings(), True, "", "parakeet moonshine"),
        (AsrSettings(), False, "parakeet", "moonshine"),
        (AsrSettings(), False, "parakeet-ultra", "parakeet-ultra moonshine"),
        (AsrSettings(), False, "parakeet-v3 parakeet-ultra", "parakeet-ultra parakeet-v3 moonshine"),
        (AsrSettings(), True, "parakeet-v3", "parakeet parakeet-v3 moonshine"),
        (AsrSettings(device=Device.CPU), True, "", "moonshine"),
        (AsrSettings(device=Device.CPU), True, "parakeet-ultra", "parakeet-ultra moonshine"),
        (AsrSettings(AsrEngine.PARAKEET), False, "parakeet-ultra", "parakeet"),
        (AsrSettings(AsrEngine.PARAKEET_V3), False, "parakeet-ultra", "parakeet-v3"),
        (AsrSettings(AsrEngine.MOONSHINE), True, "parakeet-ultra", "moonshine"),
        (AsrSettings(AsrEngine.WHISPER), True, "parakeet-ultra", "whisper"),
    ],
)
def test_words_are_written_by_the_best_that_is_here_and_a_chosen_engine_has_no_stand_in(
    asr: AsrSettings, card: bool, here: str, order: str
) -> None:
    found = recogniser_order(Settings(asr=asr), card=card, is_here=here.split().__contains__)
    assert " ".join(found) == order


@pytest.mark.parametrize(
    ("asr", "card", "here", "lacks"),
    [
        (AsrSettings(), False, "", True),
        (AsrSettings(), False, "parakeet", True),
        (AsrSettings(), False, "parakeet-ultra", False),
        (AsrSettings(), False, "parakeet-v3", False),
        (AsrSettings(), True, "", False),
        (AsrSettings(device=Device.CPU), True, "", True),
        (AsrSettings(AsrEngine.MOONSHINE), False, "", False),
        (AsrSettings(AsrEngine.WHISPER), False, "", False),
    ],
)
def test_better_words_are_lacking_where_nothing_was_chosen_or_fetched_and_no_card_is_expected(
    asr: AsrSettings, card: bool, here: str, lacks: bool
) -> None:
    assert lacks_better_words(Settings(asr=asr), card=card, is_here=here.split().__contains__) is lacks


def test_every_parakeet_writes_better_than_what_comes_along_and_nothing_else_is_said_to() -> None:
    better = [spec for spec in MODELS if writes_better(spec.name)]
    assert better == [PARAKEET_ULTRA, PARAKEET_V3_ONNX, PARAKEET]


@pytest.mark.parametrize(
    ("language", "card", "here", "order"),
    [
        ("auto", False, "whisper", "moonshine"),
        ("en", False, "whisper", "moonshine"),
        ("en", True, "parakeet-ultra whisper", "parakeet parakeet-ultra moonshine"),
        ("de", False, "", ""),
        ("de", False, "parakeet-v3", "parakeet-v3"),
        ("de", False, "whisper", "whisper"),
        ("de", False, "parakeet-ultra whisper", "parakeet-ultra whisper"),
        ("de", True, "", "parakeet"),
        ("ja", True, "parakeet-ultra", ""),
        ("ja", False, "parakeet-ultra whisper", "whisper"),
        ("xx", True, "parakeet-ultra whisper", ""),
    ],
)
def test_words_of_a_language_that_is_given_are_written_by_what_knows_it(
    language: str, card: bool, here: str, order: str
) -> None:
    found = recogniser_order(Settings(), card=card, is_here=here.split().__contains__, language=language)
    assert " ".join(found) == order


def test_an_engine_that_was_chosen_stays_chosen_whatever_is_spoken() -> None:
    settings = Settings(asr=AsrSettings(AsrEngine.MOONSHINE))
    assert recogniser_order(settings, card=True, is_here=lambda _: True, language="ja") == ("moonshine",)
