"""Serving until it is stopped."""

import sys
from collections.abc import Callable
from dataclasses import replace

import uvicorn

from desktop_app.core.embedding.embedder import Embedder
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.first_usable import Preferred
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.warnings import passed_over_warnings
from desktop_app.core.store.settings import EmbeddingSource, RemoteSettings, Settings
from desktop_app.core.store.settings_file import load_settings
from desktop_app.server.application import create_app
from desktop_app.server.binding import Binding
from desktop_app.server.errors import CannotServe
from desktop_app.server.limits import ServerLimits
from desktop_app.server.service import EmbeddingService

_KEPT_OPEN_S = 30
"""Longer than clients keep a connection: they close it, not we, so no request meets a closed one."""


def built_in(on_preparing: Callable[[float], None] = lambda _: None) -> Preferred[Embedder]:
    """The embedder that the settings choose on this computer, and what it stands in for. Never another computer's.

    on_preparing: as Engines.prepare's.
    """
    return embedder_of(without_remote(load_settings()), on_preparing)


def embedder_of(settings: Settings, on_preparing: Callable[[float], None] = lambda _: None) -> Preferred[Embedder]:
    """The embedder that the settings choose, and what it stands in for. on_preparing: as Engines.prepare's."""
    engines = Engines(settings)
    engines.prepare(on_preparing)
    embedders = engines.embedders()
    return Preferred(embedders.first, embedders.passed_over)


def without_remote(settings: Settings) -> Settings:
    """The settings of a computer that does the work itself."""
    embedding = settings.embedding
    if embedding.source is EmbeddingSource.REMOTE:
        embedding = replace(embedding, source=EmbeddingSource.BUILTIN)
    return replace(settings, remote=RemoteSettings(), embedding=embedding)


def serve(
    binding: Binding,
    limits: ServerLimits,
    *,
    workers: int | None = None,
    make_embedder: Callable[[], Preferred[Embedder]] = built_in,
) -> None:
    """Serve until interrupted; says on standard output where. CannotServe if it does not start.

    workers: as EmbeddingService's.
    """
    serve_with(binding, lambda: _service(make_embedder, limits, workers))


def serve_with(binding: Binding, make_service: Callable[[], EmbeddingService]) -> None:
    """Serve as `serve` does, with a service of any kind; it is made once the place to listen at is free."""
    from threadpoolctl import threadpool_limits

    binding.check()
    with binding.listen() as listening, threadpool_limits(1, "blas"):
        service = make_service()
        _require_well(service)
        if binding.warning:
            print(f"diarist: {binding.warning}", file=sys.stderr)
        for warning in service.warnings:
            print(f"diarist: {warning}", file=sys.stderr)
        print(f"{service.embedder.use.name} on {service.embedder.use.device}: {service.test().found}", file=sys.stderr)
        print(f"Listening on {binding.url(listening)}", flush=True)
        server(service, binding).run(sockets=[listening])


def server(service: EmbeddingService, binding: Binding) -> uvicorn.Server:
    """A server that closes the service at its end."""
    config = uvicorn.Config(
        create_app(service, token=binding.token),
        loop="asyncio",
        http="h11",
        ws="none",
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_keep_alive=_KEPT_OPEN_S,
        ssl_certfile=binding.certificate,
        ssl_keyfile=binding.key,
    )
    return uvicorn.Server(config)


def _service(
    make_embedder: Callable[[], Preferred[Embedder]], limits: ServerLimits, workers: int | None
) -> EmbeddingService:
    try:
        preferred = make_embedder()
        warnings = passed_over_warnings(preferred.engine.use.name, preferred.passed_over)
        return EmbeddingService(preferred.engine, limits, workers=workers, warnings=warnings)
    except ModelUnavailable as error:
        raise CannotServe(str(error)) from error


def _require_well(service: EmbeddingService) -> None:
    result = service.test()
    if not result.ok:
        service.close()
        raise CannotServe(f"{service.embedder.use.name}: {result.found}")
