"""The remote diarizer as its clients meet it."""

import json
import socket
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import numpy as np
import pytest
from numpy.typing import NDArray
from running_server import Running, Serve, file_bytes

from desktop_app.core.embedding.embedder import Clip, normalised
from desktop_app.core.embedding.remote import RemoteEmbedder
from desktop_app.core.embedding.voice_frames import VoiceFrames
from desktop_app.core.embedding.wespeaker_onnx import WespeakerOnnx
from desktop_app.core.store.settings import RemoteSettings
from desktop_app.core.transcript.values import EngineUse
from desktop_app.server.limits import ServerLimits

Sound = NDArray[np.float32]


class Faulty:
    """The carried model, which fails and holds on as it is told."""

    use = EngineUse(role="embedding", name="faulty", device="cpu")
    dimension = 256
    callers = 1
    requests = 0

    def __init__(self, embedder: WespeakerOnnx) -> None:
        self._embedder = embedder
        self.is_broken = False
        self.arrived = Event()
        self.may_go = Event()
        self.may_go.set()

    def frames(self, clip: Clip, *, skim: bool = False) -> VoiceFrames:
        self.arrived.set()
        self.may_go.wait(20)
        if self.is_broken:
            raise RuntimeError("CUDA error: an illegal memory access was encountered")
        return self._embedder.frames(clip, skim=skim)

    def embed(self, clips: Sequence[Clip]) -> Sound:
        if self.is_broken:
            raise RuntimeError("CUDA error: an illegal memory access was encountered")
        return self._embedder.embed(clips)


def remote(running: Running, token: str = "") -> RemoteEmbedder:
    return RemoteEmbedder(RemoteSettings(running.url, allowed=True, token=token))


def test_a_file_is_answered_with_the_models_own_256_numbers(
    serve: Serve, wespeaker: WespeakerOnnx, speech: Sound
) -> None:
    answer = serve().post(file_bytes(speech))
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    frames = wespeaker.frames(Clip.whole(speech))
    here = frames.embed(np.array([0]), np.array([len(frames)]))
    there = np.array([answer.json()], np.float32)
    assert there.shape == (1, 256)
    assert (normalised(here) * normalised(there)).sum() > 0.99999
    assert np.linalg.norm(there) == pytest.approx(np.linalg.norm(here), rel=1e-3)


@pytest.mark.parametrize(
    ("rate_hz", "channels", "kind", "subtype"),
    [
        (44_100, 2, "WAV", "PCM_24"),
        (22_050, 1, "WAV", "FLOAT"),
        (48_000, 2, "FLAC", "PCM_16"),
        (48_000, 1, "OGG", "VORBIS"),
    ],
)
def test_any_sound_file_is_taken(
    serve: Serve, wespeaker: WespeakerOnnx, speech: Sound, rate_hz: int, channels: int, kind: str, subtype: str
) -> None:
    import soxr

    resampled = soxr.resample(speech, 16_000, rate_hz)
    data = file_bytes(np.stack([resampled] * channels, axis=1), rate_hz, kind, subtype)
    answer = serve().post(data)
    assert answer.status_code == 200
    (here,) = wespeaker.embed([Clip.whole(speech)])
    there = normalised(np.array([answer.json()], np.float32))[0]
    assert here @ there > 0.95


def test_our_own_client_gets_what_this_computer_would_give(
    serve: Serve, wespeaker: WespeakerOnnx, speech: Sound
) -> None:
    embedder = remote(serve())
    clips = [Clip(speech, ((0, 30_000),)), Clip(speech, ((10_000, 48_000),)), Clip(speech, ((0, 5_000),))]
    there = embedder.embed(clips)
    here = wespeaker.embed(
        [Clip(speech[start:end], ((0, end - start),)) for start, end in ((0, 30_000), (10_000, 48_000))]
    )
    assert (there[:2] * here).sum(axis=1).min() > 0.99999
    assert np.isnan(there[2]).all()
    assert embedder.requests == 2
    embedder.close()


def test_many_at_once_each_get_their_own(serve: Serve, wespeaker: WespeakerOnnx, speech: Sound) -> None:
    clips = [Clip.whole(speech[start : start + 16_000]) for start in range(0, 32_000, 2_000)]
    running = serve()
    embedder = remote(running)
    with ThreadPoolExecutor(16) as pool:
        there = np.concatenate(list(pool.map(lambda clip: embedder.embed([clip]), clips)))
    assert (there * wespeaker.embed(clips)).sum(axis=1).min() > 0.99999
    assert running.service.counts() == {"requests": 16, "embedded": 16, "refused": 0, "busy": 0, "failed": 0}
    embedder.close()


