"""`diarist serve` as a person, and a program, meets it."""

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx2
import pytest
from command_line import TIMEOUT_S, command, diarist, environment

from desktop_app.core.models.packaged_models import sample_recording
from desktop_app.server.binding import TOKEN_VARIABLE


@contextmanager
def serving(folder: Path, *arguments: str | Path, token: str = "") -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server on a port that was free, and its address; ended at the end."""
    variables = environment(folder / "home") | ({TOKEN_VARIABLE: token} if token else {})
    process = subprocess.Popen(
        command("serve", "--port", "0", *arguments),
        cwd=folder,
        env=variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    with process:
        try:
            assert process.stdout
            said = process.stdout.readline()
            assert said.startswith("Listening on http://127.0.0.1:"), process.stderr.read() if process.stderr else ""
            yield process, said.removeprefix("Listening on ").strip()
        finally:
            process.kill()


def test_a_running_server_embeds_tells_how_it_is_and_ends_quietly(tmp_path: Path) -> None:
    with serving(tmp_path) as (process, url), httpx2.Client(base_url=url, trust_env=False, timeout=60) as client:
        health = client.get("/health").json()
        assert (health["status"], health["embedding"]["model"]) == ("ok", "WeSpeaker")
        file = sample_recording().read_bytes()
        answer = client.post("/v2/embedding", files={"file": ("segment.wav", file, "audio/wav")})
        assert (answer.status_code, len(answer.json())) == (200, 256)
        process.send_signal(signal.SIGINT)
        said, complained = process.communicate(timeout=TIMEOUT_S)
        assert (process.returncode, said) == (0, "")
        assert complained.startswith("WeSpeaker on cpu: it tells two voices apart")
        assert len(complained.splitlines()) == 1


def test_the_token_comes_from_the_environment_and_bounds_from_the_command(tmp_path: Path) -> None:
    with serving(tmp_path, "--max-mb", "1", "--max-seconds", "10", token="secret") as (_, url):
        files = {"file": ("segment.wav", sample_recording().read_bytes(), "audio/wav")}
        headers = {"Authorization": "Bearer secret"}
        with httpx2.Client(base_url=url, trust_env=False, timeout=60) as client:
            assert client.post("/v2/embedding", files=files).status_code == 401
            answer = client.post("/v2/embedding", files=files, headers=headers)
        assert answer.status_code == 413


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--host", "0.0.0.0"), "can be reached from other computers: set a token"),
        (("--token-file", "gone"), "gone: the token cannot be read"),
        (("--tls-cert", "host.pem"), "encrypting takes both --tls-cert and --tls-key"),
    ],
)
def test_what_would_not_be_safe_is_not_begun(tmp_path: Path, arguments: tuple[str, ...], why: str) -> None:
    ran = diarist("serve", "--port", "0", *arguments, cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert why in ran.stderr


@pytest.mark.slow
@pytest.mark.usefixtures("alone_with_ray")
def test_a_server_on_a_cluster_of_its_own_answers_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with TemporaryDirectory() as temporary:  # of a short name: Ray's sockets lie in it
        monkeypatch.setenv("TMPDIR", temporary)
        with serving(tmp_path, "--cluster", "auto") as (process, url):
            with httpx2.Client(base_url=url, trust_env=False, timeout=60) as client:
                file = sample_recording().read_bytes()
                answer = client.post("/v2/embedding", files={"file": ("segment.wav", file, "audio/wav")})
                assert (answer.status_code, len(answer.json())) == (200, 256)
                assert client.get("/health").json()["replicas"] == {"running": 1, "taken_out": []}
            assert mentioning(temporary)
            assert addresses_beyond_this_computer(process.pid) == []
            process.send_signal(signal.SIGINT)
            said, complained = process.communicate(timeout=TIMEOUT_S)
            assert (process.returncode, said) == (0, "")
            assert complained.startswith("WeSpeaker on cpu: it tells two voices apart")
            assert len(complained.splitlines()) == 1
        assert mentioning(temporary) == []
        assert list(Path(temporary).iterdir()) == []
    assert not (tmp_path / "home" / ".ray").exists()


@pytest.mark.slow
@pytest.mark.usefixtures("alone_with_ray")
def test_nodes_that_cannot_embed_are_refused_by_name_and_the_others_embed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = tmp_path / "older" / "desktop_app"
    older.mkdir(parents=True)
    (older / "__init__.py").write_text('__version__ = "0.0.1"\n')
    with TemporaryDirectory() as temporary, ExitStack() as until_end:
        monkeypatch.setenv("TMPDIR", temporary)
        client_port = free_port()
        head = ("--head", "--port=0", f"--ray-client-server-port={client_port}", "--include-dashboard=false")
        address = until_end.enter_context(node(tmp_path, "able", *head, f"--temp-dir={temporary}"))
        until_end.enter_context(node(tmp_path, "old", f"--address={address}", first_on_path=older.parent))
        with serving(tmp_path, "--cluster", f"ray://127.0.0.1:{client_port}") as (process, url):
            with httpx2.Client(base_url=url, trust_env=False, timeout=60) as client:
                files = {"file": ("segment.wav", sample_recording().read_bytes(), "audio/wav")}
                assert client.post("/v2/embedding", files=files).status_code == 200
                (refused,) = client.get("/health").json()["embedding"]["warnings"]
                assert refused.startswith("old: it has Diarist 0.0.1, not ")
            process.send_signal(signal.SIGINT)
            _, complained = process.communicate(timeout=TIMEOUT_S)
            assert (process.returncode, complained.splitlines()[0]) == (0, f"diarist: {refused}")


@contextmanager
def node(folder: Path, name: str, *arguments: str, first_on_path: Path | None = None) -> Iterator[str]:
    """A node of a cluster, with one core; the address at which others join its cluster, if it is the first."""
    variables = environment(folder / "home", first_on_path=first_on_path)
    variables |= {"RAY_AUTH_MODE": "disabled", "RAY_USAGE_STATS_ENABLED": "0", "PYTHONWARNINGS": "ignore"}
    variables |= {"GRPC_ENABLE_FORK_SUPPORT": "0"}  # as docs/clusters.md says
    ray = Path(sys.executable).with_name("ray")
    command = [ray, "start", "--block", "--num-cpus=1", f"--node-name={name}", *arguments]
    with subprocess.Popen(command, cwd=folder, env=variables, stdout=subprocess.PIPE, encoding="utf-8") as process:
        try:
            assert process.stdout
            said = ""
            while "--block" not in said:
                line = process.stdout.readline()
                assert line, said
                said += line
            yield "".join(re.findall("ray start --address='(.*)'", said))
        finally:
            process.terminate()


def free_port() -> int:
    """None of those that the system gives to whoever asks for any, as Ray's processes do while they start."""
    for port in range(30_000, 32_768):
        with socket.socket() as held, suppress(OSError):
            held.bind(("127.0.0.1", port))
            return port
    raise AssertionError("no port is free")


