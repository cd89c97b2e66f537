"""`diarist models` as a person meets it, with a hub on this machine and small models in place of the large ones."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import TIMEOUT_S, diarist, environment

from desktop_app.core.models.manifest import CARRIED

_TESTS = Path(__file__).parents[1] / "core"
sys.path.append(str(_TESTS))  # for when these tests run alone
from models.loopback_hub import Hub, serving  # noqa: E402
from models.scripted_models import ADDRESS, CONTENT, OTHER_CONTENT, file_of  # noqa: E402

NAME = "small"
_PROGRAM = """
import sys
from models.scripted_models import SMALL
from desktop_app.core.models import manifest
manifest.FETCHED = (SMALL,)
manifest.MODELS = (*manifest.CARRIED, SMALL)
from desktop_app.cli import main
sys.exit(main(sys.argv[1:]))
"""
_WITH_LITTLE_ROOM = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
"""


@pytest.fixture
def hub() -> Iterator[Hub]:
    with serving(Hub({ADDRESS: CONTENT})) as running:
        yield running


class Home:
    """A person's home, with a hub to fetch from."""

    def __init__(self, folder: Path, hub: Hub) -> None:
        self.folder = folder
        self.store = folder / "home" / ".local" / "share" / "diarist" / "store"
        variables = environment(folder / "home")
        variables["PYTHONPATH"] += os.pathsep + str(_TESTS)
        self.variables = {name: value for name, value in variables.items() if "proxy" not in name.lower()} | {
            "HF_ENDPOINT": hub.url
        }
        self.variables.pop("HF_TOKEN", None)

    def command(self, *arguments: str | Path, first: str = "") -> list[str]:
        return [sys.executable, "-c", first + _PROGRAM, "models", *map(os.fspath, arguments)]

    def models(self, *arguments: str | Path, first: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*arguments, first=first),
            cwd=self.folder,
            env=self.variables | variables,
            capture_output=True,
            encoding="utf-8",
            timeout=TIMEOUT_S,
            check=False,
        )

    def begin(self, *arguments: str | Path) -> "subprocess.Popen[bytes]":
        # In a process group of its own, as a shell starts it, and listening to SIGINT whatever started the tests.
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            return subprocess.Popen(
                self.command(*arguments),
                cwd=self.folder,
                env=self.variables,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        finally:
            signal.signal(signal.SIGINT, before)

    def files(self) -> list[str]:
        return sorted(path.name for path in self.store.rglob("*") if path.is_file() and path.suffix != ".lock")


@pytest.fixture
def home(tmp_path: Path, hub: Hub) -> Home:
    return Home(tmp_path, hub)


def listed(home: Home) -> dict[str, object]:
    ran = home.models("list", "--json")
    *_, model = json.loads(ran.stdout)["models"]
    assert isinstance(model, dict)
    return model


def test_a_model_is_fetched_listed_verified_and_removed(home: Home, hub: Hub) -> None:
    before = listed(home)
    assert (before["state"], before["place"]) == ("not installed", None)
    ran = home.models("fetch", NAME)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith(f"small is in the store: {home.store / NAME}")
    assert home.files() == ["record.json", "weights.bin"]
    fetched = listed(home)
    assert (fetched["state"], fetched["place"], fetched["own"]) == ("right", "store", False)
    ran = home.models("verify", NAME)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.endswith("weights.bin: ok\n")
    ran = home.models("remove", NAME)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "small is removed.\n", "")
    assert home.files() == []
    assert home.models("remove", NAME).returncode == 1


def test_nothing_but_fetch_asks_the_network(home: Home, hub: Hub, tmp_path: Path) -> None:
    (tmp_path / "weights.bin").write_bytes(CONTENT)
    for arguments in (["list"], ["verify"], ["import", "weights.bin"], ["list"], ["verify"], ["remove", NAME]):
        assert home.models(*arguments).returncode == 0
    assert hub.requests == []