def test_sound_under_half_a_second_is_refused_as_upstream_does(serve: Serve, speech: Sound) -> None:
    running = serve()
    answer = running.post(file_bytes(speech[:6_400]))
    assert answer.status_code == 422
    assert answer.json() == {"detail": {"error": "audio_too_short", "min_duration": 0.5, "actual_duration": 0.4}}
    assert running.post(file_bytes(speech[:8_000])).status_code == 200


@pytest.mark.parametrize(
    ("data", "status", "error"),
    [
        (b"", 422, "audio_unreadable"),
        (b"not a sound", 422, "audio_unreadable"),
        (file_bytes(np.zeros(16_000 * 4, np.float32)), 413, "audio_too_long"),
        (file_bytes(np.zeros(16_000 * 4, np.float32), kind="FLAC"), 413, "audio_too_long"),
        (file_bytes(np.zeros(5, np.float32), rate_hz=1), 413, "audio_too_long"),
        (bytes(300_000), 413, "file_too_large"),
    ],
)
def test_what_cannot_be_embedded_is_refused_with_its_cause(serve: Serve, data: bytes, status: int, error: str) -> None:
    running = serve(limits=ServerLimits(max_s=3, max_bytes=200_000))
    answer = running.post(data)
    detail = answer.json()["detail"]
    assert (answer.status_code, detail["error"]) == (status, error)
    assert detail["message"].endswith((".", "read", "bytes)"))
    assert running.service.counts()["refused"] == 1


@pytest.mark.parametrize(
    ("method", "path", "status", "error"),
    [
        ("GET", "/v2/embedding", 405, "wrong_method"),
        ("POST", "/health", 405, "wrong_method"),
        ("GET", "/", 404, "no_such_path"),
        ("GET", "/docs", 404, "no_such_path"),
        ("POST", "/v1/diarization", 404, "no_such_path"),
        ("POST", "/v2/embedding", 422, "missing_file"),
    ],
)
def test_other_paths_methods_and_bodies_are_answered_in_json(
    serve: Serve, method: str, path: str, status: int, error: str
) -> None:
    answer = serve().client.request(method, path)
    assert (answer.status_code, answer.json()["detail"]["error"]) == (status, error)
    assert answer.json()["detail"]["message"]


def test_a_form_without_the_file_is_refused(serve: Serve) -> None:
    client = serve().client
    for files in ({"audio": ("a.wav", b"1", "audio/wav")}, {"file": (None, b"text")}):
        answer = client.post("/v2/embedding", files=files)
        assert (answer.status_code, answer.json()["detail"]["error"]) == (422, "missing_file")
    broken = client.post("/v2/embedding", content=b"x", headers={"Content-Type": "multipart/form-data"})
    assert (broken.status_code, broken.json()["detail"]["error"]) == (422, "bad_form")
    two = client.post("/v2/embedding", files=[("file", ("a", b"1")), ("file", ("b", b"2"))])
    assert (two.status_code, two.json()["detail"]["error"]) == (422, "bad_form")


def test_a_file_of_unknown_size_is_refused_while_it_arrives(serve: Serve) -> None:
    def parts() -> object:
        yield b'--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
        for _ in range(20):
            yield bytes(100_000)

    client = serve(limits=ServerLimits(max_bytes=300_000)).client
    headers = {"Content-Type": "multipart/form-data; boundary=b"}
    answer = client.post("/v2/embedding", content=parts(), headers=headers)  # type: ignore[arg-type]
    assert (answer.status_code, answer.json()["detail"]["error"]) == (413, "file_too_large")


def test_a_wav_file_is_never_written_to_a_disk(serve: Serve, speech: Sound, monkeypatch: pytest.MonkeyPatch) -> None:
    running = serve()

    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("a file was made")

    monkeypatch.setattr(tempfile.SpooledTemporaryFile, "rollover", forbidden)
    monkeypatch.setattr("desktop_app.server.sound.TemporaryDirectory", forbidden)
    over_a_megabyte = file_bytes(np.stack([speech] * 8, axis=1), subtype="FLOAT")
    assert running.post(over_a_megabyte).status_code == 200


def test_the_clients_name_for_a_file_is_of_no_interest(serve: Serve, speech: Sound, tmp_path: Path) -> None:
    aim = tmp_path / "written.flac"
    files = {"file": (str(aim), file_bytes(speech, kind="FLAC"), "audio/flac")}
    assert serve().client.post("/v2/embedding", files=files).status_code == 200
    assert not aim.exists()