def mentioning(text: str) -> list[str]:
    """The processes that have it among their arguments."""
    listed = subprocess.run(["ps", "-wweo", "args"], capture_output=True, text=True, check=True).stdout
    return [line for line in listed.splitlines() if text in line]


def addresses_beyond_this_computer(pid: int) -> list[str]:
    """At which the process, or one below it, listens."""
    listed = subprocess.run(["ps", "-wweo", "pid,ppid"], capture_output=True, text=True, check=True).stdout
    parents = dict(line.split() for line in listed.splitlines()[1:])
    ours = {str(pid)}
    while more := {child for child, parent in parents.items() if parent in ours} - ours:
        ours |= more
    sockets = subprocess.run(["ss", "-Hltnp"], capture_output=True, text=True, check=True).stdout.splitlines()
    listening = [line.split()[3] for line in sockets if any(f"pid={each}," in line for each in ours)]
    assert listening
    return [address for address in listening if "127.0.0.1" not in address]


@pytest.mark.parametrize(
    ("address", "why"),
    [("ray://127.0.0.1:1", "nothing answers at ray://127.0.0.1:1"), ("gpu", "gpu is no address of a cluster")],
)
def test_a_cluster_that_is_not_there_is_told(tmp_path: Path, address: str, why: str) -> None:
    ran = diarist("serve", "--port", "0", "--cluster", address, cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith(f"diarist: {why}")


def test_without_ray_it_says_what_to_install(tmp_path: Path) -> None:
    ran = diarist("serve", "--cluster", "auto", cwd=tmp_path, first_on_path=hiding(tmp_path, "ray"))
    assert ran.returncode == 1
    assert 'a cluster needs ray. Install what is missing with: pip install "diarist[cluster]"' in ran.stderr


def test_a_port_that_is_none_is_wrong_usage(tmp_path: Path) -> None:
    ran = diarist("serve", "--port", "70000", cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "'70000' is not a port: 0 to 65535" in ran.stderr


def test_without_its_packages_it_says_which_are_missing(tmp_path: Path) -> None:
    ran = diarist("serve", cwd=tmp_path, first_on_path=hiding(tmp_path, "uvicorn"))
    assert ran.returncode == 1
    assert 'serving needs uvicorn. Install what is missing with: pip install "diarist[server]"' in ran.stderr


def hiding(folder: Path, package: str) -> Path:
    """What is to come first on the path of a process that is not to find the package."""
    hidden = folder / "hidden"
    hidden.mkdir()
    (hidden / "sitecustomize.py").write_text(
        "import importlib.util\n"
        "find = importlib.util.find_spec\n"
        f"importlib.util.find_spec = lambda name, *more: None if name == {package!r} else find(name, *more)\n"
    )
    return hidden
