"""Every state that the installed package can be in, each looked at by a process that sees only a made-up package."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TypedDict

import pytest

from desktop_app.core.models.manifest import CARRIED, MOONSHINE_TINY_EN, SEGMENTATION, WESPEAKER
from desktop_app.core.models.packaged_models import inspect, model_folder, packed_model, sample_recording

ROOT = Path(__file__).parents[3]
LOOK = """
import json, sys
from desktop_app.core.models.packaged_models import inspect, model_folder, packed_model
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.manifest import CARRIED
found = {}
for spec in CARRIED:
    states = [[file.path, file.state] for file in inspect(spec)]
    try:
        model_folder(spec) if spec.role == "asr" else packed_model(spec)
        error = None
    except ModelUnavailable as unavailable:
        error = [unavailable.model, unavailable.reason, unavailable.hint]
    found[spec.name] = {"states": states, "error": error}
print(json.dumps({"models": found, "imported": "moonshine_voice" in sys.modules}))
"""


class Found(TypedDict):
    states: list[list[str]]
    error: list[str] | None


def look(site: Path) -> dict[str, Found]:
    """What a process finds whose moonshine_voice lies in this folder."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(site), str(ROOT)]), "PYTHONDONTWRITEBYTECODE": "1"}
    run = subprocess.run(
        [sys.executable, "-c", LOOK], env=environment, cwd=site, capture_output=True, text=True, timeout=60, check=True
    )
    answer = json.loads(run.stdout)
    assert not answer["imported"]
    models: dict[str, Found] = answer["models"]
    return models


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package that stops whoever imports it, without a library or models."""
    folder = tmp_path / "moonshine_voice"
    folder.mkdir()
    (folder / "__init__.py").write_text("raise RuntimeError('imported')\n")
    return folder


def reason(found: Found) -> str:
    assert found["error"] is not None
    model, why, hint = found["error"]
    assert model
    assert "pip install" in hint
    return why


def link_models(package: Path) -> Path:
    """The real speech model's files inside the made-up package."""
    folder = package / "assets" / "tiny-en"
    folder.mkdir(parents=True)
    for file in MOONSHINE_TINY_EN.files:
        (folder / file.name).symlink_to(model_folder(MOONSHINE_TINY_EN) / file.name)
    return folder


def test_a_package_without_a_library_has_no_speaker_models(package: Path) -> None:
    found = look(package.parent)
    for spec in (SEGMENTATION, WESPEAKER):
        assert [state for _, state in found[spec.name]["states"]] == ["missing"]
        assert reason(found[spec.name]) == f"{package} holds no native library"


@pytest.mark.parametrize("name", ["libmoonshine.so", "moonshine.dll", "libmoonshine.dylib"])
@pytest.mark.parametrize("content", [b"", b"ORTM", b"\x18\0\0\0ORTM" + bytes(4096)])
def test_a_library_with_other_bytes_has_the_wrong_hash(package: Path, name: str, content: bytes) -> None:
    library = package / name
    library.write_bytes(content)
    found = look(package.parent)
    for spec in (SEGMENTATION, WESPEAKER):
        assert found[spec.name]["states"] == [[str(library), "wrong hash"]]
        assert reason(found[spec.name]) == f"the model is not inside {library}, or its bytes have changed"


def test_models_are_found_wherever_they_lie_in_the_library(package: Path) -> None:
    decoy = b"\x18\0\0\0ORTM not a model "
    content = decoy + packed_model(WESPEAKER) + decoy + packed_model(SEGMENTATION) + b"ORTM"
    (package / "libmoonshine.so").write_bytes(content)
    found = look(package.parent)
    assert all(found[spec.name]["error"] is None for spec in (SEGMENTATION, WESPEAKER))


def test_one_changed_byte_spoils_the_one_model_it_is_in(package: Path) -> None:
    changed = bytearray(packed_model(SEGMENTATION))
    changed[1000] ^= 1
    (package / "libmoonshine.so").write_bytes(bytes(changed) + packed_model(WESPEAKER))
    found = look(package.parent)
    assert [found[spec.name]["states"][0][1] for spec in (SEGMENTATION, WESPEAKER)] == ["wrong hash", "ok"]
    assert "bytes have changed" in reason(found[SEGMENTATION.name])


def test_a_missing_file_of_the_speech_model_is_named(package: Path) -> None:
    missing = link_models(package) / "decoder_model_merged.ort"
    missing.unlink()
    found = look(package.parent)[MOONSHINE_TINY_EN.name]
    assert [state for _, state in found["states"]] == ["ok", "missing", "ok"]
    assert reason(found) == f"{missing} is missing"


def test_a_changed_file_of_the_speech_model_is_named(package: Path) -> None:
    changed = link_models(package) / "tokenizer.bin"
    original = changed.read_bytes()
    changed.unlink()
    changed.write_bytes(original[:-1] + bytes([original[-1] ^ 1]))
    found = look(package.parent)[MOONSHINE_TINY_EN.name]
    assert [state for _, state in found["states"]] == ["ok", "ok", "wrong hash"]
    assert reason(found) == f"{changed} has the wrong hash"


def test_the_installed_package_carries_every_model() -> None:
    for spec in CARRIED:
        files = inspect(spec)
        assert [file.state for file in files] == ["ok"] * len(spec.files)
        assert all(Path(file.path).is_file() for file in files)
    assert [len(packed_model(spec)) for spec in (SEGMENTATION, WESPEAKER)] == [
        spec.files[0].size for spec in (SEGMENTATION, WESPEAKER)
    ]
    assert sample_recording().is_file()
