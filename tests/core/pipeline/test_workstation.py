"""A computer with a card, as far as the system says: what does not work there comes out."""

import pytest

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.pipeline import workstation
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.workstation import card_expected, load_remote
from desktop_app.core.store.settings import AsrSettings, Device, EmbeddingSettings, RemoteSettings, Settings


@pytest.fixture
def card(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workstation, "driver_is_there", lambda: True)


@pytest.mark.usefixtures("card")
def test_with_a_card_torch_is_expected_and_what_stands_in_says_why() -> None:
    engines = Engines(prepare=False)
    assert card_expected()
    assert engines.source_names() == ("torch", "onnx")
    assert engines.recogniser_names() == ("parakeet", "moonshine")
    embedders, recogniser = engines.embedders(), engines.recogniser()
    assert embedders.first_name == "onnx"
    assert [failure.model for failure in embedders.passed_over] == ["WeSpeaker checkpoint"]
    assert [failure.model for failure in recogniser.passed_over] == ["Parakeet"]
    assert all("diarist models fetch" in failure.hint for failure in (*embedders.passed_over, *recogniser.passed_over))


@pytest.mark.usefixtures("card")
def test_who_wants_the_processor_is_not_told_of_the_card() -> None:
    settings = Settings(embedding=EmbeddingSettings(device=Device.CPU), asr=AsrSettings(device=Device.CPU))
    engines = Engines(settings, prepare=False)
    assert (engines.source_names(), engines.recogniser_names()) == (("onnx",), ("moonshine",))


@pytest.mark.usefixtures("card")
def test_where_torch_is_not_installed_a_card_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workstation, "find_spec", lambda _: None)
    assert not card_expected()


@pytest.mark.parametrize("remote", [RemoteSettings(), RemoteSettings(url="ftp://gpu", allowed=True)])
def test_a_remote_that_is_named_wrongly_or_not_at_all_cannot_be_used(remote: RemoteSettings) -> None:
    with pytest.raises(ModelUnavailable):
        load_remote(remote)
