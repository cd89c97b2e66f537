from pathlib import Path

import pytest

from desktop_app.server.binding import TOKEN_VARIABLE, Binding, token_from
from desktop_app.server.errors import CannotServe


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.2", "diarizer.example"])
def test_other_computers_are_not_served_without_a_token(host: str) -> None:
    with pytest.raises(CannotServe, match=TOKEN_VARIABLE):
        Binding(host, 0).check()
    Binding(host, 0, "secret").check()
    Binding(host, 0, insecure=True).check()


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
def test_this_computer_is_served_without_one(host: str) -> None:
    Binding(host, 0).check()
    assert Binding(host, 0).warning is None


def test_a_network_without_encryption_is_warned_of(tmp_path: Path) -> None:
    pem = tmp_path / "host.pem"
    pem.touch()
    assert "unencrypted" in (Binding("0.0.0.0", 0, "secret").warning or "")
    assert Binding("0.0.0.0", 0, "secret", pem, pem).warning is None


def test_half_of_what_encrypts_is_not_enough(tmp_path: Path) -> None:
    with pytest.raises(CannotServe, match="both"):
        Binding("127.0.0.1", 0, certificate=tmp_path / "host.pem").check()
    with pytest.raises(CannotServe, match="there is no such file"):
        Binding("127.0.0.1", 0, "", tmp_path / "host.pem", tmp_path / "host.pem").check()


def test_a_port_in_use_is_named() -> None:
    with Binding("127.0.0.1", 0).listen() as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CannotServe, match=f"port {port} cannot be listened on"):
            Binding("127.0.0.1", port).listen()


def test_the_url_tells_the_port_that_was_found() -> None:
    with Binding("127.0.0.1", 0).listen() as listening:
        assert Binding("127.0.0.1", 0).url(listening) == f"http://127.0.0.1:{listening.getsockname()[1]}"
        assert Binding("::1", 0).url(listening).startswith("http://[::1]:")


def test_the_file_counts_before_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(TOKEN_VARIABLE, raising=False)
    assert token_from(None) == ""
    monkeypatch.setenv(TOKEN_VARIABLE, " of the environment ")
    assert token_from(None) == "of the environment"
    file = tmp_path / "token"
    file.write_text("of the file\n")
    assert token_from(file) == "of the file"


@pytest.mark.parametrize("content", [None, b"", b" \n", b"\xff"])
def test_a_file_without_a_token_is_no_open_door(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "token"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(CannotServe):
        token_from(file)
