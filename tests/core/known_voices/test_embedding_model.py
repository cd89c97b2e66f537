"""Forms and sources of one network are one model; anything else is another."""

from desktop_app.core.known_voices.embedding_model import embedding_model
from desktop_app.core.transcript.values import EngineUse


def use(name: str, sha256: str | None = None, role: str = "embedding") -> EngineUse:
    return EngineUse(role, name, "cpu", sha256)


def test_the_forms_of_wespeaker_are_one_model() -> None:
    both = [use("WeSpeaker", "aa"), use("WeSpeaker (pyannote)", "bb"), use("Moonshine", role="asr")]
    assert embedding_model(both) == embedding_model([use("WeSpeaker")]) == "WeSpeaker ResNet34-LM"


def test_other_models_are_told_apart_by_their_bytes() -> None:
    assert embedding_model([use("Mine", "aa")]) == "Mine aa"
    assert embedding_model([use("Mine", "aa")]) != embedding_model([use("Mine", "bb")])


def test_models_that_do_not_mix_are_none() -> None:
    assert embedding_model([use("WeSpeaker"), use("Mine", "aa")]) is None
    assert embedding_model([use("Moonshine", role="asr")]) is None
