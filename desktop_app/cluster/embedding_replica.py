"""What embeds for a remote diarizer on a cluster: Ray Serve starts it on the nodes, asks it, and replaces it."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from time import monotonic
from typing import Any

import numpy as np
import ray
from numpy.typing import NDArray
from ray import serve
from threadpoolctl import threadpool_limits

from desktop_app.cluster.taken_out import tell
from desktop_app.core.embedding.embedder import Embedder, unscaled_embedding
from desktop_app.core.models.errors import first_line
from desktop_app.core.models.first_usable import Preferred
from desktop_app.core.pipeline.warnings import passed_over_warnings
from desktop_app.core.transcript.values import EngineUse
from desktop_app.server.self_test import SelfTest

Sound = NDArray[np.float32]
MakeEmbedder = Callable[[], Preferred[Embedder]]

MOST_AT_ONCE = 16
"""Sounds that a card hears together; a processor hears one after the other."""
_COMPANY_S = 0.005
"""How long a sound waits for others."""


@dataclass(frozen=True, slots=True)
class About:
    """What a replica embeds with. warnings: what that stands in for, a sentence each."""

    use: EngineUse
    dimension: int
    warnings: tuple[str, ...]


class CannotEmbed(Exception):
    """The replica cannot embed, and is no more; the message is one sentence."""


class EmbeddingReplica:
    """An embedder in a process of its own, which ends itself when it cannot embed any more."""

    def __init__(self, make_embedder: MakeEmbedder, record: str) -> None:
        """make_embedder: may raise ModelUnavailable. record: as taken_out.tell's."""
        self._record = record
        _listen_on_no_other_network()
        threadpool_limits(1, "blas")
        try:
            preferred = make_embedder()
        except Exception as error:
            tell(record, first_line(error))
            raise
        self._embedder = preferred.engine
        use = preferred.engine.use
        self._about = About(use, self._embedder.dimension, passed_over_warnings(use.name, preferred.passed_over))
        at_once = 1 if use.device == "cpu" else MOST_AT_ONCE
        self._pool = ThreadPoolExecutor(at_once, "embed")
        self.embed.set_max_batch_size(at_once)
        self._self_test = SelfTest(self._embedder, monotonic)

    async def about(self) -> About:
        """What it embeds with."""
        return self._about

    @serve.batch(max_batch_size=MOST_AT_ONCE, batch_wait_timeout_s=_COMPANY_S)  # type: ignore[untyped-decorator]
    async def embed(self, sounds: list[Sound]) -> Sequence[Sound]:
        """The embedding float32 [dimension] of each sound, float32 [n], 16 kHz, not scaled; NaN where there is none.

        CannotEmbed if that is not for the sound's sake.
        """
        rows = await asyncio.gather(*(self._in_thread(self._row, sound) for sound in sounds))
        if not np.isfinite(rows).all():
            self._self_test.doubt()
            await self.check_health()
        return rows

    async def check_health(self) -> None:
        """Asked by Ray Serve time and again. CannotEmbed, after the end of this process was asked for, if it cannot."""
        result = await self._in_thread(self._self_test.result)
        if not result.ok:
            tell(self._record, result.found)
            ray.kill(ray.get_runtime_context().current_actor)
            raise CannotEmbed(result.found)

    async def _in_thread(self, work: Callable[..., Any], *arguments: object) -> Any:  # noqa: ANN401  whatever it gives
        return await asyncio.get_running_loop().run_in_executor(self._pool, work, *arguments)

    def _row(self, sound: Sound) -> Sound:
        try:
            return unscaled_embedding(self._embedder, sound)
        except Exception:  # noqa: BLE001  whatever an engine raises: the self-test says whether it is well
            return np.full(self._embedder.dimension, np.nan, np.float32)


def _listen_on_no_other_network() -> None:
    """A replica listens for calls of other deployments on every network, where here are none: on the node's alone."""
    from ray._common.network_utils import build_address
    from ray.serve._private import replica

    listen = replica.add_port_to_grpc_server
    address = build_address(ray.util.get_node_ip_address(), 0)
    replica.add_port_to_grpc_server = lambda server, _everywhere: listen(server, address)
