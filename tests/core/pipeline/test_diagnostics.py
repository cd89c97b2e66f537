"""What is given to somebody who helps: all of the engines, nothing of their user."""

import getpass
import socket
from pathlib import Path

import pytest

from desktop_app.core.faults.crash_reports import report_error
from desktop_app.core.models.link import Link
from desktop_app.core.models.model_spec import ModelFile
from desktop_app.core.pipeline import diagnostics as subject
from desktop_app.core.pipeline.diagnostics import diagnostics, engines_in_words
from desktop_app.core.pipeline.status import EngineStatus, PassedOver
from desktop_app.core.store.settings_file import change_settings

HOME = "/home/annegret"
OWN = f"{HOME}/Interviews with Peter/tuned on Peter.onnx"
ASR = EngineStatus("asr", "Moonshine tiny (English)", "cpu", True, "MIT", "Moonshine AI")
SECRETS = ("annegret", "Peter", "Interviews", "studio", "Headset", "Mustermann", "/home", "tuned")


@pytest.fixture(autouse=True)
def _of_annegret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "annegret")
    monkeypatch.setattr(socket, "gethostname", lambda: "annegrets-pc")


def made(*engines: EngineStatus, links: tuple[Link, ...] = ()) -> str:
    text = diagnostics(engines, links, frozenset({"models"}), None)
    for secret in SECRETS:
        assert secret not in text
    return text


def test_it_says_which_program_on_which_system_and_how_the_engines_are() -> None:
    text = made(ASR)
    assert text.startswith("Diarist ")
    assert "Python " in text
    assert "asr: Moonshine tiny (English) on cpu, usable\n" in text


def test_of_an_engine_of_the_users_own_nothing_is_named() -> None:
    own = EngineStatus(
        "meeting",
        "tuned on Peter",
        "cpu",
        False,
        "",
        "",
        (ModelFile(OWN, 12, "ab12" * 16, "wrong hash"),),
        f"{OWN} has the wrong hash",
        f"See to {OWN}",
        passed_over=(PassedOver("tuned on Peter", f"annegrets-pc has no {OWN}", ""),),
    )
    text = made(own)
    assert "meeting: the user's own model on cpu, NOT USABLE" in text
    assert "  why: …" in text
    assert f"12 bytes, sha256 {'ab12' * 16}: wrong hash" in text


def test_links_are_told_without_what_people_call_their_devices_and_computers() -> None:
    links = (
        Link("models", ok=False, detail=f"WeSpeaker: {OWN} is missing", cure=f"Move {OWN} back"),
        Link("microphone", ok=True, detail="Headset of Peter"),
        Link("remote", ok=False, detail="studio.local:8080 does not answer", tried=False),
    )
    text = made(links=links)
    assert "models broken: WeSpeaker: …\n" in text
    assert "microphone ok, not needed\n" in text
    assert "remote broken, not needed, not tried\n" in text


def test_of_the_settings_only_choices_and_numbers_are_told() -> None:
    change_settings(
        {
            "remote.url": "https://studio.local:8080",
            "remote.token": "Mustermann",
            "remote.allowed": True,
            "library.folder": f"{HOME}/Interviews with Peter",
            "asr.vocabulary": ("Mustermann",),
            "asr.engine": "parakeet-v3",
        }
    )
    text = made(EngineStatus("embedding", "WeSpeaker", "studio.local:8080", False, "", "", (), "studio.local is off"))
    assert "setting remote.url: (chosen)\n" in text
    assert "setting asr.engine: parakeet-v3\n" in text
    assert "setting remote.allowed: True\n" in text
    assert "embedding: WeSpeaker on another computer, NOT USABLE" in text


def test_crashes_are_counted_and_the_end_of_the_log_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report_error(ValueError("Peter"))
    log = tmp_path / "diarist.log"
    log.write_text("".join(f"line {number}\n" for number in range(30)))
    monkeypatch.setattr(subject, "log_file", lambda: log)
    text = made()
    assert "reports of crashes: 1\n" in text
    assert "line 10\n" in text
    assert "line 9\n" not in text


def test_a_report_of_a_crash_has_the_engines_in_a_line() -> None:
    assert engines_in_words((ASR, ASR)) == "; ".join(["asr: Moonshine tiny (English) on cpu, usable"] * 2)
