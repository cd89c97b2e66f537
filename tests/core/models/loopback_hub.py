"""A hub on this machine: it answers for files of repositories as the real one does, and fails as it is told to."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread


@dataclass
class Hub:
    """files: by path, '/owner/name/resolve/REVISION/FILE'. ranges: whether it knows them. cuts: for each of the next
    requests, after how many bytes the connection is lost; None for never. status: answered to everything. elsewhere:
    where requests are sent on to. hold: it sends half and waits for `go_on`, when this is set.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    ranges: bool = True
    cuts: list[int | None] = field(default_factory=list)
    status: int | None = None
    elsewhere: str | None = None
    hold: bool = False
    half_sent: Event = field(default_factory=Event)
    go_on: Event = field(default_factory=Event)
    requests: list[dict[str, str]] = field(default_factory=list)
    url: str = ""

    @property
    def asked_ranges(self) -> list[str | None]:
        """The Range of every request."""
        return [request.get("range") for request in self.requests]


class _Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    hub: Hub

    def do_GET(self) -> None:
        hub = self.hub
        hub.requests.append({"path": self.path} | {name.lower(): value for name, value in self.headers.items()})
        if hub.elsewhere:
            return self._head(302, {"Location": hub.elsewhere + self.path, "Content-Length": "0"})
        content = hub.files.get(self.path)
        status = hub.status or (404 if content is None else 200)
        if content is None or status != 200:
            return self._head(status, {"Content-Length": "0"})
        start = int(self.headers.get("Range", "bytes=0-").removeprefix("bytes=").removesuffix("-")) if hub.ranges else 0
        if start >= len(content):
            return self._head(416, {"Content-Range": f"bytes */{len(content)}", "Content-Length": "0"})
        self._send(content, start)
        return None

    def _send(self, content: bytes, start: int) -> None:
        headers = {"ETag": '"anything"', "X-Repo-Commit": "0" * 40, "Content-Length": str(len(content) - start)}
        if start:
            headers["Content-Range"] = f"bytes {start}-{len(content) - 1}/{len(content)}"
        self._head(206 if start else 200, headers)
        cut = self.hub.cuts.pop(0) if self.hub.cuts else None
        if self.hub.hold:
            # What is sent has then been received, but for so much.
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 16_384)
            self.wfile.write(content[start : len(content) // 2])
            start = max(start, len(content) // 2)
            self.hub.half_sent.set()
            self.hub.go_on.wait(60)
        try:
            self.wfile.write(content[start : len(content) if cut is None else start + cut])
        except OSError:
            cut = 0  # whoever asked has gone
        self.close_connection = cut is not None

    def _head(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(hub: Hub) -> Iterator[Hub]:
    """The hub, at its url, until the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Answer", (_Answer,), {"hub": hub}))
    server.daemon_threads = False  # those that are left are waited for
    server.socket.setsockopt(
        socket.SOL_SOCKET, socket.SO_SNDBUF, 16_384
    )  # what is sent has been received, but for this
    hub.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield hub
    finally:
        hub.go_on.set()
        server.shutdown()
        thread.join()
        server.server_close()
