"""Which nodes of a cluster can work for this Diarist, and why others cannot."""

from collections.abc import Callable, Mapping
from typing import Any

import ray
from ray.exceptions import GetTimeoutError
from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

from desktop_app import __version__
from desktop_app.core.models.errors import ModelUnavailable, first_line

_CHECK_S = 120.0
"""A node that has not answered by then is not waited for: preparing a model takes some seconds, once."""


def node_names() -> Mapping[str, str]:
    """The nodes that are there, id to name: that of `ray start --node-name`, else the computer's."""
    return {node["NodeID"]: _name(node) for node in ray.nodes() if node["Alive"]}


def refused_nodes(load: Callable[[], object]) -> Mapping[str, str]:
    """Why nodes cannot be used, a sentence each that names the node, by their ids.

    load: what has to succeed on a node; ModelUnavailable if it does not.
    """
    asked = {node: _check_on(node).remote(__version__, load) for node in node_names()}
    found = {node: _answer(answer) for node, answer in asked.items()}
    return {node: f"{node_names()[node]}: {why}" for node, why in found.items() if why}


def _check_on(node: str) -> Any:  # noqa: ANN401  Ray's own kind of function
    return ray.remote(_why_not).options(
        num_cpus=0, max_retries=0, scheduling_strategy=NodeAffinitySchedulingStrategy(node, soft=False)
    )


def _why_not(version: str, load: Callable[[], object]) -> str:
    """Run on the node."""
    if version != __version__:
        return f"it has Diarist {__version__}, not {version}"
    try:
        load()
    except ModelUnavailable as error:
        return str(error)
    return ""


def _answer(answer: Any) -> str:  # noqa: ANN401  a reference
    try:
        return str(ray.get(answer, timeout=_CHECK_S))
    except GetTimeoutError:
        return f"it has not answered within {_CHECK_S:g} s"
    except Exception as error:  # noqa: BLE001  whatever goes wrong on another computer
        if "No module named 'desktop_app" in str(error):
            return "Diarist is not installed there"
        return first_line(getattr(error, "cause", None) or error)


def _name(node: Mapping[str, Any]) -> str:
    named = node["NodeName"] != node["NodeManagerAddress"]
    return str(node["NodeName"] if named else node["NodeManagerHostname"])
