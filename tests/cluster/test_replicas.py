"""The remote diarizer with replicas of Ray Serve behind it, as its clients meet it."""

import os
import signal
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from threading import Thread
from time import monotonic, sleep

import breaking_embedder
import httpx2
import numpy as np
import pytest
from breaking_embedder import MakeBreaking
from numpy.typing import NDArray

from desktop_app.cluster.errors import ClusterError
from desktop_app.cluster.ray_runtime import ray_runtime
from desktop_app.core.audio.recording import open_recording
from desktop_app.core.embedding.embedder import Clip
from desktop_app.core.embedding.remote import RemoteEmbedder
from desktop_app.core.embedding.remote_sound import wav_bytes
from desktop_app.core.embedding.wespeaker_onnx import WespeakerOnnx
from desktop_app.core.models.packaged_models import sample_recording
from desktop_app.core.store.settings import RemoteSettings
from desktop_app.server.binding import Binding
from desktop_app.server.limits import ServerLimits
from desktop_app.server.run import server

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore:The `metrics_interval_s` field:DeprecationWarning"),  # by Ray, of its only way
]
Sound = NDArray[np.float32]
PATIENCE_S = 40.0


@dataclass(frozen=True)
class Running:
    """A server on a cluster of one node, and what breaks its replicas."""

    url: str
    client: httpx2.Client
    make: MakeBreaking

    def post(self, sound: Sound) -> httpx2.Response:
        return self.client.post("/v2/embedding", files={"file": ("a.wav", wav_bytes(sound), "audio/wav")})

    def wait_for_health(self, status: int) -> httpx2.Response:
        until = monotonic() + PATIENCE_S
        while (answer := self.client.get("/health")).status_code != status and monotonic() < until:
            sleep(0.2)
        return answer


def bring_two_replicas(running: Running, speech: Sound) -> None:
    """Ask so much at once that there are as many as there may be."""
    until = monotonic() + PATIENCE_S
    with ThreadPoolExecutor(16) as pool:
        while len(replica_pids()) < 2 and monotonic() < until:
            assert {answer.status_code for answer in pool.map(lambda _: running.post(speech), range(32))} == {200}
    assert len(replica_pids()) == 2


def replica_pids() -> list[int]:
    """Of the processes of replicas that the Ray of this process has started."""
    listed = subprocess.run(["ps", "-wweo", "pid,ppid,args"], capture_output=True, text=True, check=True).stdout
    processes = [line.split(maxsplit=2) for line in listed.splitlines()[1:]]
    raylets = {pid for pid, parent, what in processes if int(parent) == os.getpid() and "raylet" in what}
    return [int(pid) for pid, parent, what in processes if parent in raylets and what.startswith("ray::ServeReplica")]


@pytest.fixture(scope="module")
def speech() -> Sound:
    """Three seconds of one voice."""
    with open_recording(sample_recording()) as recording:
        return np.asarray(np.rint(recording.samples[80_000:128_000] * 32_768) / 32_768, np.float32)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, alone_with_shared_ray: None) -> Iterator[Running]:
    with ExitStack() as until_end:
        patch = until_end.enter_context(pytest.MonkeyPatch.context())
        folder = tmp_path_factory.mktemp("replicas")
        patch.setenv("RAY_TMPDIR", str(folder))
        patch.delenv("RAY_ADDRESS", raising=False)
        until_end.enter_context(ray_runtime())
        from ray import cloudpickle

        from desktop_app.cluster.replicas import replicas
        from desktop_app.cluster.replicated_service import ReplicatedService

        cloudpickle.register_pickle_by_value(breaking_embedder)  # it lies beside the tests, where replicas do not look
        make = MakeBreaking(folder)
        there = until_end.enter_context(replicas("diarist-test", make, 2))
        binding = Binding("127.0.0.1", 0, "secret")
        listening = until_end.enter_context(binding.listen())
        running = server(ReplicatedService(there, ServerLimits()), binding)
        thread = Thread(target=running.run, kwargs={"sockets": [listening]})
        thread.start()

        def end() -> None:
            running.should_exit = True
            thread.join()

        until_end.callback(end)
        headers = {"Authorization": "Bearer secret"}
        url = binding.url(listening)
        client = httpx2.Client(base_url=url, trust_env=False, timeout=60, headers=headers)
        yield Running(url, until_end.enter_context(client), make)


