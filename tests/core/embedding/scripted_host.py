"""A remote diarizer on loopback that answers as it is told."""

import json
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email import message_from_bytes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from types import TracebackType
from typing import Self

GOOD = [0.0] * 255 + [2.0]
"""An embedding that is none of length 1."""


@dataclass(frozen=True)
class Reply:
    """body: bytes, or what becomes JSON. claims: more bytes are announced than come. waits: until the host ends."""

    body: object = field(default_factory=lambda: GOOD)
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    claims: int = 0
    drops: bool = False
    waits: bool = False

    @property
    def data(self) -> bytes:
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


@dataclass(frozen=True)
class Asked:
    """A request that came. parts: (name, file name, type, content) of its form."""

    method: str
    path: str
    headers: Mapping[str, str]
    parts: list[tuple[str, str, str, bytes]]


class ScriptedHost:
    """Use it in a `with` statement. Gives the replies in order, the last again and again."""

    def __init__(self, *replies: Reply | Callable[[Asked], Reply], tls: ssl.SSLContext | None = None) -> None:
        self._replies = list(replies) or [Reply()]
        self._lock = Lock()
        self._ended = Event()
        self.asked: list[Asked] = []
        self.connections = 0
        host = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            timeout = 5

            def setup(self) -> None:
                host.connections += 1
                super().setup()

            def do_POST(self) -> None:
                host._answer(self)

            def do_GET(self) -> None:
                host._answer(self)

            def log_message(self, *_: object) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = False

            def handle_error(self, *_: object) -> None:
                pass  # a client that went away

        self._server = Server(("127.0.0.1", 0), Handler)
        if tls is not None:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self.name = f"127.0.0.1:{self._server.server_address[1]}"
        self.url = f"{'http' if tls is None else 'https'}://{self.name}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def _answer(self, handler: BaseHTTPRequestHandler) -> None:
        body = handler.rfile.read(int(handler.headers.get("content-length", 0)))
        asked = Asked(handler.command, handler.path, dict(handler.headers), _parts(handler, body))
        with self._lock:
            self.asked.append(asked)
            next_reply = self._replies.pop(0) if len(self._replies) > 1 else self._replies[0]
        reply = next_reply if isinstance(next_reply, Reply) else next_reply(asked)
        if reply.waits:
            self._ended.wait()
        if reply.waits or reply.drops:
            handler.close_connection = True
            return
        handler.send_response(reply.status)
        for name, value in reply.headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(reply.data) + reply.claims))
        handler.end_headers()
        handler.wfile.write(reply.data)
        handler.close_connection = handler.close_connection or bool(reply.claims)


def _parts(handler: BaseHTTPRequestHandler, body: bytes) -> list[tuple[str, str, str, bytes]]:
    kind = handler.headers.get("content-type", "")
    if not kind.startswith("multipart/"):
        return []
    form = message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + body)
    return [
        (
            str(part.get_param("name", header="content-disposition")),
            str(part.get_filename()),
            part.get_content_type(),
            bytes(part.get_payload(decode=True)),  # type: ignore[arg-type]
        )
        for part in form.get_payload()  # type: ignore[union-attr]
    ]
