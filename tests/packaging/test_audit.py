"""Whether the database of known holes was asked at all is told."""

from pathlib import Path

import audit
import pytest


def asked(tmp_path: Path, script: str) -> int:
    program = tmp_path / "pip-audit"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return audit.main(str(program), "requirements.lock")


def test_no_known_hole_is_good(tmp_path: Path) -> None:
    assert asked(tmp_path, "echo 'No known vulnerabilities found' >&2") == 0


def test_a_known_hole_is_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(tmp_path, "echo 'urllib3 1.0 PYSEC-1'; exit 1") == 1
    assert "PYSEC-1" in capsys.readouterr().out


def test_a_database_out_of_reach_is_no_all_clear(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(tmp_path, "echo 'requests.exceptions.ConnectionError: no' >&2; exit 1") == 2
    assert "no package was looked up" in capsys.readouterr().err
