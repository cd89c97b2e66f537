"""The server's work where replicas do it."""

from collections.abc import Mapping, Sequence

from desktop_app.cluster.replicas import Replicas
from desktop_app.cluster.replicated_embedder import ReplicatedEmbedder
from desktop_app.server.limits import ServerLimits
from desktop_app.server.self_test import TestResult
from desktop_app.server.service import EmbeddingService


class ReplicatedService(EmbeddingService):
    """Tells, too, how many replicas there are, and which were taken out."""

    def __init__(self, replicas: Replicas, limits: ServerLimits, *, callers: int, refused: Sequence[str]) -> None:
        """callers: as Embedder's. refused: why nodes are not used, a sentence each."""
        embedder = ReplicatedEmbedder(replicas.handle, replicas.about, callers=callers)
        super().__init__(embedder, limits, warnings=[*replicas.about.warnings, *refused])
        self._replicas = replicas
        self._told: Mapping[str, object] = {}

    def test(self) -> TestResult:
        """See EmbeddingService.test; whatever the last test found, none embeds where there is no replica."""
        try:
            states = self._replicas.states()
            self._told = {"replicas": {**states, "taken_out": list(self._replicas.taken_out())}}
        except Exception as error:  # noqa: BLE001  whatever happens to a cluster
            self._told = {}
            return TestResult(False, f"the cluster does not answer: {error}")
        if not states.get("running"):
            return TestResult(False, "no replica is running")
        return super().test()

    def more_told(self) -> Mapping[str, object]:
        """See EmbeddingService.more_told."""
        return self._told
