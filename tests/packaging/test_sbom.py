"""The bill of materials is one, by its own schema."""

import json
from pathlib import Path

import pytest
from bundle.component import Component, Kind, Part

pytest.importorskip("cyclonedx", reason="the environment of `make package` has it")
from bundle import sbom

COMPONENTS = [
    Component(Kind.PACKAGE, "NumPy", "2.4.6", "BSD-3-Clause AND MIT", parts=(Part("highway", "1.2", "Apache-2.0"),)),
    Component(Kind.LIBRARY, "x264", "165", "GPL-2.0-or-later", "https://a.example/x264", within="av", sha256="0" * 64),
    Component(Kind.SYSTEM, "bzip2", "1.0.8-5", "bzip2-1.0.6", "https://snapshot.debian.org/package/bzip2/1.0.8-5/"),
    Component(Kind.MODEL, "silero-vad", "", "MIT", credit="the Silero team"),
]


def test_every_component_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "bill.json"
    sbom.write(COMPONENTS, "1.2.3", path)
    bill = json.loads(path.read_text("utf-8"))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert (bill["metadata"]["component"]["name"], bill["metadata"]["component"]["version"]) == ("diarist", "1.2.3")
    listed = {each["name"]: each for each in bill["components"]}
    assert listed["NumPy"]["purl"] == "pkg:pypi/numpy@2.4.6"
    assert listed["NumPy"]["components"][0]["name"] == "highway"
    assert listed["x264"]["hashes"] == [{"alg": "SHA-256", "content": "0" * 64}]
    assert listed["bzip2"]["purl"] == "pkg:deb/debian/bzip2@1.0.8-5?arch=source"
    assert listed["silero-vad"]["type"] == "machine-learning-model"
    (whole,) = (each for each in bill["dependencies"] if each["ref"] == "diarist")
    assert len(whole["dependsOn"]) == len(COMPONENTS)


def test_what_is_no_bill_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sbom, "bill", lambda components, version: '{"bomFormat": "CycloneDX"}')
    with pytest.raises(sbom.Invalid):
        sbom.write(COMPONENTS, "1.2.3", tmp_path / "bill.json")
    assert not (tmp_path / "bill.json").exists()
