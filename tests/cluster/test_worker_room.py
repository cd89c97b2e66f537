"""How many workers a cluster has, and how many cores each."""

from collections.abc import Sequence

import pytest

from desktop_app.cluster import worker_pool
from desktop_app.cluster.errors import ClusterError
from desktop_app.cluster.worker_pool import Workers

ray = pytest.importorskip("ray")


def room(monkeypatch: pytest.MonkeyPatch, nodes: Sequence[dict[str, float]], asked: Workers) -> tuple[int, int, int]:
    told = [{"Alive": True, "Resources": node} for node in nodes] + [{"Alive": False, "Resources": {"CPU": 64.0}}]
    monkeypatch.setattr(ray, "nodes", lambda: told)
    found = worker_pool._room(asked)
    return found.workers, found.cores, found.at_once


@pytest.mark.parametrize(
    ("nodes", "asked", "found"),
    [
        ([{"CPU": 2.0}], Workers(), (1, 2, 1)),
        ([{"CPU": 64.0}, {"CPU": 64.0}], Workers(), (64, 2, 64)),
        ([{"CPU": 1.0}, {"CPU": 1.0}], Workers(), (2, 1, 2)),
        ([{}, {"CPU": 8.0}], Workers(), (4, 2, 4)),
        ([{"CPU": 16.0}], Workers(2), (2, 8, 2)),
        ([{"CPU": 2.0}], Workers(8), (8, 1, 2)),
        ([{}], Workers(2), (2, 2, 0)),
        ([{"CPU": 8.0, "GPU": 1.0}, {"CPU": 8.0, "GPU": 1.0}], Workers(gpus_each=0.5), (4, 4, 4)),
        ([{"CPU": 8.0, "GPU": 1.0}], Workers(gpus_each=0.1), (10, 1, 8)),
    ],
)
def test_as_many_as_fit_share_the_cores(
    monkeypatch: pytest.MonkeyPatch, nodes: list[dict[str, float]], asked: Workers, found: tuple[int, int, int]
) -> None:
    assert room(monkeypatch, nodes, asked) == found


@pytest.mark.parametrize(
    ("asked", "lacking"), [(Workers(gpus_each=1.0), "a graphics card"), (Workers(), "a core to give")]
)
def test_a_cluster_without_room_is_told(monkeypatch: pytest.MonkeyPatch, asked: Workers, lacking: str) -> None:
    nodes = [{"CPU": 8.0}] if asked.gpus_each else [{}]
    with pytest.raises(ClusterError, match=f"no node of the cluster has {lacking}; say --workers"):
        room(monkeypatch, nodes, asked)


def test_for_a_worker_whose_node_has_died_nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    nodes = [{"Alive": True, "Resources": {"CPU": 1.0}} for _ in range(3)]
    monkeypatch.setattr(ray, "nodes", lambda: nodes)
    found = worker_pool._room(Workers())
    assert (found.workers, found.at_once) == (3, 3)
    nodes[1]["Alive"] = False
    assert (found.workers, found.at_once) == (3, 2)