def test_a_file_that_does_not_arrive_is_given_up(serve: Serve) -> None:
    running = serve(limits=ServerLimits(upload_s=0.05))
    host, port = running.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as connection:
        kind = b"Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000"
        connection.sendall(b"POST /v2/embedding HTTP/1.1\r\nHost: x\r\n" + kind + b"\r\n\r\n--b\r\n")
        assert connection.recv(65_536).startswith(b"HTTP/1.1 408")


def test_who_comes_when_all_places_are_taken_is_told_when_to_come_again(
    serve: Serve, wespeaker: WespeakerOnnx, speech: Sound
) -> None:
    embedder = Faulty(wespeaker)
    running = serve(embedder, ServerLimits(waiting=0), workers=1)
    embedder.may_go.clear()
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(running.post, file_bytes(speech))
        assert embedder.arrived.wait(20)
        second = running.client.post("/v2/embedding", files={"file": ("a", file_bytes(speech))})
        embedder.may_go.set()
        assert first.result().status_code == 200
    assert (second.status_code, second.json()["detail"]["error"]) == (503, "busy")
    assert second.headers["retry-after"] == "1"
    assert running.post(file_bytes(speech)).status_code == 200


def test_health_says_what_embeds_and_that_it_was_tried(serve: Serve, wespeaker: WespeakerOnnx) -> None:
    answer = serve().client.get("/health")
    told = answer.json()
    assert (answer.status_code, told["status"]) == (200, "ok")
    assert told["embedding"]["sha256"] == wespeaker.use.sha256
    assert told["embedding"]["self_test"].startswith("it tells two voices apart")
    assert set(told["counters"]) == {"requests", "embedded", "refused", "busy", "failed"}


def test_health_turns_when_the_model_breaks_and_when_it_is_well_again(
    serve: Serve, wespeaker: WespeakerOnnx, speech: Sound
) -> None:
    embedder = Faulty(wespeaker)
    running = serve(embedder)
    asking = remote(running)
    assert asking.check().ok
    embedder.is_broken = True
    failed = running.post(file_bytes(speech))
    assert (failed.status_code, failed.json()["detail"]["error"]) == (503, "cannot_embed")
    assert "CUDA" not in failed.text
    ill = running.client.get("/health")
    assert (ill.status_code, ill.json()["status"], ill.json()["counters"]["failed"]) == (503, "unavailable", 1)
    link = asking.check()
    assert not link.ok
    assert "an illegal memory access" in link.detail
    embedder.is_broken = False
    assert running.client.get("/health").status_code == 200
    asking.close()


def test_a_model_that_hangs_is_not_well_and_is_asked_once(
    serve: Serve, wespeaker: WespeakerOnnx, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Hanging(Faulty):
        asked = 0

        def embed(self, clips: Sequence[Clip]) -> Sound:
            self.asked += 1
            self.may_go.wait(60)
            return super().embed(clips)

    embedder = Hanging(wespeaker)
    running = serve(embedder)
    embedder.may_go.clear()
    monkeypatch.setattr("desktop_app.server.application.TEST_S", 0.05)
    for _ in range(3):
        answer = running.client.get("/health")
        assert (answer.status_code, answer.json()["status"]) == (503, "unavailable")
        assert "not come to an end" in answer.json()["embedding"]["self_test"]
    embedder.may_go.set()
    assert embedder.asked == 1


def test_without_the_token_nothing_is_embedded_and_little_is_told(serve: Serve, speech: Sound) -> None:
    running = serve(token="secret")
    for headers in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": "Basic secret"}):
        answer = running.post(file_bytes(speech), headers=headers)
        assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
        assert running.client.get("/health", headers=headers).json() == {"status": "ok"}
    headers = {"Authorization": "bearer secret"}
    assert running.post(file_bytes(speech), headers=headers).status_code == 200
    assert "embedding" in running.client.get("/health", headers=headers).json()


def test_our_own_client_brings_its_token(serve: Serve, speech: Sound) -> None:
    embedder = remote(serve(token="secret"), token="secret")
    assert np.isfinite(embedder.embed([Clip.whole(speech)])).all()
    assert "it embeds with WeSpeaker on cpu" in embedder.check().detail
    embedder.close()


def test_every_answer_can_be_read_as_strict_json(serve: Serve, speech: Sound) -> None:
    def refuse(constant: str) -> None:
        raise AssertionError(constant)

    json.loads(serve().post(file_bytes(speech)).content, parse_constant=refuse)
