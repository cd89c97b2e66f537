"""With the remote diarizer off, no byte leaves: whole jobs with every socket refused."""

import socket
from pathlib import Path

import pytest
import soundfile
from diarization.scripted_segmenter import ScriptedSegmenter, voices
from embedding.scripted_embedder import ScriptedEmbedder
from models.packaged_recordings import DIALOGUE, packaged_samples

from desktop_app.core.models.lazy_engine import LazyEngine
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.links import check_links
from desktop_app.core.pipeline.stages import JobOptions, Stage
from desktop_app.core.pipeline.transcribe import transcribe_recording
from desktop_app.core.store.settings import Device, EmbeddingSettings, EmbeddingSource, RemoteSettings, Settings
from desktop_app.core.transcript.values import Speaker, Turn

OFF = RemoteSettings(url="http://diarizer.example:8080", allowed=False, token="secret")
CPU = EmbeddingSettings(device=Device.CPU)


class Silent:
    def progress(self, stage: Stage, fraction: float) -> None: ...

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None: ...


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every address that anything tries to reach, this computer's own too."""
    addresses: list[object] = []

    def refuse(_: socket.socket, address: object) -> None:
        addresses.append(address)
        raise OSError(f"no socket may be opened, not to {address}")

    def unknown(host: object, *_: object, **__: object) -> None:
        addresses.append(host)
        raise OSError(f"no name may be looked up, not {host!r}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    return addresses


@pytest.fixture
def dialogue(tmp_path: Path) -> Path:
    path = tmp_path / "dialogue.wav"
    soundfile.write(path, packaged_samples(DIALOGUE), 16_000)
    return path


@pytest.mark.slow
@pytest.mark.parametrize("source", [EmbeddingSource.BUILTIN, EmbeddingSource.REMOTE])
def test_a_job_opens_no_socket_while_the_remote_is_not_allowed(
    source: EmbeddingSource, dialogue: Path, tried: list[object]
) -> None:
    settings = Settings(embedding=EmbeddingSettings(source, Device.CPU), remote=OFF)
    transcript = transcribe_recording(dialogue, Engines(settings), JobOptions(), Silent()).transcript
    assert len(transcript.speakers) == 2
    assert transcript.embedding is not None
    assert [count.source for count in transcript.embedding.sources] == ["onnx"]
    assert transcript.embedding.requests == 0
    assert tried == []
    told = " ".join(transcript.warnings)
    assert ("it is not allowed" in told) == (source is EmbeddingSource.REMOTE)


@pytest.mark.slow
def test_the_doctor_opens_no_socket_while_the_remote_is_not_allowed(tried: list[object]) -> None:
    engines = Engines(Settings(embedding=CPU, remote=OFF), prepare=False)
    check = check_links(engines, (), thorough=True)
    (remote,) = (link for link in check.links if link.name == "remote")
    assert remote.ok
    assert tried == []


def test_an_allowed_remote_is_not_asked_while_this_computer_can_do_the_work(
    tmp_path: Path, tried: list[object]
) -> None:
    engines = Engines(Settings(embedding=CPU, remote=RemoteSettings(OFF.url, allowed=True)), prepare=False)
    engines.segmenter, engines.sources["onnx"] = LazyEngine(ScriptedSegmenter), LazyEngine(ScriptedEmbedder)
    path = tmp_path / "talk.wav"
    soundfile.write(path, voices(24.0, (0, 1.0, 6.0), (1, 8.0, 12.0)), 16_000, subtype="FLOAT")
    transcript = transcribe_recording(path, engines, JobOptions(), Silent()).transcript
    assert engines.source_names() == ("onnx", "remote")
    assert transcript.embedding is not None
    assert (transcript.embedding.requests, transcript.embedding.fallbacks) == (0, ())
    assert tried == []
