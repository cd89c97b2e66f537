"""What the doctor is told of a remote diarizer."""

import socket

import pytest

from desktop_app.core.embedding.remote import RemoteEmbedder
from desktop_app.core.models.link import Link
from desktop_app.core.store.settings import RemoteSettings
from embedding.scripted_host import Reply, ScriptedHost

WELL = {"status": "ok", "embedding": {"model": "WeSpeaker", "device": "cuda", "self_test": "fine"}}
ILL = {"status": "unavailable", "embedding": {"self_test": "it does not embed"}}


def checked(reply: Reply) -> tuple[Link, ScriptedHost]:
    with ScriptedHost(reply) as host:
        embedder = RemoteEmbedder(RemoteSettings(host.url, allowed=True))
        link = embedder.check()
        assert embedder.requests == 1
        embedder.close()
        return link, host


@pytest.mark.parametrize(
    ("reply", "ok", "detail"),
    [
        (Reply(WELL), True, "HOST is well; it embeds with WeSpeaker on cuda"),
        (Reply({"status": "healthy"}), True, "HOST is well; whether it can embed, it does not say"),
        (Reply(ILL, 503), False, "HOST says that it cannot embed: it does not embed"),
        (Reply(WELL, 503), False, "HOST says that it cannot embed: fine"),
        (Reply({"status": "loading"}), False, "HOST says that it cannot embed: it does not say why"),
        (Reply(["ok"]), False, "HOST says that it cannot embed: it does not say why"),
        (Reply(b"<html>"), False, "HOST answered with HTML instead of JSON"),
        (Reply({}, 404), False, "HOST answered 404 when it was asked how it is"),
        (Reply(drops=True), False, "HOST closed the connection without an answer"),
        (Reply({"status": "ok", "embedding": {"model": "a\nb", "device": "c"}}), True,
         "HOST is well; it embeds with a b on c"),
    ],
)  # fmt: skip
def test_the_link_says_what_the_host_said(reply: Reply, ok: bool, detail: str) -> None:
    link, host = checked(reply)
    assert (link.name, link.ok, link.detail) == ("remote", ok, detail.replace("HOST", host.name))
    assert bool(link.cure) is not ok
    assert [(asked.method, asked.path, asked.parts) for asked in host.asked] == [("GET", "/health", [])]


def test_a_host_that_is_not_there_is_told_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    link = RemoteEmbedder(RemoteSettings(f"http://127.0.0.1:{port}", allowed=True)).check()
    assert (link.ok, link.detail) == (False, f"127.0.0.1:{port} refused the connection")
