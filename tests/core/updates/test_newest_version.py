"""The newest version, asked of a server on this machine."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from desktop_app.core.updates.newest_version import UpdateUnknown, is_newer, newest_version


class Answer(BaseHTTPRequestHandler):
    """Says what it is given."""

    body = b""
    status = 200
    requests: list[tuple[str, dict[str, str]]]

    def do_GET(self) -> None:
        self.requests.append((self.path, dict(self.headers)))
        self.send_response(self.status)
        self.send_header("Content-Length", str(len(self.body)))
        self.end_headers()
        self.wfile.write(self.body)

    def log_message(self, *arguments: object) -> None:
        """Nothing."""


@pytest.fixture
def answer() -> type[Answer]:
    return type("ThisAnswer", (Answer,), {"requests": []})


@pytest.fixture
def address(answer: type[Answer]) -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), answer) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/newest"
        server.shutdown()


def test_the_first_line_is_the_version_and_nothing_of_this_computer_is_said(answer: type[Answer], address: str) -> None:
    answer.body = b"1.2.0\nwith better words\n"
    assert newest_version(address) == "1.2.0"
    ((path, headers),) = answer.requests
    assert path == "/newest"
    assert headers.keys() == {"Host", "Accept", "Accept-Encoding", "Connection", "User-Agent"}
    assert headers["User-Agent"] == "diarist"


@pytest.mark.parametrize("body", [b"", b"<html>", b"newest", b"1", b"1.2.0 <b>", b"\xff" * 5000])
def test_an_answer_that_is_no_version_is_refused(answer: type[Answer], address: str, body: bytes) -> None:
    answer.body = body
    with pytest.raises(UpdateUnknown, match=r"^the answer names no version$"):
        newest_version(address)


def test_a_server_that_knows_nothing_is_named(answer: type[Answer], address: str) -> None:
    answer.status = 404
    with pytest.raises(UpdateUnknown, match=r"^127\.0\.0\.1 answers with HTTP 404$"):
        newest_version(address)


def test_a_server_that_is_not_there_is_named(refused_port: int) -> None:
    with pytest.raises(UpdateUnknown, match=r"^127\.0\.0\.1 cannot be reached$"):
        newest_version(f"http://127.0.0.1:{refused_port}/")


@pytest.mark.parametrize(
    ("version", "than", "newer"),
    [("0.2.0", "0.1.0", True), ("0.10.0", "0.9.0", True), ("0.1", "0.1.0", False), ("0.1.0", "0.2.0", False)],
)
def test_versions_are_compared_by_their_figures(version: str, than: str, newer: bool) -> None:
    assert is_newer(version, than) is newer
