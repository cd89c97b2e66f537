"""The replicas that embed for a remote diarizer: as many as there is work for, on the nodes that can do it."""

import contextlib
import logging
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import ray

from desktop_app.cluster.errors import ClusterError
from desktop_app.cluster.node_check import node_names, refused_nodes
from desktop_app.cluster.taken_out import TakenOut
from desktop_app.core.models.errors import first_line

with warnings.catch_warnings():  # Ray Serve uses what the packages below it call deprecated
    warnings.simplefilter("ignore")
    from ray import serve

    from desktop_app.cluster.embedding_replica import MOST_AT_ONCE, About, EmbeddingReplica, MakeEmbedder

_QUIET = {"log_level": "CRITICAL", "enable_access_log": False}
_LOOKED_AFTER_S = 2.0
_COUNTED_EACH_S = 0.5
_MORE_AFTER_S, _FEWER_AFTER_S = 2.0, 120.0
_WAITING = 2
"""Sounds at each replica for each that it works on; where there are more, it takes more replicas."""
_STARTS = 3


@dataclass(frozen=True, slots=True)
class _Room:
    """What the cluster has for replicas.

    share: of each, as Ray's options say it. replicas: how many there can be. at_once: sounds that one hears together.
    """

    share: Mapping[str, object]
    replicas: int
    at_once: int


class Replicas:
    """The replicas of one application of Ray Serve."""

    def __init__(self, application: str, handle: Any, taken_out: Any) -> None:  # noqa: ANN401  Ray's own kinds
        """taken_out: a handle of the actor TakenOut."""
        self._application = application
        self._taken_out = taken_out
        self.handle = handle
        self.about: About = handle.about.remote().result()

    def states(self) -> Mapping[str, int]:
        """How many are running, starting, stopping; nothing of what there is none of."""
        (deployment,) = serve.status().applications[self._application].deployments.values()
        return {state.lower(): count for state, count in deployment.replica_states.items()}

    def taken_out(self) -> Sequence[str]:
        """Why replicas were taken out, a sentence that names the node: the last of each."""
        return _sentences(self._taken_out)


@contextlib.contextmanager
def replicas(
    application: str, make_embedder: MakeEmbedder, most: int | None = None
) -> Iterator[tuple[Replicas, int, Sequence[str]]]:
    """The replicas, which end with the context; how many sounds keep them busy; why nodes are not used.

    application: a name; who comes with the same takes the place of a server that has not come to its end.
    make_embedder: run on the nodes. most: replicas at a time; as many as the cluster has cards, or else cores, if None.
    ClusterError if there can be none.
    """
    refused = refused_nodes(make_embedder)
    room = _room(refused, most)
    taken_out = ray.remote(TakenOut).options(num_cpus=0, label_selector=room.share["label_selector"]).remote()
    logging.getLogger("ray.serve").setLevel(logging.CRITICAL)
    serve.start(proxy_location="Disabled", logging_config=_QUIET)
    try:
        application_of = _deployment(room).bind(make_embedder, taken_out)
        try:
            handle = serve.run(application_of, name=application, route_prefix=None, logging_config=_QUIET)
        except RuntimeError as error:
            raise ClusterError(f"no replica starts: {'; '.join(_sentences(taken_out)) or first_line(error)}") from error
        yield Replicas(application, handle, taken_out), room.replicas * room.at_once * _WAITING, list(refused.values())
    finally:
        _end(application)


def _room(refused: Mapping[str, str], most: int | None) -> _Room:
    nodes = [node for node in ray.nodes() if node["Alive"] and node["NodeID"] not in refused]
    if not nodes:
        raise ClusterError(f"no node of the cluster can embed. {'. '.join(refused.values())}")
    cores, cards = (int(sum(node["Resources"].get(kind, 0) for node in nodes)) for kind in ("CPU", "GPU"))
    there = cards or max(1, cores)
    elsewhere = {"ray.io/node-id": f"!in({','.join(refused)})"} if refused else {}
    share = {("num_gpus" if cards else "num_cpus"): 1, "label_selector": elsewhere}
    return _Room(share, min(there, most or there), MOST_AT_ONCE if cards else 1)


def _deployment(room: _Room) -> serve.Deployment:
    return serve.deployment(EmbeddingReplica).options(
        ray_actor_options=room.share,
        max_ongoing_requests=room.replicas * room.at_once * _WAITING,
        health_check_period_s=_LOOKED_AFTER_S,
        max_constructor_retry_count=_STARTS,
        autoscaling_config={
            "min_replicas": 1,
            "max_replicas": room.replicas,
            "target_ongoing_requests": room.at_once * _WAITING,
            "metrics_interval_s": _COUNTED_EACH_S,
            "look_back_period_s": _MORE_AFTER_S,
            "upscale_delay_s": _MORE_AFTER_S,
            "downscale_delay_s": _FEWER_AFTER_S,
        },
    )


def _sentences(taken_out: Any) -> Sequence[str]:  # noqa: ANN401  a handle of an actor
    names = node_names()
    reasons: Mapping[str, str] = ray.get(taken_out.reasons.remote())
    return [f"{names.get(node, node)}: {reason}" for node, reason in reasons.items()]


def _end(application: str) -> None:
    """End ours, and Ray Serve, too, unless it serves others."""
    serve.delete(application)
    if not serve.status().applications:
        serve.shutdown()
