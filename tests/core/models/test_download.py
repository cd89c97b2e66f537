"""Fetching, from a hub on this machine."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from types import SimpleNamespace

import pytest

from desktop_app.core.models import model_store
from desktop_app.core.models.download import fetch_model
from desktop_app.core.models.errors import ModelStoreError
from desktop_app.core.models.locate_model import find_model
from desktop_app.core.models.manifest import MOONSHINE_TINY_EN
from desktop_app.core.models.model_store import partial_bytes, store_folder
from models.loopback_hub import Hub, serving
from models.scripted_models import ADDRESS, CONTENT, OTHER_CONTENT, SMALL, file_of, in_store

WHOLE = ["small/record.json", "small/weights.bin"]
PARTIAL = [f"small/{SMALL.files[0].sha256}-{SMALL.files[0].name}"]
"""What waits in the store for the next fetch."""


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    """A hub that has the small model, and is the one to ask."""
    for name in ("HF_TOKEN", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    with serving(Hub({ADDRESS: CONTENT})) as running:
        monkeypatch.setenv("HF_ENDPOINT", running.url)
        yield running


def refused() -> str:
    """Fetch in vain; what is said, one sentence."""
    with pytest.raises(ModelStoreError) as error:
        fetch_model(SMALL)
    assert "\n" not in str(error.value)
    return str(error.value)


def test_a_model_is_fetched_and_found_and_every_byte_of_it_was_told(hub: Hub) -> None:
    told: list[tuple[int, int]] = []
    found = fetch_model(SMALL, on_bytes=lambda done, total: told.append((done, total)))
    ((path, file),) = found.files
    assert (found.place, found.own, file) == ("store", False, SMALL.files[0])
    assert path.read_bytes() == CONTENT
    assert (told[0], told[-1]) == ((0, len(CONTENT)), (len(CONTENT), len(CONTENT)))
    assert told == sorted(told)
    assert in_store() == WHOLE


def test_a_whole_model_is_not_fetched_again(hub: Hub) -> None:
    found = fetch_model(SMALL)
    assert fetch_model(SMALL) == found
    assert len(hub.requests) == 1


def test_a_carried_model_is_not_fetched(hub: Hub) -> None:
    assert fetch_model(MOONSHINE_TINY_EN).place == "package"
    assert hub.requests == []


def test_a_damaged_model_is_fetched_anew(hub: Hub) -> None:
    ((path, _),) = fetch_model(SMALL).files
    for damaged in (CONTENT[:-1] + b"?", CONTENT[:-1], b""):
        path.write_bytes(damaged)
        ((path, _),) = fetch_model(SMALL).files
        assert path.read_bytes() == CONTENT
        assert in_store() == WHOLE


def test_a_model_with_a_damaged_record_is_fetched_anew(hub: Hub) -> None:
    fetch_model(SMALL)
    (store_folder() / "small" / "record.json").write_text("{}")
    ((path, _),) = fetch_model(SMALL).files
    assert path.read_bytes() == CONTENT
    assert in_store() == WHOLE


def test_a_connection_that_is_lost_is_taken_up_where_it_ended(hub: Hub) -> None:
    hub.cuts = [300_000, 400_000]
    ((path, _),) = fetch_model(SMALL).files
    assert path.read_bytes() == CONTENT
    assert hub.asked_ranges == [None, "bytes=300000-", "bytes=700000-"]


def test_what_came_before_a_connection_is_gone_for_good_waits_for_the_next_try(hub: Hub) -> None:
    hub.cuts = [300_000, 0]
    assert "it goes on where it ended" in refused()
    assert in_store() == PARTIAL
    assert partial_bytes("small") == 300_000
    told: list[int] = []
    fetch_model(SMALL, on_bytes=lambda done, _: told.append(done))
    assert hub.asked_ranges[2:] == ["bytes=300000-"]
    assert told[0] == 300_000
    assert in_store() == WHOLE


def test_an_interruption_keeps_what_has_come_and_nothing_is_installed(hub: Hub) -> None:
    def interrupt(done: int, total: int) -> None:
        if done > total // 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fetch_model(SMALL, on_bytes=interrupt)
    assert in_store() == PARTIAL
    have = partial_bytes("small")
    assert have > len(CONTENT) // 2
    fetch_model(SMALL)
    assert hub.asked_ranges == [None, f"bytes={have}-"]


def test_a_fetch_that_was_killed_before_the_last_step_needs_no_network(hub: Hub) -> None:
    partial = store_folder() / PARTIAL[0].replace("/", "/partial/")
    partial.parent.mkdir(parents=True)
    partial.write_bytes(CONTENT)
    (partial.parent.parent / "0123456789abcdef").mkdir()
    fetch_model(SMALL)
    assert hub.requests == []
    assert in_store() == WHOLE
    assert len(list((store_folder() / "small").iterdir())) == 2


def test_a_hub_without_ranges_is_asked_for_the_whole_file_again(hub: Hub) -> None:
    hub.cuts, hub.ranges = [300_000, None], False
    ((path, _),) = fetch_model(SMALL).files
    assert path.read_bytes() == CONTENT


def test_a_partial_file_that_is_too_long_is_begun_anew(hub: Hub) -> None:
    partial = store_folder() / PARTIAL[0].replace("/", "/partial/")
    partial.parent.mkdir(parents=True)
    partial.write_bytes(CONTENT + b"?")
    ((path, _),) = fetch_model(SMALL).files
    assert path.read_bytes() == CONTENT
    assert hub.asked_ranges == [None]


def test_wrong_bytes_are_thrown_away(hub: Hub) -> None:
    hub.files[ADDRESS] = CONTENT[:-1] + b"?"
    assert "weights.bin has the wrong hash" in refused()
    assert in_store() == []


def test_a_wrong_beginning_is_noticed_when_the_rest_is_right(hub: Hub) -> None:
    hub.cuts = [300_000, 0]
    refused()
    partial = store_folder() / PARTIAL[0].replace("/", "/partial/")
    partial.write_bytes(b"?" + partial.read_bytes()[1:])
    assert "wrong hash" in refused()
    assert in_store() == []
    assert fetch_model(SMALL).place == "store"


@pytest.mark.parametrize("have", [0, 300_000])
def test_another_file_of_that_name_is_not_even_brought(hub: Hub, have: int) -> None:
    if have:
        hub.cuts = [have, 0]
        refused()
    hub.files[ADDRESS] = OTHER_CONTENT
    assert "has another weights.bin: 900,000 bytes instead of 1,000,000" in refused()
    assert partial_bytes("small") == have


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (401, "refuses weights.bin (HTTP 401): set HF_TOKEN to a token that may read it"),
        (403, "refuses weights.bin (HTTP 403): set HF_TOKEN"),
        (404, "127.0.0.1 does not have weights.bin (HTTP 404)"),
        (429, "answered with HTTP 429 instead of weights.bin: try again later"),
        (500, "answered with HTTP 500 instead of weights.bin: try again later"),
    ],
)
def test_a_refusal_is_said_in_a_sentence(hub: Hub, status: int, said: str) -> None:
    hub.status = status
    assert said in refused()
    assert in_store() == []


def test_a_refusal_leaves_an_installed_model_and_a_partial_file_alone(hub: Hub) -> None:
    ((path, _),) = fetch_model(SMALL).files
    path.write_bytes(b"damaged")
    hub.cuts = [300_000, 0]
    refused()
    before = in_store()
    hub.status = 503
    refused()
    assert in_store() == before == sorted([*WHOLE, *PARTIAL])
    assert path.read_bytes() == b"damaged"


@pytest.mark.parametrize(
    ("endpoint", "said"),
    [
        ("http://127.0.0.1:1", "no connection to 127.0.0.1: try again when there is one, it goes on where it ended"),
        ("http://hub.invalid", "no connection to hub.invalid: try again"),
        ("nonsense", "HF_ENDPOINT names no web address: nonsense"),
        ("http://[", "HF_ENDPOINT names no web address: http://["),
    ],
)
def test_a_hub_that_cannot_be_reached_is_said_in_a_sentence(
    endpoint: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_ENDPOINT", endpoint)
    assert said in (told := refused())
    assert not any(technical in told for technical in ("Errno", "resolve", SMALL.files[0].sha256[:8]))
    assert in_store() == []


def test_a_token_goes_to_the_hub_and_not_to_where_it_sends_us_on(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_TOKEN", "hf_secret")
    with serving(Hub({ADDRESS: CONTENT}, cuts=[300_000])) as cdn:
        hub.elsewhere = cdn.url
        fetch_model(SMALL)
    assert [request.get("authorization") for request in hub.requests] == ["Bearer hf_secret"] * 2
    assert [request.get("authorization") for request in cdn.requests] == [None, None]
    assert cdn.asked_ranges == [None, "bytes=300000-"]


def test_without_a_token_none_is_sent_and_nothing_is_told_of_this_machine(hub: Hub) -> None:
    fetch_model(SMALL)
    (request,) = hub.requests
    assert set(request) <= {"path", "host", "accept", "accept-encoding", "connection", "user-agent"}
    assert request["user-agent"] == "diarist"


def test_a_disk_without_room_is_not_filled(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_store.shutil, "disk_usage", lambda _: SimpleNamespace(free=50_900_000))
    assert f"{store_folder()} has 51 MB free, and 51 MB are needed" in refused()
    assert hub.requests == []
    assert in_store() == []


def test_what_is_there_already_needs_no_room(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    hub.cuts = [300_000, 0]
    refused()
    monkeypatch.setattr(model_store.shutil, "disk_usage", lambda _: SimpleNamespace(free=50_900_000))
    assert fetch_model(SMALL).place == "store"


@pytest.fixture
def as_anybody() -> Iterator[None]:
    """Without the rights of root, which may write everywhere."""
    if os.name != "posix":
        pytest.skip("permissions of POSIX")
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(before)


@pytest.fixture
def read_only(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder that everybody may read and nobody write."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "diarist" / "store").mkdir(parents=True)
        for each in (folder / "diarist" / "store", folder / "diarist", folder):
            each.chmod(0o555)
        monkeypatch.setenv("XDG_DATA_HOME", name)
        yield folder
        for each in (folder, folder / "diarist", folder / "diarist" / "store"):
            each.chmod(0o755)


@pytest.mark.skipif(os.name != "posix", reason="the data folder is found otherwise")
def test_a_store_that_is_read_only_is_named(
    hub: Hub, read_only: Path, as_anybody: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert f"{read_only / 'diarist' / 'store'} cannot be written (Permission denied)" in refused()
    assert hub.requests == []


def test_a_file_in_place_of_the_store_is_named(hub: Hub) -> None:
    store_folder().parent.mkdir(parents=True, exist_ok=True)
    store_folder().write_bytes(b"")
    assert f"{store_folder()} cannot be written" in refused()


def test_two_who_fetch_the_same_model_do_not_disturb_each_other(hub: Hub) -> None:
    hub.hold = True
    first = Thread(target=fetch_model, args=(SMALL,))
    first.start()
    assert hub.half_sent.wait(60)
    assert refused() == "another process is just fetching, importing or removing small: wait for it"
    hub.go_on.set()
    first.join()
    ((path, _),) = find_model(SMALL).files
    assert path.read_bytes() == CONTENT
    assert in_store() == WHOLE


def test_a_file_of_another_version_is_cleared(hub: Hub) -> None:
    stale = store_folder() / "small" / "partial" / file_of(b"old").sha256
    stale.parent.mkdir(parents=True)
    stale.write_bytes(b"ol")
    fetch_model(SMALL)
    assert in_store() == WHOLE
