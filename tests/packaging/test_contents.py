"""What is in the application is said wherever it is passed on from, and refused where it may not be."""

import json
from pathlib import Path

import pytest
from bundle.component import INNER, Component, Kind

pytest.importorskip("cyclonedx", reason="the environment of `make package` has it")
from bundle import contents

from desktop_app import __version__

FREE = Component(Kind.PACKAGE, "numpy", "2.4.6", "BSD-3-Clause")
REFUSED = Component(Kind.PACKAGE, "closed", "1.0", "GPL-2.0-only")


def state(folder: Path, monkeypatch: pytest.MonkeyPatch, *components: Component) -> None:
    monkeypatch.setattr(contents, "inventory", lambda application: list(components))
    (folder / "diarist" / INNER).mkdir(parents=True)
    contents.state_contents(folder / "diarist")


def test_page_and_bill_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    state(tmp_path, monkeypatch, FREE)
    assert "numpy" in (tmp_path / "diarist" / INNER / "licences" / "THIRD_PARTY.md").read_text("utf-8")
    bill = json.loads((tmp_path / f"diarist-{__version__}.cdx.json").read_text("utf-8"))
    assert [each["name"] for each in bill["components"]] == ["numpy"]
    assert "is not what is in the application" in capsys.readouterr().err


def test_the_form_for_macos_has_them_where_the_program_looks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = tmp_path / "Diarist.app" / "Contents"
    for part in ("Frameworks", "Resources"):
        (inside / part).mkdir(parents=True)
    state(tmp_path, monkeypatch, FREE)
    assert (inside / "Resources" / "licences" / "components.json").is_file()
    assert (inside / "Frameworks" / "licences").is_symlink()
    assert (inside / "Frameworks" / "licences" / "components.json").is_file()


def test_what_does_not_go_with_the_gpl_stops_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SystemExit, match=r"closed \(GPL-2\.0-only\)"):
        state(tmp_path, monkeypatch, FREE, REFUSED)
    assert not list(tmp_path.glob("*.cdx.json"))
