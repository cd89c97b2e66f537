import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app.core.capture.errors import CaptureError
from desktop_app.core.capture.sidecar import RecordingState, Sidecar, read_sidecar, write_sidecar

SIDECAR = Sidecar(datetime(2026, 11, 25, 14, 3, 12, 250_000, tzinfo=UTC), "Tischmikrofon ä", 44_100)
FILE = "recording.json"


@pytest.mark.parametrize(
    "sidecar",
    [
        SIDECAR,
        Sidecar(SIDECAR.started_at, "x", 16_000, RecordingState.FINISHED, "a.wav", "disk full", 12, "9.9"),
    ],
)
def test_what_is_written_is_read(tmp_path: Path, sidecar: Sidecar) -> None:
    write_sidecar(tmp_path, sidecar)
    assert read_sidecar(tmp_path) == sidecar


def test_none_is_none(tmp_path: Path) -> None:
    assert read_sidecar(tmp_path) is None


@pytest.mark.parametrize("length", [0, 1, 20, 100])
def test_a_damaged_one_is_as_good_as_none(tmp_path: Path, length: int) -> None:
    write_sidecar(tmp_path, SIDECAR)
    (tmp_path / FILE).write_bytes((tmp_path / FILE).read_bytes()[:length])
    assert read_sidecar(tmp_path) is None


@pytest.mark.parametrize(
    "change",
    [
        {"schema": "something else"},
        {"schema": None},
        {"rate_hz": "fast"},
        {"rate_hz": 0},
        {"started_at": "yesterday"},
        {"state": "dreaming"},
        {"lost_samples": None},
    ],
)
def test_one_that_says_nonsense_is_as_good_as_none(tmp_path: Path, change: dict[str, object]) -> None:
    write_sidecar(tmp_path, SIDECAR)
    document = json.loads((tmp_path / FILE).read_bytes())
    (tmp_path / FILE).write_text(json.dumps({**document, **change}))
    assert read_sidecar(tmp_path) is None


@pytest.mark.parametrize("text", ["[]", "null", "3", '"x"', "\udcff".encode("utf-8", "surrogateescape").hex()])
def test_other_json_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text)
    assert read_sidecar(tmp_path) is None


def test_one_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    write_sidecar(tmp_path, SIDECAR)
    document = json.loads((tmp_path / FILE).read_bytes())
    (tmp_path / FILE).write_text(json.dumps({**document, "schema": "diarist-recording/2"}))
    with pytest.raises(CaptureError, match=r"newer Diarist \(format 2; this one reads 1\)"):
        read_sidecar(tmp_path)


def test_a_time_without_a_zone_is_local(tmp_path: Path) -> None:
    write_sidecar(tmp_path, SIDECAR)
    document = json.loads((tmp_path / FILE).read_bytes())
    (tmp_path / FILE).write_text(json.dumps({**document, "started_at": "2026-11-25T14:03:12"}))
    read = read_sidecar(tmp_path)
    assert read is not None
    assert read.started_at == datetime(2026, 11, 25, 14, 3, 12).astimezone()
