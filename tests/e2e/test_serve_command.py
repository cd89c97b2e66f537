"""`diarist serve` as a person, and a program, meets it."""

import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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


def test_a_port_that_is_none_is_wrong_usage(tmp_path: Path) -> None:
    ran = diarist("serve", "--port", "70000", cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "'70000' is not a port: 0 to 65535" in ran.stderr


def test_without_its_packages_it_says_which_are_missing(tmp_path: Path) -> None:
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / "sitecustomize.py").write_text(
        "import importlib.util\n"
        "find = importlib.util.find_spec\n"
        "importlib.util.find_spec = lambda name, *more: None if name == 'uvicorn' else find(name, *more)\n"
    )
    ran = diarist("serve", cwd=tmp_path, first_on_path=hidden)
    assert ran.returncode == 1
    assert 'serving needs uvicorn. Install what is missing with: pip install "diarist[server]"' in ran.stderr
