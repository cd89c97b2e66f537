"""Prints how fast a `diarist serve` answers: probe_serving WAY CLIENTS...; see WAYS."""

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from time import perf_counter
from typing import TYPE_CHECKING, Any

import numpy as np

from bench.children import serving
from desktop_app.core.audio.recording import open_recording
from desktop_app.core.embedding.remote_sound import wav_bytes
from desktop_app.core.models.packaged_models import sample_recording

if TYPE_CHECKING:
    import httpx2

WAYS = {"serving-alone": ("--workers", "1"), "serving": (), "serving-cluster": ("--cluster", "auto")}
"""One request and one run of the model after the other; as many as the model can use; replicas of Ray Serve."""
CLIP = slice(80_000, 128_000)
"""Three seconds of the sample, in samples."""
SPENT_S = 15.0
"""By every number of clients, about."""
WARM_S = 6.0
"""Before, unmeasured: a cluster takes more replicas meanwhile."""
LEAST_EACH = 3


def main() -> None:
    """Every number of clients in turn, on one server that has answered before."""
    import httpx2

    way, clients = sys.argv[1], [int(each) for each in sys.argv[2:]]
    with open_recording(sample_recording()) as recording:
        clip = np.array(recording.samples[CLIP])
    kept = httpx2.Limits(max_connections=max(clients), max_keepalive_connections=max(clients))
    with serving(*WAYS[way]) as url, httpx2.Client(base_url=url, limits=kept, trust_env=False, timeout=120) as client:
        health = client.get("/health").json()
        one_s = min(_asked(client, wav_bytes(clip)) for _ in range(5))
        loads = [_load(client, wav_bytes(clip), count, one_s) for count in clients]
    print(json.dumps({"device": health["embedding"]["device"], "clip_s": len(clip) / 16_000, "loads": loads}))


def _load(client: "httpx2.Client", wav: bytes, clients: int, one_s: float) -> dict[str, Any]:
    _asked_by(client, wav, clients, WARM_S / one_s)
    started_s = perf_counter()
    times_s = np.array(_asked_by(client, wav, clients, SPENT_S / one_s))
    spent_s = perf_counter() - started_s
    p50_ms, p95_ms = (float(value) * 1000 for value in np.percentile(times_s, (50, 95)))
    return {"clients": clients, "per_s": len(times_s) / spent_s, "p50_ms": p50_ms, "p95_ms": p95_ms}


def _asked_by(client: "httpx2.Client", wav: bytes, clients: int, requests: float) -> list[float]:
    each = max(LEAST_EACH, round(requests / clients))
    with ThreadPoolExecutor(clients) as pool:
        return list(chain.from_iterable(pool.map(lambda _: [_asked(client, wav) for _ in range(each)], range(clients))))


def _asked(client: "httpx2.Client", wav: bytes) -> float:
    started_s = perf_counter()
    client.post("/v2/embedding", files={"file": ("segment.wav", wav, "audio/wav")}).raise_for_status()
    return perf_counter() - started_s


if __name__ == "__main__":
    main()
