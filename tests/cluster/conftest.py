"""Clusters of Ray on this machine: two nodes are two raylets."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from ray.cluster_utils import Cluster

CORES = 1
"""Of each node."""


@pytest.fixture(autouse=True)
def _one_at_a_time(alone_with_ray: None) -> None:
    """All of these tests have a Ray."""


@pytest.fixture
def cluster(monkeypatch: pytest.MonkeyPatch) -> Iterator["Cluster"]:
    """Two nodes, the cluster that this computer belongs to."""
    from ray.cluster_utils import Cluster

    # Of a short name: Ray's sockets lie in it.
    with tempfile.TemporaryDirectory(prefix="ray", ignore_cleanup_errors=True) as folder:
        Path(folder, "ray").mkdir()
        monkeypatch.setenv("RAY_TMPDIR", folder)
        monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        head = {"num_cpus": CORES, "include_dashboard": False, "temp_dir": f"{folder}/ray"}
        cluster = Cluster(initialize_head=True, head_node_args=head)
        cluster.add_node(num_cpus=CORES)
        monkeypatch.setenv("RAY_ADDRESS", cluster.address)
        yield cluster
        cluster.shutdown()
        os.environ.pop("RAY_ADDRESS", None)
