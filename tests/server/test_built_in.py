"""Which embedder `diarist serve` takes: that of this computer, and it says what that stands in for."""

import httpx2
import pytest

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.pipeline.warnings import passed_over_warnings
from desktop_app.core.store.settings import Device, EmbeddingSettings, EmbeddingSource, RemoteSettings, Settings
from desktop_app.core.store.settings_file import change_settings
from desktop_app.server.application import create_app
from desktop_app.server.limits import ServerLimits
from desktop_app.server.run import built_in, without_remote
from desktop_app.server.service import EmbeddingService


@pytest.mark.slow
def test_a_checkpoint_that_was_chosen_and_is_missing_is_stood_in_for_and_told() -> None:
    change_settings({"embedding.source": "torch", "embedding.device": "cpu"})
    preferred = built_in()
    assert preferred.engine.use.device == "cpu"
    assert [(failure.model, failure.reason) for failure in preferred.passed_over] == [
        ("WeSpeaker checkpoint", "the model is not installed")
    ]


@pytest.mark.slow
def test_how_it_is_tells_what_the_embedder_stands_in_for() -> None:
    change_settings({"embedding.source": "onnx"})
    refused = ModelUnavailable("WeSpeaker checkpoint", "the model is not installed", "Fetch it")
    warnings = passed_over_warnings("WeSpeaker", [refused])
    service = EmbeddingService(built_in().engine, ServerLimits(), warnings=warnings)
    transport = httpx2.ASGITransport(create_app(service))

    async def health() -> dict[str, dict[str, object]]:
        async with httpx2.AsyncClient(transport=transport, base_url="http://here") as client:
            told: dict[str, dict[str, object]] = (await client.get("/health")).json()
            return told

    import asyncio

    try:
        assert asyncio.run(health())["embedding"]["warnings"] == [
            "WeSpeaker was used instead of WeSpeaker checkpoint: the model is not installed."
        ]
    finally:
        service.close()


def test_a_server_never_asks_another_server() -> None:
    remote = RemoteSettings(url="http://gpu:8080", allowed=True)
    settings = without_remote(Settings(embedding=EmbeddingSettings(EmbeddingSource.REMOTE, Device.CPU), remote=remote))
    assert not settings.remote.usable
    assert settings.embedding == EmbeddingSettings(EmbeddingSource.BUILTIN, Device.CPU)
