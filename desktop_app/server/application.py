"""The paths of the remote diarizer."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from desktop_app.server.access import Access
from desktop_app.server.errors import Refused
from desktop_app.server.self_test import TestResult
from desktop_app.server.service import EmbeddingService
from desktop_app.server.upload import read_upload

TEST_S = 10.0
"""A self-test that takes longer has failed, for whoever asks."""


def create_app(service: EmbeddingService, *, token: str = "") -> FastAPI:
    """The application; it closes the service when it ends. token: what /v2/embedding asks for, '' for nothing."""
    access, testing = Access(token), _Testing(service)
    # No page of documentation: it would load scripts from the network.
    app = FastAPI(title="Diarist", openapi_url=None, docs_url=None, redoc_url=None, lifespan=_closing(service))
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(HTTPException, _no_such)
    app.add_exception_handler(Exception, _broken)

    @app.post("/v2/embedding")
    async def embedding(request: Request) -> JSONResponse:
        access.require(request)
        with service.place():
            data = await _uploaded(request, service)
            vector = await asyncio.get_running_loop().run_in_executor(service.pool, service.embed, data)
        return JSONResponse(vector)

    @app.get("/health")
    async def health(request: Request) -> JSONResponse:
        result = await testing.result()
        told = _told(service, result) if access.is_granted(request) else {}
        return JSONResponse({"status": "ok" if result.ok else "unavailable", **told}, 200 if result.ok else 503)

    return app


async def _uploaded(request: Request, service: EmbeddingService) -> bytes:
    try:
        return await read_upload(request, service.limits)
    except Refused:
        service.count("refused")
        raise


class _Testing:
    """The self-test for all who ask meanwhile: one runs at a time, and none is waited for too long."""

    def __init__(self, service: EmbeddingService) -> None:
        self._service = service
        self._running: asyncio.Future[TestResult] | None = None

    async def result(self) -> TestResult:
        if self._running is None or self._running.done():
            loop = asyncio.get_running_loop()
            self._running = loop.run_in_executor(self._service.test_pool, self._service.test)
        try:
            return await asyncio.wait_for(asyncio.shield(self._running), TEST_S)
        except TimeoutError:
            return TestResult(False, f"its self-test has not come to an end after {TEST_S:g} s")


def _told(service: EmbeddingService, result: TestResult) -> dict[str, object]:
    use = service.embedder.use
    embedding = {
        "model": use.name,
        "device": use.device,
        "note": use.note,
        "sha256": use.sha256,
        "dimension": service.embedder.dimension,
        "self_test": result.found,
        "warnings": list(service.warnings),
    }
    return {"embedding": embedding, "counters": service.counts(), **service.more_told()}


def _closing(service: EmbeddingService):  # type: ignore[no-untyped-def]  # noqa: ANN202
    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        service.close()

    return lifespan


async def _refused(_request: Request, refused: Exception) -> JSONResponse:
    assert isinstance(refused, Refused)  # noqa: S101  registered for it alone
    return JSONResponse(refused.body, refused.status, headers=dict(refused.headers))


async def _no_such(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101  registered for it alone
    name, message = {
        404: ("no_such_path", "There are POST /v2/embedding and GET /health."),
        405: ("wrong_method", "POST to /v2/embedding, GET from /health."),
    }.get(error.status_code, ("bad_request", str(error.detail)))
    return await _refused(_request, Refused(error.status_code, name, message, headers=error.headers))


async def _broken(_request: Request, _error: Exception) -> JSONResponse:
    return await _refused(_request, Refused(500, "internal", "Something went wrong in the server; its log says what."))
