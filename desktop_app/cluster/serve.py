"""`diarist serve --cluster`: the server on this computer, its replicas on a cluster."""

import socket
from functools import partial

from desktop_app.cluster.ray_runtime import ray_runtime
from desktop_app.core.store.settings_file import load_settings
from desktop_app.server.binding import Binding
from desktop_app.server.limits import ServerLimits
from desktop_app.server.run import embedder_of, serve_with, without_remote


def serve_on_cluster(address: str, binding: Binding, limits: ServerLimits, *, most: int | None = None) -> None:
    """Serve until interrupted, as `server.run.serve` does. ClusterError or CannotServe if it does not start.

    address: as ray_runtime's. most: replicas at a time. The settings of this computer count on all.
    """
    binding.check()
    make_embedder = partial(embedder_of, without_remote(load_settings()))
    application = f"diarist-{socket.gethostname()}-{binding.port}"
    with ray_runtime(address):
        from desktop_app.cluster.replicas import replicas
        from desktop_app.cluster.replicated_service import ReplicatedService

        with replicas(application, make_embedder, most) as (there, callers, refused):
            serve_with(binding, lambda: ReplicatedService(there, limits, callers=callers, refused=refused))
