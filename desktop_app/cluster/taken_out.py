"""Which replicas were taken out, and why: an actor that replicas tell, and the server asks."""

from collections.abc import Mapping
from typing import Any

import ray

_ROOM = "diarist"
"""Ray's namespace."""


class TakenOut:
    """Why the last replica of each node was taken out."""

    def __init__(self) -> None:
        self._reasons: dict[str, str] = {}

    def add(self, node: str, reason: str) -> None:
        """A replica of the node is taken out. node: its id."""
        self._reasons[node] = reason

    def reasons(self) -> Mapping[str, str]:
        """Reasons by the ids of nodes."""
        return self._reasons


def begin(record: str, placed: Mapping[str, object]) -> Any:  # noqa: ANN401  a handle of an actor
    """The actor of this name, which ends with this process. placed: where, as Ray's options say it."""
    options = {"name": record, "namespace": _ROOM, "num_cpus": 0}
    return ray.remote(TakenOut).options(**options, **placed).remote()


def tell(record: str, reason: str) -> None:
    """Called in a replica: why it is taken out. record: the actor's name."""
    actor = ray.get_actor(record, namespace=_ROOM)
    ray.get(actor.add.remote(ray.get_runtime_context().get_node_id(), reason))
