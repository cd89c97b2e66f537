"""The remote embedder against real hosts on loopback."""

import socket
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from threading import Barrier

import numpy as np
import pytest

from desktop_app.core.audio.wav import wav_bytes_to_waveform
from desktop_app.core.embedding.embedder import Clip
from desktop_app.core.embedding.errors import EmbeddingFailed
from desktop_app.core.embedding.remote import RemoteEmbedder
from desktop_app.core.embedding.remote_address import address_of
from desktop_app.core.embedding.remote_client import RemoteClient
from desktop_app.core.embedding.remote_errors import NoAnswer
from desktop_app.core.embedding.remote_limits import RemoteLimits
from desktop_app.core.store.settings import RemoteSettings
from embedding.scripted_host import GOOD, Asked, Reply, ScriptedHost

TONE = (0.5 * np.sin(np.arange(32_000) / 20)).astype(np.float32)
CLIP = Clip(TONE, ((0, 32_000),))
SHORT = {"detail": {"error": "audio_too_short", "min_duration": 0.5, "actual_duration": 0.4}}
IMPATIENT = RemoteLimits(read_s=0.1)

Connect = Callable[..., tuple[ScriptedHost, RemoteEmbedder]]


@pytest.fixture
def connect() -> Iterator[Connect]:
    """A host that gives these replies, and an embedder that asks it; waits take no time."""
    with ExitStack() as until_end:

        def connected(
            *replies: Reply | Callable[[Asked], Reply],
            limits: RemoteLimits | None = None,
            token: str = "",
            waited: list[float] | None = None,
        ) -> tuple[ScriptedHost, RemoteEmbedder]:
            host = until_end.enter_context(ScriptedHost(*replies))
            waits: list[float] = [] if waited is None else waited
            settings = RemoteSettings(host.url, allowed=True, token=token)
            embedder = RemoteEmbedder(settings, limits or RemoteLimits(), sleep=waits.append)
            until_end.callback(embedder.close)
            return host, embedder

        yield connected


def why(embedder: RemoteEmbedder) -> str:
    with pytest.raises(EmbeddingFailed) as failed:
        embedder.embed([CLIP])
    host, _, clause = failed.value.reason.partition(": ")
    assert host == embedder.use.device
    return clause


@pytest.mark.parametrize("body", [GOOD, {"embedding": GOOD}, [GOOD], {"embedding": [GOOD]}])
def test_every_known_shape_of_answer_is_an_embedding_of_length_one(connect: Connect, body: object) -> None:
    _, embedder = connect(Reply(body))
    rows = embedder.embed([CLIP])
    assert (rows.shape, rows.dtype) == ((1, 256), np.float32)
    assert rows[0].tolist() == [0.0] * 255 + [1.0]


@pytest.mark.parametrize(
    ("reply", "clause"),
    [
        (Reply(b"<html><h1>Welcome</h1>"), "answered with HTML instead of JSON"),
        (Reply(b"embedding"), "answered with something that is not JSON"),
        (Reply(b"[" * 100_000), "answered with something that is not JSON"),
        (Reply({"result": GOOD}), "answered without an embedding"),
        (Reply("voice"), "answered with something other than a list of numbers"),
        (Reply(["0.1"] * 256), "answered with something other than a list of numbers"),
        (Reply([True] * 256), "answered with something other than a list of numbers"),
        (Reply([GOOD, GOOD]), "answered with something other than a list of numbers"),
        (Reply([0.1] * 255), "answered with 255 numbers instead of 256"),
        (Reply([]), "answered with 0 numbers instead of 256"),
        (Reply([0.1] * 255 + [float("nan")]), "answered with numbers that are not finite"),
        (Reply([0.1] * 255 + [float("inf")]), "answered with numbers that are not finite"),
        (Reply([0.1] * 255 + [10**400]), "answered with numbers that are not finite"),
        (Reply([0.0] * 256), "answered with an embedding that has no length"),
        (Reply(b"[" + b" " * 300_000), "answered with far more than an embedding"),
        (Reply({}, status=500), "answered 500"),
        (Reply({"detail": {"error": "cannot_embed"}}, status=503), "answered 503 (cannot_embed)"),
        (Reply({}, status=502), "answered 502"),
        (Reply({}, status=429), "answered 429"),
        (Reply({}, status=404), "answered 404"),
        (Reply({}, status=401), "asks for a token (401)"),
        (Reply({"detail": {"error": "audio_unreadable"}}, status=422), "answered 422 (audio_unreadable)"),
        (Reply({"detail": {"error": "<script>"}}, status=413), "answered 413"),
        (Reply(GOOD, claims=100), "broke off in the middle of its answer"),
        (Reply(drops=True), "closed the connection without an answer"),
        (Reply(waits=True), "did not answer in time"),
        (Reply(b"", 307, {"Location": "https://diarizer.example/v2/embedding"}),
         "sends us to another host, diarizer.example, which is not followed"),
        (Reply(b"", 302, {"Location": "/login"}), "sends us to another address, which is not followed"),
    ],
)  # fmt: skip
def test_a_bad_answer_is_a_failure_that_says_what_the_host_did(connect: Connect, reply: Reply, clause: str) -> None:
    _, embedder = connect(reply, limits=IMPATIENT if reply.waits else None)
    assert why(embedder) == clause


