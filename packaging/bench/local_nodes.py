"""Nodes of a Ray cluster on this machine, each on a core of its own."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ray.cluster_utils import Cluster


@contextmanager
def local_nodes(count: int) -> Iterator["Cluster"]:
    """A cluster of so many, which this computer belongs to meanwhile."""
    from ray.cluster_utils import Cluster

    cores = sorted(os.sched_getaffinity(0))
    with TemporaryDirectory(prefix="ray", ignore_cleanup_errors=True) as folder:
        Path(folder, "ray").mkdir()  # Ray writes a note there before it makes the folder
        os.environ |= {"RAY_TMPDIR": folder, "RAY_USAGE_STATS_ENABLED": "0"}
        cluster = Cluster()
        try:
            for number in range(count):
                add_node(cluster, cores[number % len(cores)], folder)
            os.environ["RAY_ADDRESS"] = cluster.address
            yield cluster
        finally:
            cluster.shutdown()
            os.environ.pop("RAY_ADDRESS", None)


def add_node(cluster: "Cluster", core: int, folder: str) -> None:
    """Add a node whose processes run on this core alone."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {core})  # its processes inherit it
    try:
        cluster.add_node(num_cpus=1, include_dashboard=False, temp_dir=f"{folder}/ray")
    finally:
        os.sched_setaffinity(0, before)