def test_answers_are_those_of_a_server_without_a_cluster(running: Running, speech: Sound) -> None:
    frames = WespeakerOnnx().frames(Clip.whole(speech))
    (here,) = frames.embed(np.array([0]), np.array([len(frames)]))
    answer = running.post(speech)
    assert answer.status_code == 200
    assert np.abs(np.array(answer.json(), np.float32) - here).max() < 1e-5


def test_our_own_client_needs_to_know_nothing_of_it(running: Running, speech: Sound) -> None:
    embedder = RemoteEmbedder(RemoteSettings(running.url, allowed=True, token="secret"))
    clips = [Clip.whole(speech[start : start + 16_000]) for start in range(0, 32_000, 2_000)]
    with ThreadPoolExecutor(16) as pool:
        there = np.concatenate(list(pool.map(lambda clip: embedder.embed([clip]), clips)))
    assert (there * WespeakerOnnx().embed(clips)).sum(axis=1).min() > 0.99999
    running.wait_for_health(200)
    assert "it embeds with WeSpeaker on cpu" in embedder.check().detail
    embedder.close()


def test_refusals_are_those_of_a_server_without_a_cluster(running: Running, speech: Sound) -> None:
    assert running.post(speech[:6_400]).json()["detail"]["error"] == "audio_too_short"
    nobody = {"Authorization": ""}
    assert running.client.get("/health", headers=nobody).json() == {"status": "ok"}
    assert running.client.post("/v2/embedding", headers=nobody).status_code == 401


def test_more_clients_bring_more_replicas(running: Running, speech: Sound) -> None:
    bring_two_replicas(running, speech)


def test_a_replica_that_cannot_embed_is_taken_out_and_told(running: Running, speech: Sound) -> None:
    bring_two_replicas(running, speech)
    before = running.wait_for_health(200).json()["counters"]["failed"]
    running.make.broken.touch()
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: running.post(speech), range(24)))
    assert not running.make.broken.exists()  # one has broken
    assert {answer.status_code for answer in answers} == {200}
    health = running.wait_for_health(200).json()
    (reason,) = health["replicas"]["taken_out"]
    assert reason.endswith(": its embeddings of the sample recording are not numbers")
    assert reason.startswith(os.uname().nodename)
    assert health["counters"]["failed"] == before


def test_what_a_killed_replica_was_asked_another_answers(running: Running, speech: Sound) -> None:
    bring_two_replicas(running, speech)
    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(running.post, speech) for _ in range(24)]
        sleep(0.3)
        os.kill(replica_pids()[0], signal.SIGKILL)
        assert {each.result().status_code for each in asked} == {200}
    assert running.post(speech).status_code == 200


def test_where_no_replica_can_start_nothing_is_embedded_and_health_says_why(
    running: Running, speech: Sound, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.cluster.replicated_embedder._ANSWER_S", 2.0)
    running.make.gone.touch()
    for pid in replica_pids():
        os.kill(pid, signal.SIGKILL)
    ill = running.wait_for_health(503)
    until = monotonic() + PATIENCE_S
    while not (says_none_is_running(ill) and "not installed" in str(ill.json()["replicas"])) and monotonic() < until:
        ill = running.client.get("/health")
    assert says_none_is_running(ill)
    assert ": WeSpeaker: the model is not installed. Fetch it" in ill.json()["replicas"]["taken_out"][0]
    refused = running.post(speech)
    assert (refused.status_code, refused.json()["detail"]["error"]) == (503, "cannot_embed")
    monkeypatch.undo()
    running.make.gone.unlink()
    assert running.wait_for_health(200).status_code == 200
    assert running.post(speech).status_code == 200


def says_none_is_running(health: httpx2.Response) -> bool:
    return (health.status_code, health.json()["embedding"]["self_test"]) == (503, "no replica is running")


def test_a_cluster_without_the_model_is_refused_by_the_names_of_its_nodes(running: Running) -> None:
    from desktop_app.cluster.replicas import replicas

    running.make.gone.touch()
    try:
        with pytest.raises(ClusterError, match=f"{os.uname().nodename}: WeSpeaker: the model is not installed"):
            with replicas("diarist-other", running.make):
                pass
    finally:
        running.make.gone.unlink()
