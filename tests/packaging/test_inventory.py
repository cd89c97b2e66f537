"""Every file of the application belongs to somebody."""

from pathlib import Path

import numpy
import pytest
from bundle import inventory as inventories
from bundle.component import INNER, Kind
from bundle.inventory import Unexplained, inventory

from desktop_app.core.models.manifest import CARRIED


@pytest.fixture
def application(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of one that consists of NumPy and a few files more."""
    (tmp_path / INNER).mkdir()
    modules = ["numpy", "numpy.linalg", "json.decoder", "desktop_app.cli"]
    monkeypatch.setattr(inventories, "_modules", lambda folder: modules)
    monkeypatch.setattr(inventories, "BUILT_WITH", "pytest")
    return tmp_path


def put(application: Path, name: str, content: bytes = b"") -> Path:
    path = application / INNER / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_modules_and_files_are_their_package_s(application: Path) -> None:
    put(application, "numpy/version.pyc")
    put(application, "desktop_app/_resources/diarist.svg")
    put(application, "base_library.zip")
    found = {each.name: each for each in inventory(application)}
    assert found["numpy"].version == numpy.__version__
    assert "BSD-3-Clause" in found["numpy"].licence
    assert found["numpy"].files[:3] == ("numpy.pyc", "numpy/linalg.pyc", "numpy/version.pyc")
    assert any("LICENSE" in text.name for text in found["numpy"].texts)
    assert found["Python"].files == ("base_library.zip",)


def test_carried_models_come_with_whom_to_name(application: Path) -> None:
    found = {each.name: each for each in inventory(application) if each.kind is Kind.MODEL}
    assert set(found) == {model.name for model in CARRIED}
    assert all(each.credit for each in found.values())


@pytest.mark.parametrize("name", ["libmystery.so.1", "numpy.libs/libmystery-0a1b2c3d.so", "unheard_of/data.bin"])
def test_a_file_of_nobody_stops_it(application: Path, name: str) -> None:
    put(application, name)
    with pytest.raises(Unexplained, match=name):
        inventory(application)


def test_a_module_of_nobody_stops_it(application: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inventories, "_modules", lambda folder: ["unheard_of.module"])
    with pytest.raises(Unexplained, match=r"unheard_of\.module"):
        inventory(application)


def test_a_library_inside_a_package_stands_apart(application: Path) -> None:
    put(application, "libonnxruntime-13ab8084.so.1", b"VERS_1.23.2")
    library = next(each for each in inventory(application) if each.name == "ONNX Runtime")
    assert (library.version, library.licence) == ("1.23.2", "MIT")
    assert library.source.endswith("/v1.23.2.tar.gz")


def test_the_application_that_was_made_here_is_known_to_the_last_file() -> None:
    pytest.importorskip("PyInstaller", reason="the environment of `make package` has it")
    folder = Path(__file__).parents[2] / "dist" / "diarist"
    if not folder.is_dir():
        pytest.skip("no application was made here")
    found = {each.name: each for each in inventory(folder)}
    assert found["x264"].within == "av"
    assert "libx264" in found["FFmpeg"].note
