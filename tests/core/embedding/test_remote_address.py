import pytest

from desktop_app.core.embedding.remote_address import address_of, is_loopback
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.store.settings import RemoteSettings


@pytest.mark.parametrize(
    ("url", "base", "host", "is_encrypted"),
    [
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080", "127.0.0.1:8080", False),
        ("https://Diarizer.Example", "https://diarizer.example", "diarizer.example", True),
        ("https://diarizer.example/behind/", "https://diarizer.example/behind", "diarizer.example", True),
        ("http://[::1]:80", "http://[::1]:80", "[::1]:80", False),
    ],
)
def test_an_address_is_taken_apart(url: str, base: str, host: str, is_encrypted: bool) -> None:
    address = address_of(RemoteSettings(url, allowed=True))
    assert (address.url, address.host, address.is_encrypted) == (base, host, is_encrypted)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("", "no address is set"),
        ("diarizer.example", "not a URL"),
        ("http://", "not a URL"),
        ("http://diarizer.example:port", "not a URL"),
        ("http://diarizer.example:99999", "not a URL"),
        ("http://[::1", "not a URL"),
        ("http://diarizer example", "not a URL"),
        ("http://diarizer.example/\nHost: other", "not a URL"),
        ("ftp://diarizer.example", "begins with ftp: instead of"),
        ("file://localhost/etc", "begins with file: instead of"),
        ("http://me:secret@diarizer.example", "a user name or password"),
        ("http://diarizer.example/?key=1", "goes on after the path"),
    ],
)
def test_what_is_no_address_of_a_host_is_refused(url: str, reason: str) -> None:
    with pytest.raises(ModelUnavailable) as refused:
        address_of(RemoteSettings(url, allowed=True))
    assert reason in refused.value.reason
    assert "secret" not in str(refused.value)


def test_a_host_that_is_not_allowed_is_refused_whatever_its_address() -> None:
    with pytest.raises(ModelUnavailable, match="it is not allowed"):
        address_of(RemoteSettings("http://127.0.0.1:8080", allowed=False))


@pytest.mark.parametrize("token", ["secret", ""])
@pytest.mark.parametrize("url", ["https://diarizer.example", "http://localhost:1", "http://127.3.2.1", "http://[::1]"])
def test_voices_and_token_go_where_nobody_hears_them_on_the_way(url: str, token: str) -> None:
    assert address_of(RemoteSettings(url, allowed=True, token=token))


@pytest.mark.parametrize("token", ["secret", ""])
@pytest.mark.parametrize(
    "url",
    [
        "http://diarizer.example",
        "HTTP://Diarizer.Example:80/",
        "http://10.0.0.7:8080",
        "http://[fe80::1]:8080",
        "http://0.0.0.0:8080",
        "http://localhost.example",
        "http://not.localhost",
    ],
)
def test_neither_voices_nor_a_token_cross_the_network_unencrypted(url: str, token: str) -> None:
    with pytest.raises(ModelUnavailable, match="unencrypted") as refused:
        address_of(RemoteSettings(url, allowed=True, token=token))
    assert "https" in refused.value.hint


@pytest.mark.parametrize("token", ["two words", "line\nbreak", "schlüssel"])
def test_a_token_that_fits_in_no_header_is_refused(token: str) -> None:
    with pytest.raises(ModelUnavailable, match="characters that no token has"):
        address_of(RemoteSettings("https://diarizer.example", allowed=True, token=token))


@pytest.mark.parametrize(("host", "ours"), [("0.0.0.0", False), ("::1", True), ("localhost", True), ("", False)])
def test_this_computer_is_known_by_its_names(host: str, ours: bool) -> None:
    assert is_loopback(host) is ours