def test_a_fetch_works_where_everything_else_is_told_to_stay_offline(home: Home) -> None:
    assert home.models("fetch", NAME, HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1").returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_fetch_that_is_ended_in_the_middle_goes_on_there(home: Home, hub: Hub, how: signal.Signals) -> None:
    hub.hold = True
    with home.begin("fetch", NAME) as process:
        assert hub.half_sent.wait(TIMEOUT_S)
        busy = home.models("fetch", NAME)
        assert (busy.returncode, busy.stdout) == (1, "")
        assert busy.stderr == "diarist: another process is just fetching, importing or removing small: wait for it\n"
        process.send_signal(how)
        _, said = process.communicate(timeout=TIMEOUT_S)
    assert (process.returncode, said) == ((130, b"Cancelled.\n") if how == signal.SIGINT else (-how, b""))
    assert listed(home)["state"] == "not installed"
    hub.hold = False
    assert home.models("fetch", NAME).returncode == 0
    (first, second) = hub.asked_ranges
    assert first is None
    assert second is not None
    assert listed(home)["state"] == "right"


def test_what_the_hub_answers_is_said_in_one_line(home: Home, hub: Hub) -> None:
    hub.status = 500
    ran = home.models("fetch", NAME)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr == "diarist: 127.0.0.1 answered with HTTP 500 instead of weights.bin: try again later\n"
    hub.status, hub.files[ADDRESS] = None, CONTENT[:-1] + b"?"
    ran = home.models("fetch", NAME)
    assert (ran.returncode, ran.stdout, len(ran.stderr.splitlines())) == (1, "", 1)
    assert "has the wrong hash" in ran.stderr


def test_without_a_network_it_is_said_in_one_line(home: Home) -> None:
    ran = home.models("fetch", NAME, HF_ENDPOINT="http://127.0.0.1:1")
    assert (ran.returncode, ran.stdout, len(ran.stderr.splitlines())) == (1, "", 1)
    assert "no connection to 127.0.0.1: try again" in ran.stderr


@pytest.mark.skipif(os.name != "posix", reason="limits of POSIX")
def test_a_disk_that_fills_up_meanwhile_is_said_in_one_line_and_emptied(home: Home, tmp_path: Path) -> None:
    (tmp_path / "weights.bin").write_bytes(CONTENT)
    for arguments in (["fetch", NAME], ["import", "weights.bin"]):
        ran = home.models(*arguments, first=_WITH_LITTLE_ROOM)
        assert (ran.returncode, ran.stdout) == (1, "")
        assert ran.stderr == f"diarist: {home.store} cannot be written (File too large)\n"
        assert home.files() == []


def test_a_model_is_taken_in_from_a_file_and_from_a_copied_store(home: Home, hub: Hub, tmp_path: Path) -> None:
    (tmp_path / "weights.bin").write_bytes(OTHER_CONTENT)
    ran = home.models("import", "weights.bin")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert listed(home)["note"] == "the other one"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    ran = Home(elsewhere, hub).models("import", home.store)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_an_own_model_needs_its_hash_and_is_not_removed_by_mistake(home: Home, tmp_path: Path) -> None:
    (tmp_path / "tuned.bin").write_bytes(b"tuned")
    ran = home.models("import", "tuned.bin")
    assert (ran.returncode, len(ran.stderr.splitlines())) == (1, 1)
    assert "give --name" in ran.stderr
    ran = home.models("import", "tuned.bin", "--name", NAME, "--sha256", file_of(b"tuned").sha256.upper())
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("your own small is in the store: ")
    assert listed(home)["own"] is True
    assert home.models("fetch", NAME).stdout.startswith("your own small is in the store: ")
    ran = home.models("remove", NAME)
    assert ran.returncode == 1
    assert "add --yes" in ran.stderr
    assert home.models("remove", NAME, "--yes").returncode == 0


def test_a_damaged_model_makes_verify_fail_and_names_the_cure(home: Home) -> None:
    home.models("fetch", NAME)
    (weights,) = home.store.rglob("weights.bin")
    weights.write_bytes(CONTENT[:-1] + b"?")
    ran = home.models("verify")
    assert ran.returncode == 1
    assert ran.stdout.endswith("weights.bin: wrong hash\n")
    (line,) = ran.stderr.splitlines()
    assert line.startswith(f"diarist: small: {weights} has the wrong hash. Fetch it anew with: diarist models fetch")
    assert home.models("list").returncode == 1
    assert home.models("fetch", NAME).returncode == 0
    assert home.models("verify").returncode == 0


@pytest.mark.parametrize("variable", ["HF_HUB_CACHE", "HF_HOME"])
def test_an_existing_cache_of_the_hub_is_used_where_it_was_put(home: Home, tmp_path: Path, variable: str) -> None:
    cache = tmp_path / "cache"
    repo = (cache if variable == "HF_HUB_CACHE" else cache / "hub") / "models--somebody--small"
    snapshot = repo / "snapshots" / ("ab" * 20)
    snapshot.mkdir(parents=True)
    (snapshot / "weights.bin").write_bytes(CONTENT)
    home.variables[variable] = str(cache)
    found = listed(home)
    assert (found["state"], found["place"]) == ("right", "hub cache")
    ran = home.models("remove", NAME)
    assert ran.returncode == 1
    assert f"({snapshot / 'weights.bin'}) is not Diarist's to remove" in ran.stderr
    assert (snapshot / "weights.bin").is_file()


def test_the_real_models_are_listed_with_how_to_get_them(tmp_path: Path) -> None:
    ran = diarist("models", "list", cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.count("in order, in the package") == len(CARRIED)
    assert "do        Fetch it with: diarist models fetch parakeet-tdt-0.6b-v3" in ran.stdout
