"""Which nodes of a cluster can work for this Diarist, and why others cannot."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

import ray
from ray.exceptions import GetTimeoutError
from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

from desktop_app import __version__
from desktop_app.core.models.errors import ModelUnavailable

_CHECK_S = 120.0
"""A node that has not answered by then is not waited for: preparing a model takes some seconds, once."""


def node_names() -> Mapping[str, str]:
    """The nodes that are there, id to name: that of `ray start --node-name`, else the computer's."""
    return {node["NodeID"]: _name(node) for node in ray.nodes() if node["Alive"]}


def refused_nodes(load: Callable[[], object]) -> Mapping[str, str]:
    """Why nodes cannot be used, a sentence each that names the node, by their ids.

    load: what has to succeed on a node; ModelUnavailable if it does not.
    """
    names = node_names()
    refused = _complaints(names, _version_check())
    refused |= _complaints(names.keys() - refused.keys(), partial(_loading, load))
    return {node: f"{names[node]}: {why}" for node, why in refused.items()}


def _version_check() -> Callable[[], str]:
    here = __version__

    def check() -> str:  # of no module, so that it can be called where there is no Diarist
        from desktop_app import __version__ as there

        return "" if there == here else f"it has Diarist {there}, not {here}"

    return check


def _loading(load: Callable[[], object]) -> str:
    try:
        load()
    except ModelUnavailable as error:
        return str(error)
    return ""


def _complaints(nodes: Iterable[str], check: Callable[[], str]) -> dict[str, str]:
    """What the check, which runs on all nodes at once, says on those where it does not return ''."""
    begun = {node: _begun(node, check) for node in nodes}
    answers = {node: _answer(answer) for node, answer in begun.items()}
    return {node: answer for node, answer in answers.items() if answer}


def _begun(node: str, check: Callable[[], str]) -> Any:  # noqa: ANN401  a reference
    on_it = NodeAffinitySchedulingStrategy(node, soft=False)
    return ray.remote(lambda: check()).options(num_cpus=0, max_retries=0, scheduling_strategy=on_it).remote()


def _answer(answer: Any) -> str:  # noqa: ANN401  a reference
    try:
        return str(ray.get(answer, timeout=_CHECK_S))
    except GetTimeoutError:
        return f"it has not answered within {_CHECK_S:g} s"
    except Exception as error:  # noqa: BLE001  whatever goes wrong on another computer
        said = str(error).strip()
        return "Diarist is not installed there" if "No module named 'desktop_app" in said else said.splitlines()[-1]


def _name(node: Mapping[str, Any]) -> str:
    named = node["NodeName"] != node["NodeManagerAddress"]
    return str(node["NodeName"] if named else node["NodeManagerHostname"])