def test_a_host_that_is_not_there_refuses_the_connection(refused_port: int) -> None:
    waits: list[float] = []
    settings = RemoteSettings(f"http://127.0.0.1:{refused_port}", allowed=True)
    assert why(RemoteEmbedder(settings, sleep=waits.append)) == "refused the connection"
    assert len(waits) == RemoteLimits().tries - 1


def test_a_name_that_nobody_has_is_not_known(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    settings = RemoteSettings("https://diarizer.invalid", allowed=True)
    assert why(RemoteEmbedder(settings, sleep=lambda _: None)) == "has a name that is not known"


def test_what_is_no_http_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening, ThreadPoolExecutor(1) as pool:

        def greet() -> None:
            connection, _ = listening.accept()
            with connection:
                connection.recv(65_536)
                connection.sendall(b"220 mail.example ESMTP\r\n\r\n")
                connection.shutdown(socket.SHUT_WR)
                while connection.recv(65_536):  # closed with something unread, the answer would be lost
                    pass

        done = pool.submit(greet)
        embedder = RemoteEmbedder(RemoteSettings(f"http://127.0.0.1:{listening.getsockname()[1]}", allowed=True))
        assert why(embedder) == "does not speak HTTP"
        done.result()
        embedder.close()


def test_an_answer_that_comes_drop_by_drop_is_given_up_when_its_time_is_over(connect: Connect) -> None:
    times = iter([0.0, 0.5, 2.0, 2.0])
    host, _ = connect(Reply(b"[" + b" " * 200_000))
    address = address_of(RemoteSettings(host.url, allowed=True))
    client = RemoteClient(address, RemoteLimits(), token="", ca_file="", clock=lambda: next(times, 9.0))
    with pytest.raises(NoAnswer, match="did not answer in time"):
        client.post("/v2/embedding", b"", left_s=1.0)
    client.close()


@pytest.mark.parametrize(
    "first", [Reply(drops=True), Reply({}, 502), Reply({}, 503), Reply({}, 504), Reply({}, 429, {"Retry-After": "0"})]
)
def test_a_clip_is_sent_again_where_the_host_may_recover(connect: Connect, first: Reply) -> None:
    host, embedder = connect(first, Reply())
    assert np.isfinite(embedder.embed([CLIP])).all()
    assert len(host.asked) == embedder.requests == 2


@pytest.mark.parametrize("reply", [Reply({}, 400), Reply({}, 401), Reply({}, 404), Reply({}, 422), Reply({}, 500)])
def test_a_clip_is_not_sent_again_where_that_would_change_nothing(connect: Connect, reply: Reply) -> None:
    host, embedder = connect(reply)
    why(embedder)
    assert len(host.asked) == 1


def test_the_host_is_given_the_time_it_asks_for(connect: Connect) -> None:
    waited: list[float] = []
    _, embedder = connect(Reply({}, 503, {"Retry-After": "7"}), Reply(), waited=waited)
    embedder.embed([CLIP])
    assert waited == [7.0]


def test_a_host_that_asks_for_more_time_than_there_is_fails_at_once(connect: Connect) -> None:
    waited: list[float] = []
    _, embedder = connect(Reply({}, 429, {"Retry-After": "3600"}), waited=waited)
    assert (why(embedder), waited) == ("answered 429", [])


def test_a_host_that_keeps_failing_is_left_alone(connect: Connect) -> None:
    host, embedder = connect(Reply({}, 500), limits=RemoteLimits(failures=3))
    clauses = [why(embedder) for _ in range(5)]
    assert clauses == ["answered 500"] * 3 + ["is left alone for a while, since it answered 500"] * 2
    assert len(host.asked) == 3


def test_a_clip_that_the_host_calls_too_short_has_no_embedding_and_is_not_its_fault(connect: Connect) -> None:
    host, embedder = connect(Reply(SHORT, 422), limits=RemoteLimits(failures=1))
    assert np.isnan(embedder.embed([CLIP, CLIP])).all()
    assert len(host.asked) == 2


def test_what_is_too_short_to_be_told_is_not_sent(connect: Connect) -> None:
    host, embedder = connect()
    told = np.isfinite(embedder.embed([Clip(TONE, ((0, 9_599),)), CLIP, Clip(TONE, ())])).all(axis=1)
    assert (told.tolist(), len(host.asked)) == ([False, True, False], 1)


def test_only_the_clean_sound_is_sent_under_a_name_that_says_nothing(connect: Connect) -> None:
    host, embedder = connect(token="secret")
    embedder.embed([Clip(TONE, ((1_000, 9_000), (20_000, 26_000)))])
    (asked,) = host.asked
    ((name, file_name, kind, content),) = asked.parts
    assert (asked.method, asked.path) == ("POST", "/v2/embedding")
    assert (name, file_name) == ("file", "segment.wav")
    assert kind in ("audio/wav", "audio/x-wav")
    assert asked.headers["Authorization"] == "Bearer secret"
    told = "Host Accept Accept-Encoding Connection User-Agent Authorization Content-Length Content-Type"
    assert set(asked.headers) <= set(told.split())
    waveform, rate_hz = wav_bytes_to_waveform(content)
    assert rate_hz == 16_000
    assert np.allclose(waveform[0], np.concatenate([TONE[1_000:9_000], TONE[20_000:26_000]]), atol=1 / 32_768)


def test_a_token_that_is_not_accepted_is_told(connect: Connect) -> None:
    _, embedder = connect(Reply({}, 401), token="old")
    assert why(embedder) == "does not accept the token (401)"


def test_connections_are_kept_open_between_clips(connect: Connect) -> None:
    host, embedder = connect()
    for _ in range(5):
        embedder.embed([CLIP])
    assert (host.connections, embedder.requests) == (1, 5)


def test_several_clips_are_on_their_way_at_once_and_keep_their_order(connect: Connect) -> None:
    together = Barrier(4)

    def loudness(asked: Asked) -> Reply:
        together.wait(timeout=5)  # breaks unless four are here at a time
        waveform, _ = wav_bytes_to_waveform(asked.parts[0][3])
        return Reply([float(np.abs(waveform).max()), 1.0, *[0.0] * 254])

    _, embedder = connect(loudness, limits=RemoteLimits(in_flight=4))
    rows = embedder.embed([Clip(TONE * level, ((0, 32_000),)) for level in np.linspace(0.2, 1.0, 8, dtype=np.float32)])
    assert (np.diff(rows[:, 0] / rows[:, 1]) > 0).all()


def test_no_more_than_allowed_are_on_their_way_however_many_threads_ask(connect: Connect) -> None:
    now: list[int] = []
    most: list[int] = []

    def watched(_: Asked) -> Reply:
        now.append(1)
        most.append(len(now))
        now.pop()
        return Reply()

    host, embedder = connect(watched, limits=RemoteLimits(in_flight=2))
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: embedder.embed([CLIP, CLIP]), range(8)))
    assert max(most) <= 2
    assert host.connections <= 2
    assert embedder.requests == 16


def test_an_embedder_that_is_not_asked_opens_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, forbidden)
    embedder = RemoteEmbedder(RemoteSettings("https://diarizer.example", allowed=True, token="secret"))
    embedder.frames(CLIP)
    assert embedder.embed([]).shape == (0, 256)
    assert (embedder.requests, embedder.use.device, embedder.use.note) == (0, "diarizer.example", "remote")
    embedder.close()
